package io.github.carelet.booking;

import io.github.carelet.booking.BookingStore.Change;
import io.github.carelet.booking.Changes.Cause;
import io.github.carelet.booking.StaffTimes.Picked;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.schedule.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the clinic does with bookings, as the table of {@link BookingStatus#canBecome} allows it. Each action is one
 * transaction: the change, its history entry and the messages that tell of it, {@code booking.} and the new state by name.
 * Of two people who act on the same version one is told that it is outdated. Suspect bookings tell nobody.
 *
 * <p>The clinic may pick any time that is not over, whatever hours, steps, notice, window and the cap of a day say to
 * patients; but never one that somebody else has. Safe for use by many threads.
 */
public final class ClinicDesk {

    /** The most times that one proposal offers. */
    public static final int MAX_OFFERS = 3;

    /** The most proposals that a booking gets. */
    public static final int MAX_ROUNDS = 3;

    private final Supplier<Catalog> catalog;
    private final Availability availability;
    private final Changes changes;
    private final InstantSource clock;

    ClinicDesk(Supplier<Catalog> catalog, Availability availability, Changes changes, InstantSource clock) {
        this.catalog = catalog;
        this.availability = availability;
        this.changes = changes;
        this.clock = clock;
    }

    /** What is to become of a booking as of now. */
    private interface Move {
        ClinicOutcome on(Booking booking, Instant now);
    }

    /** Returns a booking with all that the clinic may know of it. */
    public Optional<Booking> find(String reference) {
        return changes.store().findByReference(reference);
    }

    /** Returns what happened to a booking, the first entry first. */
    public List<HistoryEntry> history(Booking booking) {
        return changes.store().history(booking.id());
    }

    /** Confirms a booking at the time that it has. Without one, {@code start} is required. */
    public ClinicOutcome confirm(ClinicAction action) {
        return act(
                action,
                BookingStatus.CONFIRMED,
                (booking, now) -> booking.seat().isEmpty()
                        ? new ClinicOutcome.Invalid(FieldError.of("start", "required"))
                        : write(booking, booking.changedTo(BookingStatus.CONFIRMED, now), Allowance.PROMISED, action));
    }

    /** Confirms a booking at a time that the clinic picks. Whatever else it took is free again. */
    public ClinicOutcome confirm(ClinicAction action, Instant start) {
        return act(action, BookingStatus.CONFIRMED, (booking, now) -> {
            Picked picked = times(now).pick(booking, List.of(start));
            if (picked.refusal().isPresent()) {
                return new ClinicOutcome.Refused(picked.refusal().get());
            }
            Offer only = picked.offers().get(0);
            Timing timing = Timing.at(booking.location(), only.start(), only.seat());
            return write(booking, booking.changedTo(BookingStatus.CONFIRMED, timing, now), picked.allowance(), action);
        });
    }

    /**
     * Offers times to a patient, each held until the offers run out. The time that the booking had is free again. A
     * proposal that is open is replaced by another one.
     *
     * @param starts one to {@link #MAX_OFFERS} times, each for itself free
     * @param until the instant at which they run out: after now, and not after the first of them begins
     */
    public ClinicOutcome propose(ClinicAction action, List<Instant> starts, Instant until) {
        return act(action, BookingStatus.PROPOSED, (booking, now) -> {
            long rounds = history(booking).stream()
                    .filter(entry -> entry.status() == BookingStatus.PROPOSED)
                    .count();
            return rounds < MAX_ROUNDS
                    ? offer(booking, BookingStatus.PROPOSED, starts, until, action)
                    : new ClinicOutcome.Invalid(tooMany("round", MAX_ROUNDS));
        });
    }

    /** Puts a booking on the waiting list. The time that it had is free again, and stays as a wish. */
    public ClinicOutcome waitlist(ClinicAction action) {
        return act(
                action,
                BookingStatus.WAITLISTED,
                (booking, now) -> write(
                        booking,
                        booking.changedTo(
                                BookingStatus.WAITLISTED,
                                booking.timing().unsettled().quiet(),
                                now),
                        Allowance.PROMISED,
                        action));
    }

    /**
     * Offers times to a patient on the waiting list, each held until the offers run out; then the patient goes on waiting.
     *
     * @see #propose
     */
    public ClinicOutcome offer(ClinicAction action, List<Instant> starts, Instant until) {
        return act(
                action,
                BookingStatus.WAITLISTED,
                (booking, now) -> booking.status() == BookingStatus.WAITLISTED
                        ? offer(booking, BookingStatus.WAITLISTED, starts, until, action)
                        : new ClinicOutcome.NotPossible(booking.status()));
    }

    /** Says no. */
    public ClinicOutcome decline(ClinicAction action) {
        return become(action, BookingStatus.DECLINED);
    }

    /** Calls a booking off for the clinic. */
    public ClinicOutcome cancel(ClinicAction action) {
        return become(action, BookingStatus.CANCELLED);
    }

    /** Lets a suspect booking out of quarantine. If the time that it picked is gone, the day stays as a wish. */
    public ClinicOutcome release(ClinicAction action) {
        return act(action, BookingStatus.REQUESTED, (booking, now) -> {
            if (booking.status() != BookingStatus.SUSPECT) {
                return new ClinicOutcome.NotPossible(booking.status());
            }
            Picked picked = times(now)
                    .pick(
                            booking,
                            booking.start().map(OffsetDateTime::toInstant).stream()
                                    .toList());
            Timing timing = picked.offers().isEmpty()
                    ? booking.timing().unsettled()
                    : Timing.at(
                            booking.location(),
                            picked.offers().get(0).start(),
                            picked.offers().get(0).seat());
            Instant by = times(now).answerBy(booking);
            return write(
                    booking,
                    booking.changedTo(BookingStatus.REQUESTED, timing.dueBy(by), now),
                    picked.allowance(),
                    action);
        });
    }

    /** Says that the patient is there. */
    public ClinicOutcome arrive(ClinicAction action) {
        return become(action, BookingStatus.ARRIVED);
    }

    /** Says that the visit took place. */
    public ClinicOutcome complete(ClinicAction action) {
        return become(action, BookingStatus.COMPLETED);
    }

    /** Says that the patient did not come; not before the visit was to begin. */
    public ClinicOutcome noShow(ClinicAction action) {
        return act(action, BookingStatus.NO_SHOW, (booking, now) -> {
            boolean early = booking.start()
                    .filter(start -> start.toInstant().isAfter(now))
                    .isPresent();
            return early
                    ? new ClinicOutcome.Invalid(FieldError.of("start", "too_soon"))
                    : write(booking, booking.changedTo(BookingStatus.NO_SHOW, now), Allowance.PROMISED, action);
        });
    }

    private ClinicOutcome become(ClinicAction action, BookingStatus next) {
        return act(
                action,
                next,
                (booking, now) -> write(booking, booking.changedTo(next, now), Allowance.PROMISED, action));
    }

    private ClinicOutcome act(ClinicAction action, BookingStatus next, Move move) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            Optional<Booking> found = find(action.reference());
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
            boolean again = booking.status() == next && !booking.offers().isEmpty();
            boolean waits = booking.status() == next && next == BookingStatus.WAITLISTED;
            return again || waits || booking.status().canBecome(next)
                    ? move.on(booking, now)
                    : new ClinicOutcome.NotPossible(booking.status());
        } catch (StoreUnavailableException e) {
            return new ClinicOutcome.Unavailable();
        }
    }

    private ClinicOutcome offer(
            Booking booking, BookingStatus next, List<Instant> starts, Instant until, ClinicAction action) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<FieldError> error = wrong(starts, until, now);
        if (error.isPresent()) {
            return new ClinicOutcome.Invalid(error.get());
        }
        Picked picked = times(now).pick(booking, starts);
        if (picked.refusal().isPresent()) {
            return new ClinicOutcome.Refused(picked.refusal().get());
        }
        Timing timing = booking.timing().unsettled().offering(picked.offers(), until);
        return write(booking, booking.changedTo(next, timing, now), picked.allowance(), action);
    }

    private static Optional<FieldError> wrong(List<Instant> starts, Instant until, Instant now) {
        if (starts.isEmpty()) {
            return Optional.of(FieldError.of("starts", "required"));
        }
        if (starts.size() > MAX_OFFERS) {
            return Optional.of(tooMany("starts", MAX_OFFERS));
        }
        boolean distinct = starts.stream().distinct().count() == starts.size();
        boolean inTime = until.isAfter(now) && starts.stream().noneMatch(until::isAfter);
        return distinct && inTime
                ? Optional.empty()
                : Optional.of(FieldError.of(distinct ? "until" : "starts", "invalid"));
    }

    private static FieldError tooMany(String field, int most) {
        return new FieldError(field, "too_many", List.of(Integer.toString(most)));
    }

    private ClinicOutcome write(Booking before, Booking changed, Allowance allowance, ClinicAction action) {
        Cause cause = new Cause(
                action.actor(), action.note(), "booking." + changed.status().code());
        Change change = changes.make(before, changed, allowance, cause);
        return switch (change) {
            case DONE -> new ClinicOutcome.Done(changed);
            case OUTDATED -> new ClinicOutcome.Outdated();
            case TAKEN -> new ClinicOutcome.Refused(Refusal.SLOT_TAKEN);
        };
    }

    private StaffTimes times(Instant now) {
        return new StaffTimes(catalog.get(), availability, now);
    }
}
