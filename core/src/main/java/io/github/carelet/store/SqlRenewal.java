package io.github.carelet.store;

import io.github.carelet.privacy.BrokenSealException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts with the current key what was encrypted with another one. Each step is a transaction, and what is done already is
 * passed over: whenever this ends, everything can be read, and the next time goes on.
 */
final class SqlRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(SqlRenewal.class);
    private static final int AT_ONCE = 50;

    private static final String NEXT = """
            select id, identity, medical from carelet_booking where id > ? order by id limit ? %s
            """;

    private static final String NOTES =
            "select booking_id, version, note from carelet_history where booking_id in (...) and note is not null";

    private final Database database;
    private final SealedFields sealed;

    SqlRenewal(Database database, SealedFields sealed) {
        this.database = database;
        this.sealed = sealed;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(String id, byte[] identity, byte[] medical) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Note(String bookingId, int version, byte[] note) {}

    private record Step(String last, Renewed done) {}

    Renewed run(Consumer<Renewed> progress) {
        Renewed all = new Renewed(0, 0, 0);
        String last = "";
        boolean more = true;
        while (more) {
            String from = last;
            Step step = database.write(sql -> step(sql, from));
            all = all.plus(step.done());
            last = step.last();
            more = step.done().bookings() == AT_ONCE;
            progress.accept(all);
        }
        return all;
    }

    private Step step(Sql sql, String from) throws SQLException {
        String query = String.format(Locale.ROOT, NEXT, sql.dialect().forUpdate());
        List<Kept> bookings = sql.rows(
                query, row -> new Kept(row.text("id"), row.bytes("identity"), row.bytes("medical")), from, AT_ONCE);
        int values = 0;
        int unreadable = 0;
        for (Kept each : bookings) {
            try {
                values += renew(sql, each);
            } catch (BrokenSealException e) {
                LOG.warn("A booking can't be encrypted anew", e);
                unreadable++;
            }
        }
        String last =
                bookings.isEmpty() ? from : bookings.get(bookings.size() - 1).id();
        return new Step(last, new Renewed(bookings.size(), values, unreadable));
    }

    private int renew(Sql sql, Kept booking) throws SQLException {
        byte[] identity = sealed.renewPatient(booking.id(), booking.identity());
        byte[] medical = sealed.renewVisit(booking.id(), booking.medical());
        int values = 0;
        if (!Arrays.equals(identity, booking.identity()) || !Arrays.equals(medical, booking.medical())) {
            sql.update(
                    "update carelet_booking set identity = ?, medical = ? where id = ?",
                    identity,
                    medical,
                    booking.id());
            values += 2;
        }
        List<Note> notes = sql.rowsAmong(
                NOTES,
                row -> new Note(row.text("booking_id"), row.integer("version"), row.bytes("note")),
                List.of(booking.id()));
        for (Note each : notes) {
            byte[] note = sealed.renewNote(each.bookingId(), each.version(), each.note());
            if (!Arrays.equals(note, each.note())) {
                sql.update(
                        "update carelet_history set note = ? where booking_id = ? and version = ?",
                        note,
                        each.bookingId(),
                        each.version());
                values++;
            }
        }
        return values;
    }
}
