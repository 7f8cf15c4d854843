package io.github.carelet.booking;

import java.util.List;

/**
 * Who hears of bookings.
 *
 * @param destinations each hears of every event that concerns it
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
     * One that hears of events.
     *
     * @param kind by which transport: {@code webhook} gets the thin payload of the contract, all others the whole
     *     {@link BookingEvent}, which stays in the house; {@code fhir} hears of nothing that leaves an appointment as it is
     * @param destination by what it is configured
     */
    public record Destination(String kind, String destination) {

        boolean hearsOf(BookingEvent event) {
            return !(kind.equals("fhir") && event.type().equals(BookingEvent.UNANSWERED));
        }

        String payload(BookingEvent event) {
            return kind.equals("webhook") ? event.thin() : event.json();
        }
    }

    /** Returns webhooks by their names, and no mail. */
    public static Audience ofWebhooks(List<String> names) {
        return new Audience(
                names.stream().map(name -> new Destination("webhook", name)).toList(), false);
    }
}
