package io.github.carelet.servlet.pickup;

import io.github.carelet.Carelet;
import io.github.carelet.booking.OpenedBooking;
import io.github.carelet.booking.Visit;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Treatment.Sensitivity;
import io.github.carelet.exchange.BookingJson;
import java.util.Map;

/**
 * A booking as JSON, for systems of the clinic. What a patient comes for is left out where the treatment is sensitive, unless
 * the system may see that.
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
                opened, sensitive || !isSensitive(opened.booking().visit()));
    }

    /** What the catalogue does not have any more may have been sensitive. */
    private boolean isSensitive(Visit visit) {
        Catalog catalog = carelet.publication().catalog();
        return visit.treatment()
                .filter(id -> catalog.treatment(id)
                        .map(treatment -> treatment.sensitivity() == Sensitivity.SENSITIVE)
                        .orElse(true))
                .isPresent();
    }
}
