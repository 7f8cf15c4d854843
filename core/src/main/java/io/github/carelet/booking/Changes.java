package io.github.carelet.booking;

import io.github.carelet.booking.BookingStore.Change;
import io.github.carelet.delivery.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes changes of bookings, each with its history entry and with the messages that tell of it, in one transaction.
 */
final class Changes {

    /** How many bookings that have fallen due are looked after at a time. */
    static final int AT_ONCE = 100;

    static final String PATIENT = "patient";
    private static final String SYSTEM = "system";

    private final BookingStore store;
    private final BookingMessages messages;

    Changes(BookingStore store, BookingMessages messages) {
        this.store = store;
        this.messages = messages;
    }

    BookingStore store() {
        return store;
    }

    /**
     * Who changes a booking, and how it is told.
     *
     * @param actor who, for the history
     * @param note why, if that was said
     * @param event what it is called outside, such as {@code booking.confirmed}
     * @param kind what it is in the history
     */
    record Cause(String actor, Optional<String> note, String event, HistoryEntry.Kind kind) {

        Cause(String actor, Optional<String> note, String event) {
            this(actor, note, event, HistoryEntry.Kind.CHANGE);
        }

        static Cause of(ClinicAction action, String event) {
            return new Cause(action.actor(), action.note(), event);
        }

        /** Returns whether somebody at the clinic did it. */
        boolean isByClinic() {
            return ClinicAction.isSomebody(actor);
        }

        static Cause patient(String event) {
            return new Cause(PATIENT, Optional.empty(), event);
        }

        @Override
        public String toString() {
            return "Cause[" + event + " by " + actor + "]";
        }
    }

    /**
     * Writes a change, unless it is no longer the next one, or others leave no room for it. Of a suspect booking nobody hears
     * before the clinic lets it out.
     */
    Change make(Booking before, Booking changed, Allowance allowance, Cause cause) {
        HistoryEntry entry = new HistoryEntry(
                changed.version(),
                changed.updatedAt(),
                cause.actor(),
                changed.status(),
                cause.note(),
                cause.kind(),
                Optional.empty());
        boolean silent = before.status() == BookingStatus.SUSPECT && changed.status() != BookingStatus.REQUESTED;
        List<Message> told = silent ? List.of() : messages.of(cause, Optional.of(before), changed);
        Change change = store.tryChange(changed, entry, allowance, told);
        return change == Change.TAKEN && endLapsed(changed.updatedAt()) > 0
                ? store.tryChange(changed, entry, allowance, told)
                : change;
    }

    /**
     * Ends holds and offers that have run out, for somebody in whose way they are: nobody is to wait until they are looked
     * after.
     *
     * @return how many there were
     */
    int endLapsed(Instant now) {
        int ended = store.endHolds(now);
        for (Booking booking : store.due(now, AT_ONCE)) {
            ended += booking.isLapsed(now) && lookAfter(booking, now) ? 1 : 0;
        }
        return ended;
    }

    /**
     * Does what is to be done with a booking that has fallen due. A request stays what it is: it is escalated, once. Of a
     * proposal that nobody accepted nothing stays; who is on the waiting list goes on waiting.
     *
     * @return whether this call did it
     */
    boolean lookAfter(Booking booking, Instant now) {
        BookingStatus next = booking.status() == BookingStatus.PROPOSED ? BookingStatus.EXPIRED : booking.status();
        String event = switch (booking.status()) {
            case PROPOSED -> "booking.expired";
            case WAITLISTED -> "booking.waitlisted";
            default -> BookingEvent.UNANSWERED;
        };
        Booking changed = booking.changedTo(next, now);
        return make(booking, changed, Allowance.PROMISED, new Cause(SYSTEM, Optional.empty(), event)) == Change.DONE;
    }
}
