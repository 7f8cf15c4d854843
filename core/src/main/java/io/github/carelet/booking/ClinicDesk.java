package io.github.carelet.booking;

import io.github.carelet.booking.Changes.Cause;
import io.github.carelet.booking.StaffTimes.Picked;
import io.github.carelet.schedule.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

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

    private final DeskTurn desk;
    private final Proposals proposals;
    private final DeskNotes notes;
    private final Undoing undoing;
    private final PhoneBookings phone;
    private final Revocation revocation;

    ClinicDesk(DeskTurn desk, PhoneBookings phone, Revocation revocation) {
        this.desk = desk;
        this.phone = phone;
        this.revocation = revocation;
        this.proposals = new Proposals(desk);
        this.notes = new DeskNotes(desk);
        this.undoing = new Undoing(desk);
    }

    /** Returns a booking. For tests: whoever reads what a patient said does so by an {@link Inbox}, which keeps that. */
    Optional<Booking> find(String reference) {
        return desk.store().findByReference(reference);
    }

    /** Returns what happened to a booking, the first entry first. */
    List<HistoryEntry> history(Booking booking) {
        return desk.store().history(booking.id());
    }

    /**
     * Enters a booking of a patient who called. The fields are those of the patient's form, without token, consent and
     * honeypot: {@code type}, {@code location}, {@code treatment}, {@code condition}, {@code slot} or up to three
     * {@code preferred}, {@code givenName}, {@code familyName}, {@code phone}, {@code email} and so on. With a time it is
     * confirmed, else requested. Of two equal ones the second is refused as a duplicate, so that pressing twice does no harm.
     *
     * @param actor the name of who enters it
     * @param language the BCP 47 tag of the language in which the patient is to be written to
     */
    public ClinicOutcome enter(Submission fields, String actor, String language) {
        return phone.enter(fields, ClinicAction.somebody(actor), language);
    }

    /**
     * Returns what would come of a time for a booking, as of now. Tells nothing of any patient.
     *
     * @throws StoreUnavailableException if the store can't be asked now
     */
    public TimeCheck check(String reference, Instant start) {
        return find(reference)
                .map(booking -> desk.times(desk.now()).pick(booking, List.of(start)))
                .map(picked -> new TimeCheck(picked.refusal(), picked.warning()))
                .orElseGet(() -> new TimeCheck(Optional.of(Refusal.NOT_OFFERED_HERE), Optional.empty()));
    }

    /**
     * Returns what would come of a time for a booking that is yet to be entered, as of now.
     *
     * @param type id of an appointment type
     * @param location id of a location
     * @throws StoreUnavailableException if the store can't be asked now
     */
    public TimeCheck check(String type, String location, Instant start) {
        Picked picked = desk.times(desk.now()).pick(type, location, List.of(start));
        return new TimeCheck(picked.refusal(), picked.warning());
    }

    /** Confirms a booking at the time that it has. Without one, {@code start} is required. */
    public ClinicOutcome confirm(ClinicAction action) {
        return desk.toward(
                BookingStatus.CONFIRMED,
                action,
                (booking, now) -> booking.seat().isEmpty()
                        ? new ClinicOutcome.Invalid(FieldError.of("start", "required"))
                        : desk.write(
                                booking, booking.changedTo(BookingStatus.CONFIRMED, now), Allowance.PROMISED, action));
    }

    /**
     * Confirms a booking at a time that the clinic picks. Whatever else it took is free again. The outcome warns of what a
     * patient would have been refused for.
     */
    public ClinicOutcome confirm(ClinicAction action, Instant start) {
        return desk.toward(
                BookingStatus.CONFIRMED,
                action,
                (booking, now) ->
                        settle(booking, booking.location(), start, now, Cause.of(action, "booking.confirmed")));
    }

    /** Moves a confirmed booking to another time at its location. */
    public ClinicOutcome reschedule(ClinicAction action, Instant start) {
        return reschedule(action, start, Optional.empty());
    }

    /**
     * Moves a confirmed booking to another time, which is taken in the step that frees the old one. The outcome warns of what
     * a patient would have been refused for.
     *
     * @param location id of another location; empty if it stays where it is
     */
    public ClinicOutcome reschedule(ClinicAction action, Instant start, Optional<String> location) {
        return desk.on(
                action,
                booking -> booking.status() == BookingStatus.CONFIRMED,
                (booking, now) -> settle(
                        booking,
                        location.orElse(booking.location()),
                        start,
                        now,
                        Cause.of(action, "booking.rescheduled")));
    }

    private ClinicOutcome settle(Booking booking, String location, Instant start, Instant now, Cause cause) {
        if (desk.catalog().location(location).isEmpty()) {
            return new ClinicOutcome.Invalid(FieldError.of("location", "unknown"));
        }
        Picked picked = desk.times(now).pick(booking, location, List.of(start));
        if (picked.refusal().isPresent()) {
            return new ClinicOutcome.Refused(picked.refusal().get());
        }
        Offer only = picked.offers().get(0);
        Timing timing = Timing.at(location, only.start(), only.seat());
        Booking changed = booking.changedTo(BookingStatus.CONFIRMED, timing, now);
        return desk.write(booking, changed, picked.allowance(), cause).warning(picked.warning());
    }

    /**
     * Offers times to a patient, each held until the offers run out. The time that the booking had is free again. A
     * proposal that is open is replaced by another one.
     *
     * @param starts one to {@link #MAX_OFFERS} times, each for itself free
     * @param until the instant at which they run out: after now, and not after the first of them begins
     */
    public ClinicOutcome propose(ClinicAction action, List<Instant> starts, Instant until) {
        return proposals.propose(action, starts, until);
    }

    /**
     * Offers times to a patient on the waiting list, each held until the offers run out; then the patient goes on waiting.
     *
     * @see #propose
     */
    public ClinicOutcome offer(ClinicAction action, List<Instant> starts, Instant until) {
        return proposals.offer(action, starts, until);
    }

    /** Accepts one of the times that are offered, for a patient who said so. The others are free again. */
    public ClinicOutcome accept(ClinicAction action, Instant start) {
        return proposals.accept(action, start);
    }

    /** Puts a booking on the waiting list. The time that it had is free again, and stays as a wish. */
    public ClinicOutcome waitlist(ClinicAction action) {
        return desk.on(
                action,
                booking -> booking.status() == BookingStatus.WAITLISTED
                        || booking.status().canBecome(BookingStatus.WAITLISTED),
                (booking, now) -> desk.write(
                        booking,
                        booking.changedTo(
                                BookingStatus.WAITLISTED,
                                booking.timing().unsettled().quiet(),
                                now),
                        Allowance.PROMISED,
                        action));
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
        return desk.on(action, booking -> booking.status() == BookingStatus.SUSPECT, (booking, now) -> {
            Picked picked = desk.times(now)
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
            Instant by = desk.times(now).answerBy(booking.location());
            return desk.write(
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
        return desk.toward(BookingStatus.NO_SHOW, action, (booking, now) -> {
            boolean early = booking.start()
                    .filter(start -> start.toInstant().isAfter(now))
                    .isPresent();
            return early
                    ? new ClinicOutcome.Invalid(FieldError.of("start", "too_soon"))
                    : desk.write(booking, booking.changedTo(BookingStatus.NO_SHOW, now), Allowance.PROMISED, action);
        });
    }

    /**
     * Takes back what somebody at the clinic did last with a booking, within a day: that it was declined or called off, while
     * its time is ahead and still free; that the patient came, or did not. Anything else is not possible any more.
     */
    public ClinicOutcome undo(ClinicAction action) {
        return undoing.undo(action);
    }

    /** Adds the action's note to the history. Nobody outside is told. */
    public ClinicOutcome note(ClinicAction action) {
        return notes.note(action);
    }

    /**
     * Keeps that the clinic tried to reach the patient. A message may be left only where the patient allowed it; such an
     * attempt is otherwise refused with {@code not_allowed}.
     */
    public ClinicOutcome contact(ClinicAction action, ContactAttempt attempt) {
        return notes.contact(action, attempt);
    }

    /**
     * Keeps that a booking was entered in the clinic's own system.
     *
     * @param number what it is called there; encrypted wherever it is kept
     */
    public ClinicOutcome recorded(ClinicAction action, String number) {
        return notes.recorded(action, number);
    }

    /**
     * Takes back what a patient agreed to, who told the clinic so, in all their bookings. Possible in any state, while it
     * holds.
     *
     * @see BookingDesk#revoke
     */
    public ClinicOutcome revoke(ClinicAction action, ConsentKind kind) {
        return revocation.revoke(desk, action, kind);
    }

    /** Keeps that a system of the clinic has taken a booking over, under no number of its own. */
    public ClinicOutcome acknowledge(ClinicAction action) {
        return notes.acknowledge(action);
    }

    private ClinicOutcome become(ClinicAction action, BookingStatus next) {
        return desk.toward(
                next,
                action,
                (booking, now) -> desk.write(booking, booking.changedTo(next, now), Allowance.PROMISED, action));
    }
}
