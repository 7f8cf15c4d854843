package io.github.carelet.booking;

import io.github.carelet.delivery.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where bookings are kept. A port; every method is one transaction, and what a method says has happened is durable when
 * it returns. Safe for use by many threads. Knows what its bookings take. Every method may throw {@link StoreUnavailableException}.
 */
public interface BookingStore extends TakenTimes {

    /** What came of a change. */
    enum Change {
        /** It is in the store, durably. */
        DONE,
        /** Another change came first; nothing was stored. */
        OUTDATED,
        /** Somebody else has that time, or the day is full; nothing was stored. */
        TAKEN
    }

    /**
     * Stores a booking, its first history entry and its messages, unless its token is spent, its time is taken, or an open
     * booking is like it; in this order. Of several calls with one token, or one duplicate key, exactly one wins.
     *
     * <p>While its state {@linkplain BookingStatus#takes counts}, a booking with a seat has it, and one visit of its local
     * day. At no instant do more have a resource than were allowed to when the last of them came.
     *
     * <p>Open are the states {@code requested}, {@code proposed}, {@code waitlisted} and {@code confirmed}. A booking that
     * begins as {@code suspect} is no duplicate of anything, and takes nothing.
     *
     * <p>What the token {@linkplain Hold held} is not in the way of its booking, and the hold ends in the same step, whichever
     * time was booked.
     *
     * @param actor who enters it, for the history: {@code patient}, or the name of somebody at the clinic
     */
    Reservation tryReserve(
            Booking booking, SubmissionKey key, Allowance allowance, String actor, List<Message> messages);

    /** Stores a booking that its patient makes. */
    default Reservation tryReserve(Booking booking, SubmissionKey key, Allowance allowance, List<Message> messages) {
        return tryReserve(booking, key, allowance, "patient", messages);
    }

    /** Stores a booking that takes no time, or all of it for itself. */
    default Reservation tryReserve(Booking booking, SubmissionKey key, List<Message> messages) {
        return tryReserve(booking, key, Allowance.ONE, messages);
    }

    /**
     * Holds a time, in place of any that its token held before; nothing changes unless others leave room. A hold counts like a
     * booking, but nobody is told, and nothing of it stays.
     *
     * @param most how many holds of its type its location may have on the local day of its start, this one included
     * @return whether it is held now
     */
    boolean tryHold(Hold hold, Allowance allowance, int most);

    /**
     * Ends the holds that have run out: they count no longer for those who ask what is taken, but their seats are theirs until
     * then.
     *
     * @return how many
     */
    int endHolds(Instant now);

    /** Keeps words that patients agree to, once and for good. */
    void keep(ConsentWords words, Instant now);

    /** Returns the words whose {@link ConsentWords#sha256} this is, in each version that had them. */
    List<ConsentWords> words(String sha256);

    /** Returns what a token was spent on. */
    Optional<Reservation.Spent> spent(byte[] token);

    /**
     * Stores a change of a booking with its history entry and messages, if the stored version is still the one before. What
     * the booking took and takes no longer is free again in the same step; for what it takes newly, others leave room or
     * nothing changes. Offers take their seats like the booking its own, each for itself. A booking that was moved is no
     * duplicate of one that asks for its old time.
     */
    Change tryChange(Booking changed, HistoryEntry entry, Allowance allowance, List<Message> messages);

    /**
     * Stores a change that takes no other time.
     *
     * @return whether this call won
     */
    default boolean tryChange(Booking changed, HistoryEntry entry, List<Message> messages) {
        return tryChange(changed, entry, Allowance.ONE, messages) == Change.DONE;
    }

    /**
     * Returns bookings that fall due at an instant or before, the one that has been due the longest first.
     *
     * @param limit the most to return
     */
    List<Booking> due(Instant now, int limit);

    /** Returns the booking with the given SHA-256 of its manage token. */
    Optional<Booking> findByManageHash(byte[] hash);

    /** Returns the booking with the given reference. */
    Optional<Booking> findByReference(String reference);

    /** Returns what happened to a booking, the first entry first. */
    List<HistoryEntry> history(String bookingId);
}
