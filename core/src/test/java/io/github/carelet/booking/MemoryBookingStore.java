package io.github.carelet.booking;

import io.github.carelet.delivery.Message;
import io.github.carelet.schedule.Occupancy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps bookings in memory, for tests of what uses a store. One lock, so every method is a transaction. */
final class MemoryBookingStore implements BookingStore {

    private static final Set<BookingStatus> OPEN = EnumSet.of(
            BookingStatus.REQUESTED, BookingStatus.PROPOSED, BookingStatus.WAITLISTED, BookingStatus.CONFIRMED);

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private boolean broken;
    private int conflicts;

    private record Row(Booking booking, Booking first, SubmissionKey key, List<HistoryEntry> history) {

        Row changed(Booking changed, HistoryEntry entry) {
            List<HistoryEntry> longer = new ArrayList<>(history);
            longer.add(entry);
            return new Row(changed, first, key, longer);
        }

        Reservation.Spent spent() {
            return new Reservation.Spent(
                    first.id(),
                    first.reference(),
                    first.status(),
                    first.start(),
                    first.location(),
                    key.keyId(),
                    key.fingerprint());
        }
    }

    synchronized void breakDown() {
        broken = true;
    }

    /** Lets the next changes lose against another one that changes nothing but the version. */
    synchronized void loseNext(int changes) {
        conflicts = changes;
    }

    synchronized List<Booking> bookings() {
        return rows.values().stream().map(Row::booking).toList();
    }

    synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    synchronized void put(Booking changed) {
        rows.computeIfPresent(changed.id(), (id, row) -> new Row(changed, row.first(), row.key(), row.history()));
    }

    @Override
    public synchronized Reservation tryReserve(Booking booking, SubmissionKey key, List<Message> told) {
        check();
        Optional<Reservation.Spent> spent = spent(key.token());
        if (spent.isPresent()) {
            return spent.get();
        }
        boolean duplicate = OPEN.contains(booking.status())
                && rows.values().stream()
                        .anyMatch(row -> OPEN.contains(row.booking().status())
                                && Arrays.equals(row.key().duplicate(), key.duplicate()));
        if (duplicate) {
            return new Reservation.Duplicate();
        }
        HistoryEntry entry = new HistoryEntry(1, booking.createdAt(), "patient", booking.status(), Optional.empty());
        rows.put(booking.id(), new Row(booking, booking, key, List.of(entry)));
        messages.addAll(told);
        return new Reservation.Won();
    }

    @Override
    public synchronized Optional<Reservation.Spent> spent(byte[] token) {
        check();
        return rows.values().stream()
                .filter(row -> Arrays.equals(row.key().token(), token))
                .map(Row::spent)
                .findFirst();
    }

    @Override
    public synchronized boolean tryChange(Booking changed, HistoryEntry entry, List<Message> told) {
        check();
        Row row = rows.get(changed.id());
        if (row == null) {
            return false;
        }
        if (conflicts > 0) {
            conflicts--;
            put(row.booking().changedTo(row.booking().status(), entry.at()));
            return false;
        }
        if (row.booking().version() != changed.version() - 1) {
            return false;
        }
        rows.put(changed.id(), row.changed(changed, entry));
        messages.addAll(told);
        return true;
    }

    @Override
    public synchronized Optional<Booking> findByManageHash(byte[] hash) {
        check();
        return rows.values().stream()
                .filter(row -> Arrays.equals(row.key().manage(), hash))
                .map(Row::booking)
                .findFirst();
    }

    @Override
    public synchronized Optional<Booking> findByReference(String reference) {
        check();
        return bookings().stream()
                .filter(each -> each.reference().equals(reference))
                .findFirst();
    }

    @Override
    public synchronized List<HistoryEntry> history(String bookingId) {
        check();
        Row row = rows.get(bookingId);
        return row == null ? List.of() : row.history();
    }

    @Override
    public synchronized void addTo(Occupancy.Builder taken, Question question) {
        check();
        for (Booking booking : bookings()) {
            boolean takes = booking.status().takes();
            booking.seat()
                    .filter(seat -> takes && question.resources().contains(seat.resource()))
                    .ifPresent(seat -> taken.take(
                            seat.resource(), seat.time().from(), seat.time().until()));
            booking.start()
                    .filter(start -> takes && question.counted().equals(Optional.of(booking.type())))
                    .ifPresent(start -> taken.count(booking.type(), booking.location(), start.toInstant()));
        }
    }

    private void check() {
        if (broken) {
            throw new StoreUnavailableException("broken on purpose", new IllegalStateException("broken"));
        }
    }
}
