package io.github.carelet.booking;

import io.github.carelet.booking.Changes.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes back what somebody at the clinic did with a booking, where nothing else has come of it. A booking that was declined is
 * a request again, and one that was called off is what it was, if its time is still free; the patient is told as of any such
 * state. That somebody came, or did not, is taken back quietly.
 */
final class Undoing {

    private static final Duration SAFE = Duration.ofDays(1);

    private final DeskTurn desk;

    Undoing(DeskTurn desk) {
        this.desk = desk;
    }

    /** To which state, and by which event that is told. */
    private record Back(BookingStatus status, String event) {}

    ClinicOutcome undo(ClinicAction action) {
        return desk.on(
                action,
                booking -> true,
                (booking, now) -> back(booking, now)
                        .map(back -> undo(booking, back, action, now))
                        .orElseGet(() -> new ClinicOutcome.NotPossible(booking.status())));
    }

    private ClinicOutcome undo(Booking booking, Back back, ClinicAction action, Instant now) {
        Timing timing = back.status() == BookingStatus.REQUESTED
                ? booking.timing().dueBy(desk.times(now).answerBy(booking.location()))
                : booking.timing().quiet();
        Allowance allowance = desk.catalog()
                .appointmentType(booking.type())
                .map(type -> Allowance.of(type).uncapped())
                .orElse(Allowance.ONE);
        Cause cause = new Cause(action.actor(), action.note(), back.event(), HistoryEntry.Kind.UNDONE);
        return desk.write(booking, booking.changedTo(back.status(), timing, now), allowance, cause);
    }

    /** Notes in between do not matter; another change does, whoever made it. */
    private Optional<Back> back(Booking booking, Instant now) {
        List<HistoryEntry> history = desk.store().history(booking.id());
        int last = history.size() - 1;
        while (last > 0 && isNote(history.get(last))) {
            last--;
        }
        if (last <= 0) {
            return Optional.empty();
        }
        HistoryEntry done = history.get(last);
        boolean safe = done.kind() == HistoryEntry.Kind.CHANGE
                && ClinicAction.isSomebody(done.actor())
                && done.at().plus(SAFE).isAfter(now);
        return safe ? back(booking, history.get(last - 1).status(), now) : Optional.empty();
    }

    private static boolean isNote(HistoryEntry entry) {
        return entry.kind() != HistoryEntry.Kind.CHANGE && entry.kind() != HistoryEntry.Kind.UNDONE;
    }

    private static Optional<Back> back(Booking booking, BookingStatus before, Instant now) {
        boolean ahead =
                booking.start().map(start -> start.toInstant().isAfter(now)).orElse(true);
        return switch (booking.status()) {
            case ARRIVED, NO_SHOW -> Optional.of(new Back(BookingStatus.CONFIRMED, "booking.undone"));
            case COMPLETED -> Optional.of(new Back(BookingStatus.ARRIVED, "booking.undone"));
            case DECLINED -> Optional.of(again(BookingStatus.REQUESTED)).filter(back -> ahead);
            case CANCELLED ->
                Optional.of(again(
                                before == BookingStatus.CONFIRMED ? BookingStatus.CONFIRMED : BookingStatus.REQUESTED))
                        .filter(back -> ahead);
            case HELD, REQUESTED, SUSPECT, PROPOSED, WAITLISTED, CONFIRMED, EXPIRED -> Optional.empty();
        };
    }

    private static Back again(BookingStatus status) {
        return new Back(status, "booking." + status.code());
    }
}
