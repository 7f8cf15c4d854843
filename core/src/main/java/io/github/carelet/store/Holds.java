package io.github.carelet.store;

import io.github.carelet.booking.Allowance;
import io.github.carelet.booking.Hold;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The times that are held, in table {@code carelet_hold}. What a hold has of {@code carelet_place} goes with it.
 *
 * @param sql the transaction
 */
record Holds(Sql sql) {

    private static final String ADD = """
            insert into carelet_hold (id, type, location, start_at, resource, taken_from, taken_until, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private static final String END = "delete from carelet_hold where id = ?";

    private static final String OVER =
            "delete from carelet_hold where id in (select id from carelet_hold where expires_at <= ? order by id ";

    /** Puts a hold in the place of the one that its token had. */
    boolean replace(Hold hold, Allowance allowance, int most) throws SQLException {
        Places places = new Places(sql);
        Optional<List<Places.Found>> found = places.find(Want.of(hold, allowance, most), hold.id(), hold.id());
        if (found.isEmpty()) {
            return false;
        }
        end(hold.id());
        if (!add(hold)) {
            return false;
        }
        places.takeForHold(found.get(), hold.id());
        return true;
    }

    private boolean add(Hold hold) throws SQLException {
        return sql.update(
                        ADD,
                        hold.id(),
                        hold.type(),
                        hold.location(),
                        hold.start().toInstant(),
                        hold.seat().resource().key(),
                        hold.seat().time().from(),
                        hold.seat().time().until(),
                        hold.until())
                == 1;
    }

    void end(String id) throws SQLException {
        sql.update(END, id);
    }

    /** Ends what has run out by an instant; what somebody else ends just now is theirs to end. */
    int endOver(Instant now) throws SQLException {
        return sql.update(OVER + sql.dialect().skipLocked() + ")", now);
    }
}
