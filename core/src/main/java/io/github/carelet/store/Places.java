package io.github.carelet.store;

import io.github.carelet.store.Seating.Place;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What bookings take, in table {@code carelet_place}. The database itself lets nobody have a seat that another one has. So
 * that nobody runs into that either, whoever looks for seats of a resource waits for those who did before.
 *
 * @param sql the transaction
 */
record Places(Sql sql) {

    /** A visit takes a day at most, and so does each of its buffers. */
    static final Duration LONGEST = Duration.ofDays(3);

    private static final String TAKEN = """
            select seat, from_at, until_at from carelet_place
            where resource = ? and from_at >= ? and from_at < ? and until_at > ?
                and coalesce(booking_id, hold_id) not in (?, ?)
            """;

    private static final String TAKE = """
            insert into carelet_place (resource, seat, from_at, until_at, capacity, %s) values (?, ?, ?, ?, ?, ?)
            """;
    private static final String TAKE_FOR_BOOKING = String.format(Locale.ROOT, TAKE, "booking_id");
    private static final String TAKE_FOR_HOLD = String.format(Locale.ROOT, TAKE, "hold_id");

    private static final String OWN = """
            select r.key, p.from_at, p.until_at from carelet_place p join carelet_resource r on r.id = p.resource
            where p.booking_id = ?
            """;

    /** What is to be taken: a resource, and where to sit. */
    record Found(long resource, int capacity, List<Place> places) {}

    /** Returns seats for all that is wanted, or nothing; but for those that the booking itself has, or its hold. */
    Optional<List<Found>> find(List<Want> wanted, String bookingId, String holdId) throws SQLException {
        List<Found> found = new ArrayList<>();
        for (Want want : wanted) {
            long resource = locked(want.key());
            List<Place> taken = taken(resource, want, bookingId, holdId);
            // Of two times that one booking wants at once, each needs a seat.
            found.stream().filter(each -> each.resource() == resource).forEach(each -> taken.addAll(each.places()));
            Optional<List<Place>> places = new Seating(want.from(), want.until(), want.capacity()).among(taken);
            if (places.isEmpty()) {
                return Optional.empty();
            }
            found.add(new Found(resource, want.capacity(), places.get()));
        }
        return Optional.of(found);
    }

    private List<Place> taken(long resource, Want want, String bookingId, String holdId) throws SQLException {
        return sql.rows(
                TAKEN,
                row -> new Place(row.integer("seat"), row.number("from_at"), row.number("until_at")),
                resource,
                want.from() - LONGEST.toMillis(),
                want.until(),
                want.from(),
                bookingId,
                holdId);
    }

    private long locked(String key) throws SQLException {
        String query =
                "select id from carelet_resource where key = ? " + sql.dialect().forUpdate();
        Optional<Long> known = sql.first(query, row -> row.number("id"), key);
        if (known.isPresent()) {
            return known.get();
        }
        sql.update("insert into carelet_resource (key) values (?) on conflict do nothing", key);
        return sql.first(query, row -> row.number("id"), key).orElseThrow();
    }

    /** Takes what was found, for a booking that is in the database. */
    void take(List<Found> found, String bookingId) throws SQLException {
        take(TAKE_FOR_BOOKING, found, bookingId);
    }

    /** Takes what was found, for a hold that is in the database. */
    void takeForHold(List<Found> found, String holdId) throws SQLException {
        take(TAKE_FOR_HOLD, found, holdId);
    }

    private void take(String insert, List<Found> found, String id) throws SQLException {
        for (Found each : found) {
            for (Place place : each.places()) {
                sql.update(insert, each.resource(), place.seat(), place.from(), place.until(), each.capacity(), id);
            }
        }
    }

    /** Gives back all that a booking has. */
    void free(String bookingId) throws SQLException {
        sql.update("delete from carelet_place where booking_id = ?", bookingId);
    }

    /** Returns whether a booking has just what is wanted. */
    boolean has(List<Want> wanted, String bookingId) throws SQLException {
        List<Want> own = sql.rows(
                OWN, row -> new Want(row.text("key"), row.number("from_at"), row.number("until_at"), 0), bookingId);
        return Want.steps(own).equals(Want.steps(wanted));
    }
}
