package io.github.carelet.servlet.page;

import io.github.carelet.booking.Referral;
import io.github.carelet.servlet.http.Query;
import java.util.Optional;

/** From which page of a partner, or by which campaign, somebody comes: see {@link Referral}. */
public final class Source {

    /** The parameter of addresses that says it. */
    public static final String PARAMETER = "source";

    private Source() {}

    /** Returns what is said; what can be none counts as not said, since it decides nothing and keeps nobody from a form. */
    public static Optional<String> of(Query query) {
        return query.first(PARAMETER).filter(Referral::isSource);
    }
}
