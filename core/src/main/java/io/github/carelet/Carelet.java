package io.github.carelet;

import io.github.carelet.booking.BookingDesk;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One clinic's content and bookings. */
public final class Carelet implements AutoCloseable {

    private Carelet() {}

    /** Returns the catalogue that is being served now. */
    public Publication publication() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns where bookings are taken; empty if this is content only. */
    public Optional<BookingDesk> bookingDesk() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns the Carelet that takes the bookings, if it is another one than this. */
    public Optional<URI> bookingAt() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns the absolute address of the mounted servlet, without a slash at its end, if the host said it. */
    public Optional<URI> publicUrl() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns the clock. */
    public InstantSource clock() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns a partner. */
    public Optional<Partner> partner(String id) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns all partners. */
    public List<Partner> partners() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void close() {}
}
