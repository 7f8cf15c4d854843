package io.github.carelet.servlet.form;

import io.github.carelet.RateLimits;
import io.github.carelet.RateLimits.Rate;
import io.github.carelet.booking.Hold;
import io.github.carelet.booking.Submission;
import io.github.carelet.servlet.http.Metered;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Says who sends too much. Safe for use by many threads. */
final class Throttle {

    /** As many as a busy site's patients need at once; a machine behind one partner takes no more from the others. */
    private static final Rate HOLDS = new Rate(60, 60, Hold.LIFETIME);

    private final Optional<Metered> addresses;
    private final Optional<Metered> contacts;
    private final Optional<Metered> partners;

    Throttle(Optional<RateLimits> limits, InstantSource clock) {
        addresses = limits.map(rates -> new Metered(rates.perAddress(), clock));
        contacts = limits.map(rates -> new Metered(rates.perContact(), clock));
        partners = limits.map(any -> new Metered(HOLDS, clock));
    }

    /** Counts what an address sends, and returns how long it has to wait if that is too much. */
    Optional<Duration> wait(String sender) {
        return addresses.flatMap(metered -> metered.wait(sender));
    }

    /** Counts a form under the contacts in it, and returns how long to wait if one of them is in too many. */
    Optional<Duration> wait(Submission form) {
        return contacts.flatMap(metered -> Stream.of(
                        form.first("phone").map(Throttle::digits),
                        form.first("email").map(text -> text.strip().toLowerCase(Locale.ROOT)))
                .flatMap(Optional::stream)
                .filter(contact -> !contact.isEmpty())
                .map(metered::wait)
                .flatMap(Optional::stream)
                .max(Duration::compareTo));
    }

    /**
     * Counts a time that is to be held for a form of a partner, and returns whether it may be; forms without a partner count
     * together.
     */
    boolean mayHold(Optional<String> partner) {
        return partners.flatMap(metered -> metered.wait(partner.orElse(""))).isEmpty();
    }

    /** However a number is written, it is the same number; a country code more or less makes it another one here. */
    private static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "");
    }
}
