package io.github.carelet.servlet.form;

import io.github.carelet.Partner;
import io.github.carelet.booking.BookingStatus;
import java.util.Optional;

/**
 * What the page around a frame may hear of the document in it, as the numbers that {@code frame.js} sends and
 * {@code embed.js} makes events of; nothing unless the clinic has switched it on for the partner.
 */
final class News {

    private static final String STEP = "0";
    private static final String REFUSED = "1";
    private static final String REQUESTED = "2";
    private static final String CONFIRMED = "3";

    private News() {}

    /** Returns that a step is shown, and which of how many. */
    static Optional<String> step(Visitor visitor, StepLine step) {
        return of(visitor, STEP + " " + step.number() + " " + step.of());
    }

    /** Returns that what was sent was not accepted. */
    static Optional<String> refused(Visitor visitor) {
        return of(visitor, REFUSED);
    }

    /** Returns that a booking was accepted, as far as it is. */
    static Optional<String> of(Visitor visitor, BookingStatus status) {
        return switch (status) {
            case REQUESTED -> of(visitor, REQUESTED);
            case CONFIRMED -> of(visitor, CONFIRMED);
            default -> Optional.empty();
        };
    }

    private static Optional<String> of(Visitor visitor, String news) {
        return visitor.partner().filter(Partner::events).map(partner -> news);
    }
}
