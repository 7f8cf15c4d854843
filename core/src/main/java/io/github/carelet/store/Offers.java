package io.github.carelet.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.Offer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The times that are offered, in table {@code carelet_offer}.
 *
 * @param sql the transaction
 */
record Offers(Sql sql) {

    private static final String ADD = """
            insert into carelet_offer (booking_id, start_at, start_offset, resource, taken_from, taken_until)
            values (?, ?, ?, ?, ?, ?)
            """;

    private static final String OF =
            "select * from carelet_offer where booking_id in (...) order by booking_id, start_at";

    /** An offer, and to which booking. */
    private record Made(String bookingId, Offer offer) {}

    /** Asks what some bookings are offered, all at once, and returns what says it of each of them. */
    UnaryOperator<Booking> to(List<Booking> bookings) throws SQLException {
        List<String> ids =
                bookings.stream().filter(Offers::mayOffer).map(Booking::id).toList();
        Map<String, List<Offer>> made =
                sql.rowsAmong(OF, row -> new Made(row.text("booking_id"), BookingRows.offer(row)), ids).stream()
                        .collect(groupingBy(Made::bookingId, mapping(Made::offer, toList())));
        return booking -> Optional.ofNullable(made.get(booking.id()))
                .map(booking::offering)
                .orElse(booking);
    }

    private static boolean mayOffer(Booking booking) {
        return booking.status() == BookingStatus.PROPOSED || booking.status() == BookingStatus.WAITLISTED;
    }

    void add(Booking booking) throws SQLException {
        for (Offer offer : booking.offers()) {
            sql.update(ADD, BookingRows.inserted(booking.id(), offer));
        }
    }

    /** Puts the offers of a booking in the place of those that it had. */
    void replace(Booking booking) throws SQLException {
        sql.update("delete from carelet_offer where booking_id = ?", booking.id());
        add(booking);
    }
}
