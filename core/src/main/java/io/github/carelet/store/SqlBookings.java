package io.github.carelet.store;

import io.github.carelet.booking.Allowance;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.ClinicAction;
import io.github.carelet.booking.ConsentWords;
import io.github.carelet.booking.ContactAttempt;
import io.github.carelet.booking.HistoryEntry;
import io.github.carelet.booking.Hold;
import io.github.carelet.booking.Reservation;
import io.github.carelet.booking.SubmissionKey;
import io.github.carelet.delivery.Message;
import io.github.carelet.privacy.AuditAction;
import io.github.carelet.privacy.AuditEvent;
import io.github.carelet.schedule.Occupancy;
import io.github.carelet.store.Places.Found;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The bookings in table {@code carelet_booking}, what happened to them in {@code carelet_history}. */
final class SqlBookings implements BookingStore {

    private static final String INSERT = """
            insert into carelet_booking (
                id, reference, manage_hash, token, fingerprint, key_id, duplicate_key, status, version, type, location,
                start_at, start_offset, resource, taken_from, taken_until, preferred, due_at, partner, partner_source, language, consent,
                consent_words, sms_consent, sms_words, marketing_consent, marketing_words, quick, created_at, updated_at,
                first_status, first_location, first_start_at, first_start_offset, source, attend_at, identity, medical)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?, ?, ?)
            on conflict do nothing
            """;

    private static final String SPENT = """
            select id, reference, first_status, first_location, first_start_at, first_start_offset, key_id, fingerprint
            from carelet_booking where token = ?
            """;

    private static final String OPEN_LIKE_IT = """
            select id from carelet_booking
            where duplicate_key = ? and status in ('requested', 'proposed', 'waitlisted', 'confirmed')
            """;

    /**
     * A change is never refused as a duplicate: where another open booking is like it, that one goes on standing guard. One
     * that was moved is not like those any more that ask for its old time. Whatever leaves the state as it is, such as a
     * note, moves nothing in the inbox, and keeps nobody longer.
     */
    private static final String UPDATE = """
            update carelet_booking set
                status = ?, version = ?, type = ?, location = ?, start_at = ?, start_offset = ?,
                resource = ?, taken_from = ?, taken_until = ?, preferred = ?, due_at = ?, language = ?, updated_at = ?,
                sms_revoked_at = ?, marketing_revoked_at = ?,
                attend_at = coalesce(?, case when status = ? then attend_at else ? end, attend_at),
                identity = ?, medical = ?,
                duplicate_key = case
                    when location <> ? or start_at is distinct from ? or preferred <> ? then null
                    when exists (
                    select 1 from carelet_booking o
                    where o.duplicate_key = carelet_booking.duplicate_key and o.id <> carelet_booking.id
                        and o.status in ('requested', 'proposed', 'waitlisted', 'confirmed'))
                    then null else duplicate_key end
            where id = ? and version = ? and purged_at is null
            """;

    private static final String VERSION = "select version from carelet_booking where id = ?";

    private static final String ADD_HISTORY = """
            insert into carelet_history (booking_id, version, at, actor, status, note, kind, detail)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;
    private final SealedFields sealed;
    private final BookingRows rows;
    private final SqlAudit audit;

    SqlBookings(Database database, SealedFields sealed, SqlAudit audit) {
        this.database = database;
        this.sealed = sealed;
        this.audit = audit;
        rows = new BookingRows(sealed);
    }

    @Override
    public Reservation tryReserve(
            Booking booking, SubmissionKey key, Allowance allowance, String actor, List<Message> messages) {
        Object[] values = rows.inserted(booking, key);
        List<Want> wanted = Want.of(booking, allowance);
        String hold = Hold.idOf(key.token());
        HistoryEntry entry =
                new HistoryEntry(booking.version(), booking.createdAt(), actor, booking.status(), Optional.empty());
        return database.write(sql -> {
            // What is scarce comes first: who waits for it has nothing yet that others wait for.
            Places places = new Places(sql);
            Optional<List<Found>> found = places.find(wanted, booking.id(), hold);
            if (found.isEmpty()) {
                return spentOr(sql, key, new Reservation.Taken());
            }
            if (sql.update(INSERT, values) == 0) {
                return spentOr(sql, key, whoIsLike(sql, key));
            }
            new Holds(sql).end(hold);
            places.take(found.get(), booking.id());
            new Offers(sql).add(booking);
            add(sql, booking, entry, Optional.empty(), messages);
            return new Reservation.Won();
        });
    }

    private static Reservation spentOr(Sql sql, SubmissionKey key, Reservation otherwise) throws SQLException {
        Optional<Reservation.Spent> spent = sql.first(SPENT, BookingRows::spent, (Object) key.token());
        return spent.<Reservation>map(first -> first).orElse(otherwise);
    }

    private static Reservation whoIsLike(Sql sql, SubmissionKey key) throws SQLException {
        boolean duplicate = sql.first(OPEN_LIKE_IT, row -> row.text("id"), (Object) key.duplicate())
                .isPresent();
        return duplicate ? new Reservation.Duplicate() : new Reservation.DrawnBefore();
    }

    private void add(Sql sql, Booking booking, HistoryEntry entry, Optional<byte[]> note, List<Message> messages)
            throws SQLException {
        sql.update(
                ADD_HISTORY,
                booking.id(),
                entry.version(),
                entry.at(),
                entry.actor(),
                entry.status().code(),
                note,
                entry.kind().code(),
                entry.contact().map(ContactAttempt::toString));
        for (Message message : messages) {
            SqlOutbox.add(sql, message);
        }
        // What patients do themselves, and what goes by itself, is in the history only; but for what they took back,
        // which has to
        // be proved when nothing else of them is left.
        if (ClinicAction.isSomebody(entry.actor()) || entry.kind().isRevocation()) {
            audit.append(sql, event(booking, entry));
        }
    }

    private static AuditEvent event(Booking booking, HistoryEntry entry) {
        AuditAction action = entry.version() == 1 ? AuditAction.ENTER : AuditAction.CHANGE;
        String what = entry.kind() == HistoryEntry.Kind.CHANGE
                ? entry.status().code()
                : entry.kind().code();
        return new AuditEvent(entry.at(), entry.actor(), action, List.of(booking.reference()), what);
    }

    @Override
    public boolean tryHold(Hold hold, Allowance allowance, int most) {
        return database.write(sql -> new Holds(sql).replace(hold, allowance, most));
    }

    @Override
    public int endHolds(Instant now) {
        boolean none = database.read(sql -> sql.first(
                        "select id from carelet_hold where expires_at <= ? limit 1", row -> row.text("id"), now)
                .isEmpty());
        return none ? 0 : database.write(sql -> new Holds(sql).endOver(now));
    }

    @Override
    public void keep(ConsentWords words, Instant now) {
        database.write(sql -> sql.update(
                "insert into carelet_consent_words (sha256, version, language, text, kept_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                words.sha256(),
                words.version(),
                words.language(),
                words.text(),
                now));
    }

    @Override
    public List<ConsentWords> words(String sha256) {
        return database.read(sql -> sql.rows(
                "select version, language, text from carelet_consent_words where sha256 = ? order by kept_at, version",
                row -> new ConsentWords(row.text("version"), row.text("language"), row.text("text")),
                sha256));
    }

    @Override
    public Optional<Reservation.Spent> spent(byte[] token) {
        return database.read(sql -> sql.first(SPENT, BookingRows::spent, (Object) token));
    }

    @Override
    public void addTo(Occupancy.Builder taken, Question question) {
        TakenRows query = new TakenRows(question);
        database.read(sql -> sql.rows(query.sql(), row -> query.add(row, taken), query.parameters()));
    }

    @Override
    public Change tryChange(Booking changed, HistoryEntry entry, Allowance allowance, List<Message> messages) {
        if (entry.version() != changed.version()) {
            throw new IllegalArgumentException("the entry is of version " + entry.version()
                    + ", the booking of version " + changed.version() + "; expected the same");
        }
        Object[] values = rows.updated(changed);
        List<Want> wanted = Want.of(changed, allowance);
        Optional<byte[]> note = entry.note().map(text -> sealed.sealNote(changed.id(), entry.version(), text));
        return database.write(sql -> {
            Places places = new Places(sql);
            boolean stays = places.has(wanted, changed.id());
            Optional<List<Found>> found = places.find(stays ? List.of() : wanted, changed.id(), changed.id());
            if (found.isEmpty()) {
                return sql.first(VERSION, row -> row.integer("version"), changed.id())
                                .equals(Optional.of(changed.version() - 1))
                        ? Change.TAKEN
                        : Change.OUTDATED;
            }
            if (sql.update(UPDATE, values) == 0) {
                return Change.OUTDATED;
            }
            new Offers(sql).replace(changed);
            if (!stays) {
                places.free(changed.id());
                places.take(found.get(), changed.id());
            }
            add(sql, changed, entry, note, messages);
            return Change.DONE;
        });
    }

    @Override
    public Optional<Booking> findByManageHash(byte[] hash) {
        return find("select * from carelet_booking where manage_hash = ?", hash);
    }

    @Override
    public Optional<Booking> findByReference(String reference) {
        return find("select * from carelet_booking where reference = ?", reference);
    }

    private Optional<Booking> find(String query, Object value) {
        return database.read(sql -> bookings(sql, query, value).stream().findFirst());
    }

    @Override
    public List<Booking> due(Instant now, int limit) {
        return database.read(sql ->
                bookings(sql, "select * from carelet_booking where due_at <= ? order by due_at limit ?", now, limit));
    }

    private List<Booking> bookings(Sql sql, String query, Object... values) throws SQLException {
        List<Booking> found = sql.rows(query, rows::booking, values);
        return found.stream().map(new Offers(sql).to(found)).toList();
    }

    @Override
    public List<HistoryEntry> history(String bookingId) {
        return database.read(sql -> sql.rows(BookingRows.HISTORY, rows::entry, bookingId));
    }
}
