package io.github.carelet.booking;

import io.github.carelet.booking.Changes.Cause;
import io.github.carelet.booking.StaffTimes.Picked;
import io.github.carelet.booking.SubmissionReader.Reading;
import io.github.carelet.delivery.Message;
import io.github.carelet.schedule.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Bookings of patients who call: somebody at the clinic enters them. */
final class PhoneBookings {

    private static final int TRIES = 20;

    private final DeskTurn desk;
    private final BookingNames names;
    private final BookingMessages messages;

    /**
     * Makes one.
     *
     * @param desk knows the catalogue, the store and the time
     * @param names by what bookings are called
     * @param messages tell of them
     */
    PhoneBookings(DeskTurn desk, BookingNames names, BookingMessages messages) {
        this.desk = desk;
        this.names = names;
        this.messages = messages;
    }

    /** Somebody who enters a booking: their name, the patient's language, and now. */
    private record Entry(String actor, String language, Instant at, Submission submission) {

        @Override
        public String toString() {
            return "Entry[by " + actor + "]";
        }
    }

    ClinicOutcome enter(Submission submission, String actor, String language) {
        Entry entry = new Entry(actor, language, desk.now(), submission);
        try {
            Reading reading = SubmissionReader.readForClinic(desk.catalog(), submission, entry.at());
            return reading instanceof Reading.Parsed parsed
                    ? enter(parsed.request(), entry)
                    : new ClinicOutcome.Invalid(((Reading.Faulty) reading).errors());
        } catch (StoreUnavailableException e) {
            return new ClinicOutcome.Unavailable();
        }
    }

    /** Others may be faster: then another practitioner may still be free. */
    private ClinicOutcome enter(BookingRequest request, Entry entry) {
        if (!request.type().locations().contains(request.location().id())) {
            return new ClinicOutcome.Refused(Refusal.NOT_OFFERED_HERE);
        }
        for (int i = 0; i < TRIES; i++) {
            Optional<ClinicOutcome> outcome = tryEnter(request, entry);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new ClinicOutcome.Refused(Refusal.SLOT_TAKEN);
    }

    private Optional<ClinicOutcome> tryEnter(BookingRequest request, Entry entry) {
        Booking draft = draft(request, entry);
        List<Instant> starts =
                request.slot().map(OffsetDateTime::toInstant).stream().toList();
        Picked picked = desk.times(entry.at()).pick(draft, starts);
        if (picked.refusal().isPresent()) {
            return picked.refusal().map(ClinicOutcome.Refused::new);
        }
        Booking booking = picked.offers().stream()
                .findFirst()
                .map(offer -> settled(draft, offer, entry.at()))
                .orElse(draft);
        byte[] token = HexFormat.of().parseHex(names.newId(entry.at()));
        SubmissionKey key = names.key(booking, entry.submission(), token);
        Cause cause = new Cause(
                entry.actor(), Optional.empty(), "booking." + booking.status().code());
        List<Message> told = messages.of(cause, Optional.empty(), booking);
        Reservation reservation = desk.store().tryReserve(booking, key, picked.allowance(), entry.actor(), told);
        if (reservation instanceof Reservation.Duplicate) {
            return Optional.of(new ClinicOutcome.Refused(Refusal.DUPLICATE));
        }
        return reservation instanceof Reservation.Won
                ? Optional.of(new ClinicOutcome.Done(booking, picked.warning()))
                : Optional.empty();
    }

    private static Booking settled(Booking draft, Offer offer, Instant now) {
        return draft.changedTo(BookingStatus.CONFIRMED, Timing.at(draft.location(), offer.start(), offer.seat()), now)
                .withVersion(1);
    }

    private Booking draft(BookingRequest request, Entry entry) {
        return new Booking(
                names.newId(entry.at()),
                names.newReference(),
                BookingStatus.REQUESTED,
                1,
                request.type().id(),
                request.location().id(),
                Optional.empty(),
                Optional.empty(),
                request.preferred(),
                List.of(),
                Optional.of(desk.times(entry.at()).answerBy(request.location().id())),
                BookingSource.PHONE,
                Referral.NONE,
                entry.language(),
                request.consent(),
                false,
                entry.at(),
                entry.at(),
                request.patient(),
                request.visit());
    }
}
