package io.github.carelet.booking;

import io.github.carelet.booking.BookingStore.Change;
import io.github.carelet.booking.Changes.Cause;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.schedule.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One thing that somebody at the clinic does with one booking: reads it as it is now, sees whether it may be done and whether
 * it is still the version that they saw, and writes what came of it.
 */
final class DeskTurn {

    private final Supplier<Catalog> catalog;
    private final Availability availability;
    private final Changes changes;
    private final InstantSource clock;

    DeskTurn(Supplier<Catalog> catalog, Availability availability, Changes changes, InstantSource clock) {
        this.catalog = catalog;
        this.availability = availability;
        this.changes = changes;
        this.clock = clock;
    }

    /** What is to become of a booking as of now. */
    interface Move {
        ClinicOutcome on(Booking booking, Instant now);
    }

    /** Makes a move with a booking that may go over to a state. */
    ClinicOutcome toward(BookingStatus next, ClinicAction action, Move move) {
        return on(action, booking -> booking.status().canBecome(next), move);
    }

    /**
     * Makes a move with a booking of which something is true. Nothing is done any more with one whose patient is forgotten: it
     * would be known again what was not to be.
     */
    ClinicOutcome on(ClinicAction action, Predicate<Booking> possible, Move move) {
        Instant now = now();
        try {
            Optional<Booking> found = changes.store().findByReference(action.reference());
            if (found.isEmpty()) {
                return new ClinicOutcome.Unknown();
            }
            Booking booking = found.get();
            if (booking.version() != action.version()) {
                return new ClinicOutcome.Outdated();
            }
            if (booking.isLapsed(now)) {
                changes.lookAfter(booking, now);
                return new ClinicOutcome.Outdated();
            }
            return possible.test(booking) && !booking.patient().isForgotten()
                    ? move.on(booking, now)
                    : new ClinicOutcome.NotPossible(booking.status());
        } catch (StoreUnavailableException e) {
            return new ClinicOutcome.Unavailable();
        }
    }

    /** Writes a change that is told by the name of the state that it leads to. */
    ClinicOutcome write(Booking before, Booking changed, Allowance allowance, ClinicAction action) {
        return write(
                before,
                changed,
                allowance,
                Cause.of(action, "booking." + changed.status().code()));
    }

    ClinicOutcome write(Booking before, Booking changed, Allowance allowance, Cause cause) {
        return outcome(changes.make(before, changed, allowance, cause), changed);
    }

    /** Appends to the history, and changes nothing else. Nobody is told. */
    ClinicOutcome append(Booking before, HistoryEntry entry) {
        Booking after = before.changedTo(before.status(), before.timing(), entry.at());
        return outcome(changes.store().tryChange(after, entry, Allowance.PROMISED, List.of()), after);
    }

    private static ClinicOutcome outcome(Change change, Booking changed) {
        return switch (change) {
            case DONE -> new ClinicOutcome.Done(changed);
            case OUTDATED -> new ClinicOutcome.Outdated();
            case TAKEN -> new ClinicOutcome.Refused(Refusal.SLOT_TAKEN);
        };
    }

    BookingStore store() {
        return changes.store();
    }

    Catalog catalog() {
        return catalog.get();
    }

    StaffTimes times(Instant now) {
        return new StaffTimes(catalog.get(), availability, now);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
