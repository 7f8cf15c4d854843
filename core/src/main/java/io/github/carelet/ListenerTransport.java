package io.github.carelet;

import io.github.carelet.booking.BookingEvent;
import io.github.carelet.delivery.Delivery;
import io.github.carelet.delivery.Message;
import io.github.carelet.delivery.Transport;
import java.util.Map;

/** Carries messages of kind {@code listener} to the host's own code. */
final class ListenerTransport implements Transport {

    private final Map<String, BookingListener> listeners;

    /** Makes one of listeners by their names, which are kept in the outbox. */
    ListenerTransport(Map<String, BookingListener> listeners) {
        this.listeners = Map.copyOf(listeners);
    }

    @Override
    public String kind() {
        return "listener";
    }

    @Override
    public Delivery deliver(Message message) {
        BookingListener listener = listeners.get(message.destination());
        if (listener == null) {
            return new Delivery.Retry("no listener of this name");
        }
        listener.onBooking(BookingEvent.parse(message.payload()));
        return new Delivery.Delivered("called");
    }

    @Override
    public void close() {
        // Listeners are the host's.
    }
}
