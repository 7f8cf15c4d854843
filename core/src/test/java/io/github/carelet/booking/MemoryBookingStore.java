package io.github.carelet.booking;

import io.github.carelet.delivery.Message;
import io.github.carelet.schedule.Occupancy;
import io.github.carelet.schedule.Stretch;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps bookings in memory, for tests of what uses a store. One lock, so every method is a transaction. */
final class MemoryBookingStore implements BookingStore {

    private static final Set<BookingStatus> OPEN = EnumSet.of(
            BookingStatus.REQUESTED, BookingStatus.PROPOSED, BookingStatus.WAITLISTED, BookingStatus.CONFIRMED);

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Hold> holds = new LinkedHashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private final Set<ConsentWords> kept = new LinkedHashSet<>();
    private boolean broken;
    private int conflicts;

    private record Row(Booking booking, Booking first, SubmissionKey key, List<HistoryEntry> history) {

        Row changed(Booking changed, HistoryEntry entry) {
            List<HistoryEntry> longer = new ArrayList<>(history);
            longer.add(entry);
            boolean moved = !changed.location().equals(booking.location())
                    || !changed.preferred().equals(booking.preferred())
                    || !changed.start()
                            .map(OffsetDateTime::toInstant)
                            .equals(booking.start().map(OffsetDateTime::toInstant));
            return new Row(
                    changed,
                    first,
                    moved
                            ? new SubmissionKey(
                                    key.keyId(),
                                    key.token(),
                                    key.fingerprint(),
                                    key.manage(),
                                    BookingSamples.bytes(changed.id()))
                            : key,
                    longer);
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

    synchronized List<Hold> holds() {
        return List.copyOf(holds.values());
    }

    synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    synchronized void put(Booking changed) {
        rows.computeIfPresent(changed.id(), (id, row) -> new Row(changed, row.first(), row.key(), row.history()));
    }

    @Override
    public synchronized Reservation tryReserve(
            Booking booking, SubmissionKey key, Allowance allowance, String actor, List<Message> told) {
        check();
        Optional<Reservation.Spent> spent = spent(key.token());
        if (spent.isPresent()) {
            return spent.get();
        }
        if (!hasRoom(Taken.by(booking), Set.of(booking.id(), Hold.idOf(key.token())), allowance)) {
            return new Reservation.Taken();
        }
        if (rows.values().stream().anyMatch(row -> row.first().reference().equals(booking.reference()))) {
            return new Reservation.DrawnBefore();
        }
        boolean duplicate = OPEN.contains(booking.status())
                && rows.values().stream()
                        .anyMatch(row -> OPEN.contains(row.booking().status())
                                && Arrays.equals(row.key().duplicate(), key.duplicate()));
        if (duplicate) {
            return new Reservation.Duplicate();
        }
        HistoryEntry entry = new HistoryEntry(1, booking.createdAt(), actor, booking.status(), Optional.empty());
        rows.put(booking.id(), new Row(booking, booking, key, List.of(entry)));
        holds.remove(Hold.idOf(key.token()));
        messages.addAll(told);
        return new Reservation.Won();
    }

    @Override
    public synchronized void keep(ConsentWords words, Instant now) {
        check();
        kept.add(words);
    }

    @Override
    public synchronized List<ConsentWords> words(String sha256) {
        check();
        return kept.stream().filter(each -> each.sha256().equals(sha256)).toList();
    }

    @Override
    public synchronized boolean tryHold(Hold hold, Allowance allowance, int most) {
        check();
        Taken wanted = Taken.by(hold);
        long held = holds.values().stream()
                .filter(each -> !each.id().equals(hold.id()) && Taken.by(each).sameDay(wanted))
                .count();
        if (held >= most || !hasRoom(List.of(wanted), Set.of(hold.id()), allowance)) {
            return false;
        }
        holds.put(hold.id(), hold);
        return true;
    }

    @Override
    public synchronized int endHolds(Instant now) {
        check();
        int before = holds.size();
        holds.values().removeIf(hold -> hold.isOver(now));
        return before - holds.size();
    }

    /** What a booking takes of a resource and of a day. */
    private record Taken(Seat seat, String type, String location, OffsetDateTime start) {

        static List<Taken> by(Booking booking) {
            if (!booking.status().takes()) {
                return List.of();
            }
            List<Taken> taken = new ArrayList<>();
            booking.seat()
                    .ifPresent(
                            seat -> taken.add(of(booking, seat, booking.start().orElseThrow())));
            booking.offers().forEach(offer -> taken.add(of(booking, offer.seat(), offer.start())));
            return taken;
        }

        static Taken by(Hold hold) {
            return new Taken(hold.seat(), hold.type(), hold.location(), hold.start());
        }

        private static Taken of(Booking booking, Seat seat, OffsetDateTime start) {
            return new Taken(seat, booking.type(), booking.location(), start);
        }

        boolean sameDay(Taken other) {
            return type.equals(other.type)
                    && location.equals(other.location)
                    && start.toLocalDate().equals(other.start.toLocalDate());
        }
    }

    /** By the definition: at every instant fewer than the capacity have the resource, and fewer than the cap that day. */
    private boolean hasRoom(List<Taken> all, Set<String> leftOut, Allowance allowance) {
        List<Taken> others = new ArrayList<>(bookings().stream()
                .filter(each -> !leftOut.contains(each.id()))
                .flatMap(each -> Taken.by(each).stream())
                .toList());
        holds.values().stream()
                .filter(each -> !leftOut.contains(each.id()))
                .map(Taken::by)
                .forEach(others::add);
        for (Taken wanted : all) {
            if (!hasRoom(wanted, others, allowance)) {
                return false;
            }
            others.add(wanted);
        }
        return true;
    }

    private static boolean hasRoom(Taken wanted, List<Taken> others, Allowance allowance) {
        List<Stretch> taken = others.stream()
                .map(Taken::seat)
                .filter(each -> each.resource().equals(wanted.seat().resource()))
                .map(Seat::time)
                .toList();
        Stretch time = wanted.seat().time();
        return others.stream().filter(wanted::sameDay).count()
                        < allowance.perDay().orElse(Integer.MAX_VALUE)
                && Stream.concat(Stream.of(time), taken.stream())
                        .map(Stretch::from)
                        .filter(instant -> isIn(time, instant))
                        .allMatch(instant -> taken.stream()
                                        .filter(each -> isIn(each, instant))
                                        .count()
                                < allowance.capacity());
    }

    private static boolean isIn(Stretch time, Instant instant) {
        return !instant.isBefore(time.from()) && instant.isBefore(time.until());
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
    public synchronized Change tryChange(Booking changed, HistoryEntry entry, Allowance allowance, List<Message> told) {
        check();
        Row row = rows.get(changed.id());
        if (row == null) {
            return Change.OUTDATED;
        }
        if (conflicts > 0) {
            conflicts--;
            put(row.booking().changedTo(row.booking().status(), entry.at()));
            return Change.OUTDATED;
        }
        if (row.booking().version() != changed.version() - 1) {
            return Change.OUTDATED;
        }
        boolean stays = Taken.by(changed).equals(Taken.by(row.booking()));
        if (!stays && !hasRoom(Taken.by(changed), Set.of(changed.id()), allowance)) {
            return Change.TAKEN;
        }
        rows.put(changed.id(), row.changed(changed, entry));
        messages.addAll(told);
        return Change.DONE;
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
        Stream<Taken> booked = bookings().stream()
                .filter(booking -> !question.leftOut().equals(Optional.of(booking.id())))
                .map(booking -> booking.isLapsed(question.now())
                        ? booking.changedTo(BookingStatus.EXPIRED, question.now())
                        : booking)
                .flatMap(booking -> Taken.by(booking).stream());
        Stream<Taken> held = holds.values().stream()
                .filter(hold -> !question.leftOut().equals(Optional.of(hold.id())) && !hold.isOver(question.now()))
                .map(Taken::by);
        Stream.concat(booked, held).forEach(each -> add(each, taken, question));
    }

    private static void add(Taken each, Occupancy.Builder taken, Question question) {
        if (question.resources().contains(each.seat().resource())) {
            taken.take(
                    each.seat().resource(),
                    each.seat().time().from(),
                    each.seat().time().until());
        }
        if (question.counted().equals(Optional.of(each.type()))) {
            taken.count(each.type(), each.location(), each.start().toInstant());
        }
    }

    @Override
    public synchronized List<Booking> due(Instant now, int limit) {
        check();
        return bookings().stream()
                .filter(each -> each.isDue(now))
                .sorted(Comparator.comparing(each -> each.dueAt().orElseThrow()))
                .limit(limit)
                .toList();
    }

    private void check() {
        if (broken) {
            throw new StoreUnavailableException("broken on purpose", new IllegalStateException("broken"));
        }
    }
}
