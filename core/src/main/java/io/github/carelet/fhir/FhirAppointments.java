package io.github.carelet.fhir;

import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingEvent;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.delivery.Message;
import io.github.carelet.delivery.ResourceSource;
import java.util.function.Supplier;

/**
 * Says what the clinic's FHIR server is to hold of bookings: one R4 {@code Appointment} each, with its patient in it. Of what
 * happened it is told by the message; what the booking is by now it looks up when the message is sent, so that no personal
 * data waits anywhere, and one that is late takes nothing back. Safe for use by many threads.
 */
public final class FhirAppointments implements ResourceSource {

    private final Supplier<Catalog> catalog;
    private final BookingStore store;

    /**
     * Makes one.
     *
     * @param catalog gives the catalogue that holds now
     * @param store has the bookings
     */
    public FhirAppointments(Supplier<Catalog> catalog, BookingStore store) {
        this.catalog = catalog;
        this.store = store;
    }

    /** Returns the booking's reference, in the system {@code https://carelet.github.io/fhir/{id of the clinic}/booking}. */
    @Override
    public Identity identity(Message message) {
        String system = new Systems(catalog.get().clinic().id()).booking();
        return new Identity(
                "Appointment", system, BookingEvent.parse(message.payload()).reference());
    }

    @Override
    public Composition compose(Message message) {
        String reference = BookingEvent.parse(message.payload()).reference();
        try {
            return store.findByReference(reference)
                    .map(this::composed)
                    .orElseGet(() -> new Composition.NotNeeded("the booking is gone"));
        } catch (StoreUnavailableException e) {
            return new Composition.NotYet("the store is away");
        }
    }

    private Composition composed(Booking booking) {
        if (booking.status() == BookingStatus.SUSPECT) {
            return new Composition.NotNeeded("the booking is suspect");
        }
        AppointmentJson json = new AppointmentJson(catalog.get(), booking, store.history(booking.id()));
        if (!booking.patient().isForgotten()) {
            return new Composition.Composed(json.resource().toString());
        }
        // A visit that was called off must not stay booked there, because its patient was forgotten here before it was
        // told.
        return json.isCalledOff()
                ? new Composition.Amended(json.ending().toString())
                : new Composition.NotNeeded("the patient is forgotten");
    }
}
