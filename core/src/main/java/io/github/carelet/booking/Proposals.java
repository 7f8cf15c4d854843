package io.github.carelet.booking;

import io.github.carelet.booking.StaffTimes.Picked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Times that the clinic offers to patients, and their acceptance when a patient says it on the phone.
 */
final class Proposals {

    private final DeskTurn desk;

    Proposals(DeskTurn desk) {
        this.desk = desk;
    }

    ClinicOutcome propose(ClinicAction action, List<Instant> starts, Instant until) {
        return desk.on(action, Proposals::mayBeProposed, (booking, now) -> {
            long rounds = desk.store().history(booking.id()).stream()
                    .filter(entry -> entry.status() == BookingStatus.PROPOSED)
                    .filter(entry -> entry.kind() == HistoryEntry.Kind.CHANGE)
                    .count();
            return rounds < ClinicDesk.MAX_ROUNDS
                    ? offer(booking, BookingStatus.PROPOSED, new Times(starts, until), now, action)
                    : new ClinicOutcome.Invalid(tooMany("round", ClinicDesk.MAX_ROUNDS));
        });
    }

    /** A proposal that is open is replaced by another one. */
    private static boolean mayBeProposed(Booking booking) {
        boolean again =
                booking.status() == BookingStatus.PROPOSED && !booking.offers().isEmpty();
        return again || booking.status().canBecome(BookingStatus.PROPOSED);
    }

    ClinicOutcome offer(ClinicAction action, List<Instant> starts, Instant until) {
        return desk.on(
                action,
                booking -> booking.status() == BookingStatus.WAITLISTED,
                (booking, now) -> offer(booking, BookingStatus.WAITLISTED, new Times(starts, until), now, action));
    }

    ClinicOutcome accept(ClinicAction action, Instant start) {
        return desk.on(action, booking -> !booking.offers().isEmpty(), (booking, now) -> {
            Optional<Offer> offer = booking.offers().stream()
                    .filter(each -> each.start().toInstant().equals(start))
                    .findFirst();
            if (offer.isEmpty()) {
                return new ClinicOutcome.Invalid(FieldError.of("offer", "unknown"));
            }
            Timing timing = Timing.at(
                    booking.location(), offer.get().start(), offer.get().seat());
            return desk.write(
                    booking, booking.changedTo(BookingStatus.CONFIRMED, timing, now), Allowance.PROMISED, action);
        });
    }

    private record Times(List<Instant> starts, Instant until) {

        Optional<FieldError> wrong(Instant now) {
            if (starts.isEmpty()) {
                return Optional.of(FieldError.of("starts", "required"));
            }
            if (starts.size() > ClinicDesk.MAX_OFFERS) {
                return Optional.of(tooMany("starts", ClinicDesk.MAX_OFFERS));
            }
            boolean distinct = starts.stream().distinct().count() == starts.size();
            boolean inTime = until.isAfter(now) && starts.stream().noneMatch(until::isAfter);
            return distinct && inTime
                    ? Optional.empty()
                    : Optional.of(FieldError.of(distinct ? "until" : "starts", "invalid"));
        }
    }

    private ClinicOutcome offer(Booking booking, BookingStatus next, Times times, Instant now, ClinicAction action) {
        Optional<FieldError> error = times.wrong(now);
        if (error.isPresent()) {
            return new ClinicOutcome.Invalid(error.get());
        }
        Picked picked = desk.times(now).pick(booking, times.starts());
        if (picked.refusal().isPresent()) {
            return new ClinicOutcome.Refused(picked.refusal().get());
        }
        Timing timing = booking.timing().unsettled().offering(picked.offers(), times.until());
        return desk.write(booking, booking.changedTo(next, timing, now), picked.allowance(), action)
                .warning(picked.warning());
    }

    private static FieldError tooMany(String field, int most) {
        return new FieldError(field, "too_many", List.of(Integer.toString(most)));
    }
}
