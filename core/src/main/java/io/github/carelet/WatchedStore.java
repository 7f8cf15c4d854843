package io.github.carelet;

import io.github.carelet.Funnel.Step;
import io.github.carelet.booking.Allowance;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingSource;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.ConsentWords;
import io.github.carelet.booking.HistoryEntry;
import io.github.carelet.booking.Hold;
import io.github.carelet.booking.Reservation;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.booking.SubmissionKey;
import io.github.carelet.delivery.Message;
import io.github.carelet.schedule.Occupancy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A store that says what it has written: messages go out at once instead of at the next look, and a host can count.
 *
 * @param store does the work
 * @param wake called after a commit with messages
 * @param measures hears how long commits took
 * @param funnel hears which booking came, and which is confirmed for the first time
 */
record WatchedStore(BookingStore store, Runnable wake, Measures measures, Funnel funnel) implements BookingStore {

    @Override
    public Reservation tryReserve(
            Booking booking, SubmissionKey key, Allowance allowance, String actor, List<Message> messages) {
        long began = System.nanoTime();
        Reservation reservation = store.tryReserve(booking, key, allowance, actor, messages);
        if (reservation instanceof Reservation.Won) {
            measures.committed(Duration.ofNanos(System.nanoTime() - began));
            wakeIf(!messages.isEmpty());
            count(booking);
        }
        return reservation;
    }

    private void count(Booking booking) {
        if (booking.source() != BookingSource.WEB || booking.status() == BookingStatus.SUSPECT) {
            return;
        }
        funnel.count(Step.SENT, booking.partner());
        if (booking.status() == BookingStatus.CONFIRMED) {
            funnel.count(Step.CONFIRMED, booking.partner());
        }
    }

    @Override
    public boolean tryHold(Hold hold, Allowance allowance, int most) {
        boolean held = store.tryHold(hold, allowance, most);
        measures.held(held);
        return held;
    }

    @Override
    public int endHolds(Instant now) {
        return store.endHolds(now);
    }

    @Override
    public Change tryChange(Booking changed, HistoryEntry entry, Allowance allowance, List<Message> messages) {
        Change change = store.tryChange(changed, entry, allowance, messages);
        if (change == Change.DONE) {
            wakeIf(!messages.isEmpty());
            countFirst(changed);
        }
        return change;
    }

    /** Clinics answer so rarely that what happened before may be asked for. */
    private void countFirst(Booking changed) {
        boolean counts = changed.source() == BookingSource.WEB
                && (changed.status() == BookingStatus.REQUESTED || changed.status() == BookingStatus.CONFIRMED);
        if (!counts || measures == Measures.NONE) {
            return;
        }
        List<BookingStatus> before = statesBefore(changed);
        if (!before.isEmpty() && before.get(before.size() - 1) == BookingStatus.SUSPECT) {
            funnel.count(Step.SENT, changed.partner());
        }
        if (changed.status() == BookingStatus.CONFIRMED
                && !before.isEmpty()
                && !before.contains(BookingStatus.CONFIRMED)) {
            funnel.count(Step.CONFIRMED, changed.partner());
        }
    }

    /** What was written is written, whether it can be counted or not: empty if the store can't say. */
    private List<BookingStatus> statesBefore(Booking changed) {
        try {
            return store.history(changed.id()).stream()
                    .filter(each -> each.version() < changed.version())
                    .map(HistoryEntry::status)
                    .toList();
        } catch (StoreUnavailableException e) {
            return List.of();
        }
    }

    @Override
    public void addTo(Occupancy.Builder taken, Question question) {
        store.addTo(taken, question);
    }

    @Override
    public void keep(ConsentWords words, Instant now) {
        store.keep(words, now);
    }

    @Override
    public List<ConsentWords> words(String sha256) {
        return store.words(sha256);
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
