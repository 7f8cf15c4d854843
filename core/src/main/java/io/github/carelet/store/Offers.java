package io.github.carelet.store;

import io.github.carelet.booking.Booking;
import io.github.carelet.booking.Offer;
import java.sql.SQLException;
import java.util.List;

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

    private static final String OF = "select * from carelet_offer where booking_id = ? order by start_at";

    List<Offer> of(String bookingId) throws SQLException {
        return sql.rows(OF, BookingRows::offer, bookingId);
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
