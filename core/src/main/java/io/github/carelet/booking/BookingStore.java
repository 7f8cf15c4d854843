package io.github.carelet.booking;

import io.github.carelet.delivery.Message;
import java.util.List;
import java.util.Optional;

/**
 * Where bookings are kept. A port; every method is one transaction, and what a method says has happened is durable when
 * it returns. Safe for use by many threads. Knows what its bookings take. Every method may throw {@link StoreUnavailableException}.
 */
public interface BookingStore extends TakenTimes {

    /**
     * Stores a booking, its first history entry and its messages, unless its token is spent or an open booking is like
     * it. Of several calls with one token, or one duplicate key, exactly one wins.
     *
     * <p>Open are the states {@code requested}, {@code proposed}, {@code waitlisted} and {@code confirmed}. A booking that
     * begins as {@code suspect} is no duplicate of anything.
     */
    Reservation tryReserve(Booking booking, SubmissionKey key, List<Message> messages);

    /** Returns what a token was spent on. */
    Optional<Reservation.Spent> spent(byte[] token);

    /**
     * Stores a change of a booking with its history entry and messages, if the stored version is still the one before.
     *
     * @return whether this call won
     */
    boolean tryChange(Booking changed, HistoryEntry entry, List<Message> messages);

    /** Returns the booking with the given SHA-256 of its manage token. */
    Optional<Booking> findByManageHash(byte[] hash);

    /** Returns the booking with the given reference. */
    Optional<Booking> findByReference(String reference);

    /** Returns what happened to a booking, the first entry first. */
    List<HistoryEntry> history(String bookingId);
}
