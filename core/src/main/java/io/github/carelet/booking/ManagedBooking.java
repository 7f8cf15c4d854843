package io.github.carelet.booking;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.schedule.Preference;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What the patient's page knows of a booking as of now: neither name nor treatment. A booking stays the same when it is
 * moved, and so does its link.
 *
 * @param reference what it is called
 * @param status its state now; a proposal that has run out is {@code expired} even if nobody has looked after it yet
 * @param start when it begins, if that is settled
 * @param end when it ends, if its start is known and its type still offered
 * @param preferred when the patient would like to come, otherwise
 * @param offers times that the clinic offers, to be accepted by {@link BookingDesk#accept}; none that have run out
 * @param offersUntil the instant at which they run out
 * @param location the id of the location
 * @param type the id of the appointment type, to look free times up; must not be shown
 * @param language the language that the patient used
 * @param partner the id of the partner it came through; empty if none
 * @param requestedAt when the patient asked
 * @param changedAt when it last changed
 * @param version how often it changed, from 1: for the {@code SEQUENCE} of a calendar entry
 * @param answerBy the instant by which the clinic has promised to answer; empty if it has answered, or is late
 * @param late whether the clinic has not kept that promise
 * @param cancellable whether it can still be called off
 * @param reschedulable whether it can still be moved
 * @param consent what the patient agreed to, and what of it was taken back
 * @param wasConfirmed whether there was a visit before it was called off, and not only a request
 */
public record ManagedBooking(
        String reference,
        BookingStatus status,
        Optional<OffsetDateTime> start,
        Optional<OffsetDateTime> end,
        List<Preference> preferred,
        List<OffsetDateTime> offers,
        Optional<Instant> offersUntil,
        String location,
        String type,
        String language,
        Optional<String> partner,
        Instant requestedAt,
        Instant changedAt,
        int version,
        Optional<Instant> answerBy,
        boolean late,
        boolean cancellable,
        boolean reschedulable,
        Consents consent,
        boolean wasConfirmed) {

    /** Copies the lists. */
    public ManagedBooking {
        preferred = List.copyOf(preferred);
        offers = List.copyOf(offers);
    }

    /**
     * Returns what the patient may know of a booking.
     *
     * @param type empty if it is not offered any more
     * @param history what happened to it, if it is called off
     */
    static ManagedBooking of(Booking booking, Optional<AppointmentType> type, List<HistoryEntry> history, Instant now) {
        boolean lapsed = booking.isLapsed(now);
        boolean over = lapsed && booking.status() == BookingStatus.PROPOSED;
        BookingStatus status = over ? BookingStatus.EXPIRED : booking.status().shown();
        boolean requested = status == BookingStatus.REQUESTED;
        boolean late = requested && (booking.dueAt().isEmpty() || booking.isDue(now));
        List<Offer> offers = lapsed ? List.of() : booking.offers();
        return new ManagedBooking(
                booking.reference(),
                status,
                booking.start(),
                booking.start().flatMap(start -> type.map(each -> end(start, each))),
                booking.preferred(),
                offers.stream().map(Offer::start).toList(),
                booking.dueAt().filter(due -> !offers.isEmpty()),
                booking.location(),
                booking.type(),
                booking.language(),
                booking.partner(),
                booking.createdAt(),
                booking.updatedAt(),
                booking.version(),
                booking.dueAt().filter(due -> requested && !late),
                late,
                !over && Cancellation.isPossible(booking.status()),
                !over && Rescheduling.isPossible(booking, type, now),
                booking.consent(),
                wasConfirmed(history));
    }

    private static boolean wasConfirmed(List<HistoryEntry> history) {
        return history.stream()
                .map(HistoryEntry::status)
                .filter(status -> status != BookingStatus.CANCELLED)
                .reduce((before, after) -> after)
                .equals(Optional.of(BookingStatus.CONFIRMED));
    }

    /** The visit may end on the other side of a change of the clocks; its offset then is the page's to look up. */
    private static OffsetDateTime end(OffsetDateTime start, AppointmentType type) {
        return start.plus(type.duration());
    }
}
