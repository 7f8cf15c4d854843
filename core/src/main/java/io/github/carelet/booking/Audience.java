package io.github.carelet.booking;

import java.util.List;

/**
 * Who hears of bookings.
 *
 * @param destinations each hears of every event
 * @param mail whether mails are sent, to the clinic's addresses and to patients who gave theirs
 */
public record Audience(List<Destination> destinations, boolean mail) {

    /** Nobody. */
    public static final Audience NOBODY = new Audience(List.of(), false);

    /** Copies the list. */
    public Audience {
        destinations = List.copyOf(destinations);
    }

    /**
     * One that hears of every event.
     *
     * @param kind by which transport: {@code webhook} gets the thin payload of the contract, whatever stays in the house the
     *     whole {@link BookingEvent}
     * @param destination by what it is configured
     */
    public record Destination(String kind, String destination) {}

    /** Returns webhooks by their names, and no mail. */
    public static Audience ofWebhooks(List<String> names) {
        return new Audience(
                names.stream().map(name -> new Destination("webhook", name)).toList(), false);
    }
}
