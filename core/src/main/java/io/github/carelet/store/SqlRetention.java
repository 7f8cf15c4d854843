package io.github.carelet.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.carelet.booking.Patient;
import io.github.carelet.booking.RetentionStore;
import io.github.carelet.booking.Visit;
import io.github.carelet.privacy.AuditAction;
import io.github.carelet.privacy.AuditEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes patients out of the tables of bookings and their history. */
final class SqlRetention implements RetentionStore {

    /** What is closed is looked at by when it was closed; a visit that nobody closed, by its start. */
    private static final String OVER = """
            select id, reference from carelet_booking
            where status in (
                'suspect', 'confirmed', 'declined', 'cancelled', 'expired', 'arrived', 'completed', 'no_show')
                and attend_at <= ? and purged_at is null
            order by attend_at limit ? %s
            """;

    private static final String FORGET = """
            update carelet_booking set identity = ?, medical = ?, token = ?, fingerprint = ?, manage_hash = ?,
                duplicate_key = null, preferred = '', partner_source = null, purged_at = ?
            where id = ? and purged_at is null
            """;

    private static final Patient NOBODY = new Patient(
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Patient.BookingFor.SELF);

    private static final Visit NOTHING = new Visit(
            Optional.empty(),
            Optional.empty(),
            Visit.PatientType.UNSURE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of());

    private final Database database;
    private final SealedFields sealed;
    private final SqlAudit audit;

    SqlRetention(Database database, SealedFields sealed, SqlAudit audit) {
        this.database = database;
        this.sealed = sealed;
        this.audit = audit;
    }

    private record Found(String id, String reference, String status, boolean purged) {}

    @Override
    public int purge(Instant closedBy, Instant now, int limit) {
        return database.write(sql -> {
            String query = String.format(Locale.ROOT, OVER, sql.dialect().skipLocked());
            List<Found> found = sql.rows(
                    query, row -> new Found(row.text("id"), row.text("reference"), "", false), closedBy, limit);
            for (Found each : found) {
                forget(sql, each.id(), now);
            }
            if (!found.isEmpty()) {
                List<String> references = found.stream().map(Found::reference).toList();
                audit.append(sql, new AuditEvent(now, "system", AuditAction.ERASE, references, "retention"));
            }
            return found.size();
        });
    }

    @Override
    public Erasure erase(String reference, String actor, Instant now) {
        return database.write(sql -> {
            Optional<Found> found = sql.first(
                    "select id, reference, status, purged_at from carelet_booking where reference = ? "
                            + sql.dialect().forUpdate(),
                    row -> new Found(
                            row.text("id"),
                            row.text("reference"),
                            row.text("status"),
                            row.optionalInstant("purged_at").isPresent()),
                    reference);
            if (found.isEmpty()) {
                return Erasure.UNKNOWN;
            }
            if (found.get().purged()) {
                return Erasure.DONE;
            }
            if (BookingRows.status(found.get().status()).isOpen()) {
                return Erasure.OPEN;
            }
            forget(sql, found.get().id(), now);
            audit.append(sql, new AuditEvent(now, actor, AuditAction.ERASE, List.of(reference), "request"));
            return Erasure.DONE;
        });
    }

    private void forget(Sql sql, String id, Instant now) throws SQLException {
        // Nothing that anybody could show hashes to this.
        byte[] nothing = ("purged " + id).getBytes(UTF_8);
        sql.update(FORGET, sealed.seal(id, NOBODY), sealed.seal(id, NOTHING), nothing, nothing, nothing, now, id);
        sql.update("update carelet_history set note = null where booking_id = ? and note is not null", id);
        sql.update("delete from carelet_term where booking_id = ?", id);
        sql.update("delete from carelet_offer where booking_id = ?", id);
    }
}
