package io.github.carelet;

import io.github.carelet.booking.Allowance;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.HistoryEntry;
import io.github.carelet.booking.Hold;
import io.github.carelet.booking.Reservation;
import io.github.carelet.booking.SubmissionKey;
import io.github.carelet.delivery.Message;
import io.github.carelet.schedule.Occupancy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A store that says so when it has taken messages, so that they go out at once instead of at the next look.
 *
 * @param store does the work
 * @param wake called after a commit with messages
 */
record WakingStore(BookingStore store, Runnable wake) implements BookingStore {

    @Override
    public Reservation tryReserve(
            Booking booking, SubmissionKey key, Allowance allowance, String actor, List<Message> messages) {
        Reservation reservation = store.tryReserve(booking, key, allowance, actor, messages);
        wakeIf(reservation instanceof Reservation.Won && !messages.isEmpty());
        return reservation;
    }

    @Override
    public boolean tryHold(Hold hold, Allowance allowance, int most) {
        return store.tryHold(hold, allowance, most);
    }

    @Override
    public int endHolds(Instant now) {
        return store.endHolds(now);
    }

    @Override
    public Change tryChange(Booking changed, HistoryEntry entry, Allowance allowance, List<Message> messages) {
        Change change = store.tryChange(changed, entry, allowance, messages);
        wakeIf(change == Change.DONE && !messages.isEmpty());
        return change;
    }

    @Override
    public void addTo(Occupancy.Builder taken, Question question) {
        store.addTo(taken, question);
    }

    @Override
    public Optional<Reservation.Spent> spent(byte[] token) {
        return store.spent(token);
    }

    @Override
    public List<Booking> due(Instant now, int limit) {
        return store.due(now, limit);
    }

    @Override
    public Optional<Booking> findByManageHash(byte[] hash) {
        return store.findByManageHash(hash);
    }

    @Override
    public Optional<Booking> findByReference(String reference) {
        return store.findByReference(reference);
    }

    @Override
    public List<HistoryEntry> history(String bookingId) {
        return store.history(bookingId);
    }

    private void wakeIf(boolean messagesWait) {
        if (messagesWait) {
            wake.run();
        }
    }
}
