package io.github.carelet.servlet.fragment;

import io.github.carelet.Carelet;
import java.net.URI;
import java.util.Optional;

/**
 * Where appointments are asked for.
 *
 * @param elsewhere the address of another Carelet that takes the bookings
 * @param here whether this one does
 */
public record BookingRoot(Optional<URI> elsewhere, boolean here) {

    /** Returns where the given Carelet has appointments asked for. */
    public static BookingRoot of(Carelet carelet) {
        return new BookingRoot(carelet.bookingAt(), carelet.bookingDesk().isPresent());
    }

    /** Returns the address below which the form is; empty if nobody takes bookings online. */
    public Optional<String> of(String base) {
        return elsewhere.map(URI::toASCIIString).or(() -> here ? Optional.of(base) : Optional.empty());
    }
}
