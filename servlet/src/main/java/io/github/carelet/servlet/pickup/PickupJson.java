package io.github.carelet.servlet.pickup;

import io.github.carelet.Carelet;
import io.github.carelet.booking.Disclosure;
import io.github.carelet.booking.OpenedBooking;
import io.github.carelet.exchange.BookingJson;
import java.util.Map;

/**
 * A booking as JSON, for systems of the clinic. What a patient comes for is left out unless it may be
 * {@linkplain Disclosure told}, or the system may see what is sensitive.
 *
 * @param carelet has the catalogue
 */
record PickupJson(Carelet carelet) {

    /** Returns what the thin events say. */
    Map<String, Object> state(OpenedBooking opened) {
        return BookingJson.state(opened);
    }

    /** Returns all of it. */
    Map<String, Object> whole(OpenedBooking opened, boolean sensitive) {
        return BookingJson.whole(
                opened,
                sensitive || Disclosure.of(carelet.publication().catalog(), opened.booking()) == Disclosure.TOLD);
    }
}
