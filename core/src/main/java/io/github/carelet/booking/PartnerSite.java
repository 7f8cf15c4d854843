package io.github.carelet.booking;

import io.github.carelet.catalog.Slug;
import java.time.Instant;
import java.util.List;

/**
 * A partner as an administrator entered it.
 *
 * @param id its id
 * @param origins the origins that may frame what is shown
 * @param jsonLd the code of what its pages say to search engines, such as {@code none}
 * @param events whether scripts of its pages may hear how far a visitor's request is
 * @param actor who entered it, or changed it last
 * @param at when, to the millisecond
 */
public record PartnerSite(String id, List<String> origins, String jsonLd, boolean events, String actor, Instant at) {

    private static final String NOTHING = "none";

    /** Makes a partner whose pages say nothing to search engines and hear nothing. */
    public PartnerSite(String id, List<String> origins, String actor, Instant at) {
        this(id, origins, NOTHING, false, actor, at);
    }

    /** Checks the id and the name of whoever entered it, and copies the list. */
    public PartnerSite {
        Slug.check(id);
        actor = ClinicAction.somebody(actor);
        origins = List.copyOf(origins);
    }
}
