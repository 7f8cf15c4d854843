package io.github.carelet.store;

import io.github.carelet.booking.BookingSearch;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.DayEntry;
import io.github.carelet.booking.HistoryEntry;
import io.github.carelet.booking.InboxCounts;
import io.github.carelet.booking.InboxEntry;
import io.github.carelet.booking.InboxFigures;
import io.github.carelet.booking.InboxStore;
import io.github.carelet.booking.SearchTerms;
import io.github.carelet.privacy.BlindIndex;
import io.github.carelet.privacy.BrokenSealException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bookings as the clinic looks at them, and the index by which it finds them: table {@code carelet_term}. */
final class SqlInbox implements InboxStore {

    private static final Logger LOG = LoggerFactory.getLogger(SqlInbox.class);

    private static final String COUNT = """
            select status, count(*) as number, sum(case when attend_at <= ? then 1 else 0 end) as late from carelet_booking
            where status in ('requested', 'suspect', 'proposed', 'waitlisted', 'confirmed', 'arrived') %s group by status
            """;

    private static final String FOUND =
            "select b.*, " + InboxRows.RECORDED + " as recorded from carelet_booking b where ";

    private static final String OPEN = FOUND + "b.reference = ?";

    private static final String LATEST = " order by b.created_at desc, b.reference limit ?";

    private static final String OF_DAY = """
            select b.*, b.start_at as day_at, b.start_offset as day_offset, 0 as offered from carelet_booking b
            where b.location = ? and b.start_at >= ? and b.start_at < ?
                and b.start_at + b.start_offset * 1000 >= ? and b.start_at + b.start_offset * 1000 < ?
                and b.status in ('held', 'requested', 'confirmed', 'arrived', 'completed', 'no_show')
            union all
            select b.*, o.start_at as day_at, o.start_offset as day_offset, 1 as offered
            from carelet_offer o join carelet_booking b on b.id = o.booking_id
            where b.location = ? and o.start_at >= ? and o.start_at < ?
                and o.start_at + o.start_offset * 1000 >= ? and o.start_at + o.start_offset * 1000 < ?
            order by day_at, reference
            """;

    private static final String VISITS = """
            select b.*, b.start_at as day_at, b.start_offset as day_offset, 0 as offered from carelet_booking b
            where b.start_at >= ? and b.start_at < ? and b.status in ('held', 'requested', 'confirmed', 'arrived') %s
            union all
            select b.*, o.start_at as day_at, o.start_offset as day_offset, 1 as offered
            from carelet_offer o join carelet_booking b on b.id = o.booking_id
            where o.start_at >= ? and o.start_at < ? %s
            order by day_at, reference
            """;

    private static final String NOT_INDEXED = """
            select id, identity from carelet_booking
            where indexed_with is null or indexed_with < ? or indexed_with > ? limit ? %s
            """;

    private final Database database;
    private final BookingRows rows;
    private final SealedFields sealed;
    private final BlindIndex index;

    SqlInbox(Database database, SealedFields sealed, BlindIndex index) {
        this.database = database;
        this.sealed = sealed;
        this.rows = new BookingRows(sealed);
        this.index = index;
    }

    @Override
    public List<InboxEntry> list(Listing listing) {
        InboxRows query = new InboxRows(listing);
        return query.isEmpty() ? List.of() : database.read(sql -> entries(sql, query.sql(), query.parameters()));
    }

    private List<InboxEntry> entries(Sql sql, String query, Object... parameters) throws SQLException {
        Offers offers = new Offers(sql);
        return sql.rows(query, row -> entry(row, offers), parameters);
    }

    private InboxEntry entry(Row row, Offers offers) throws SQLException {
        return new InboxEntry(rows.booking(row, offers), row.instant("attend_at"), row.yes("recorded"));
    }

    @Override
    public InboxCounts count(Instant now, Optional<String> location) {
        record Count(BookingStatus status, long number, long late) {}
        String query = String.format(Locale.ROOT, COUNT, location.isPresent() ? "and location = ?" : "");
        Object[] parameters = location.isPresent() ? new Object[] {now, location.get()} : new Object[] {now};
        List<Count> counts = database.read(sql -> sql.rows(
                query,
                row -> new Count(BookingRows.status(row.text("status")), row.number("number"), row.number("late")),
                parameters));
        Map<BookingStatus, Long> byStatus = new EnumMap<>(BookingStatus.class);
        counts.forEach(each -> byStatus.put(each.status(), each.number()));
        long late = counts.stream()
                .filter(each -> each.status() == BookingStatus.REQUESTED)
                .mapToLong(Count::late)
                .sum();
        return new InboxCounts(byStatus, late);
    }

    @Override
    public InboxFigures figures(Instant from, Instant until) {
        return database.read(sql -> new FigureRows(from, until).read(sql));
    }

    @Override
    public List<InboxEntry> find(BookingSearch search, int limit) {
        if (search.isEmpty()) {
            return List.of();
        }
        List<String> ways = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        search.reference().ifPresent(beginning -> {
            ways.add("(b.reference >= ? and b.reference < ?)");
            parameters.add(beginning);
            parameters.add(beginning + "~");
        });
        if (!search.groups().isEmpty()) {
            ways.add(byTerms(search.groups(), parameters));
        }
        parameters.add(limit);
        String query = FOUND + String.join(" or ", ways) + LATEST;
        return database.read(sql -> entries(sql, query, parameters.toArray()));
    }

    private String byTerms(List<Set<String>> groups, List<Object> parameters) {
        List<String> conditions = new ArrayList<>();
        for (Set<String> group : groups) {
            List<byte[]> terms = group.stream()
                    .flatMap(term -> index.everyTerm(term).stream())
                    .toList();
            parameters.addAll(terms);
            conditions.add("b.id in (select booking_id from carelet_term where term in ("
                    + String.join(", ", Collections.nCopies(terms.size(), "?")) + "))");
        }
        return "(" + String.join(" and ", conditions) + ")";
    }

    @Override
    public Optional<InboxEntry> open(String reference) {
        return database.read(sql -> entries(sql, OPEN, reference).stream().findFirst());
    }

    @Override
    public List<HistoryEntry> history(String bookingId) {
        return database.read(sql -> sql.rows(BookingRows.HISTORY, rows::entry, bookingId));
    }

    @Override
    public List<DayEntry> day(String location, LocalDate day) {
        long from = day.toEpochDay() * Want.DAY;
        // No offset is more than a day: so much of the index is looked at, and then the local day decides.
        Object[] once = {location, from - Want.DAY, from + 2 * Want.DAY, from, from + Want.DAY};
        List<Object> parameters = new ArrayList<>(List.of(once));
        parameters.addAll(List.of(once));
        return database.read(sql -> {
            Offers offers = new Offers(sql);
            return sql.rows(OF_DAY, row -> dayEntry(row, offers), parameters.toArray());
        });
    }

    @Override
    public List<DayEntry> visits(Optional<String> location, Instant from, Instant until) {
        String there = location.isPresent() ? "and b.location = ?" : "";
        List<Object> parameters = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            parameters.addAll(List.of(from, until));
            location.ifPresent(parameters::add);
        }
        return database.read(sql -> {
            Offers offers = new Offers(sql);
            return sql.rows(
                    String.format(Locale.ROOT, VISITS, there, there),
                    row -> dayEntry(row, offers),
                    parameters.toArray());
        });
    }

    private DayEntry dayEntry(Row row, Offers offers) throws SQLException {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(row.integer("day_offset"));
        return new DayEntry(rows.booking(row, offers), row.instant("day_at").atOffset(offset), row.yes("offered"));
    }

    @Override
    public int index(int limit) {
        String key = index.currentKey();
        String query =
                "select id from carelet_booking where indexed_with is null or indexed_with < ? or indexed_with > ? limit 1";
        boolean nothing =
                database.read(sql -> sql.first(query, Row::only, key, key)).isEmpty();
        return nothing ? 0 : database.write(sql -> index(sql, key, limit));
    }

    /** What can't be opened can't be found by what it says; it must not keep others from being found. */
    private Set<String> terms(String id, byte[] identity) {
        try {
            return SearchTerms.of(sealed.openPatient(id, identity));
        } catch (BrokenSealException e) {
            LOG.warn("A booking can't be found by its patient", e);
            return Set.of();
        }
    }

    private int index(Sql sql, String key, int limit) throws SQLException {
        record Found(String id, Set<String> terms) {}
        String query = String.format(Locale.ROOT, NOT_INDEXED, sql.dialect().skipLocked());
        List<Found> found = sql.rows(
                query, row -> new Found(row.text("id"), terms(row.text("id"), row.bytes("identity"))), key, key, limit);
        for (Found each : found) {
            sql.update("delete from carelet_term where booking_id = ?", each.id());
            for (String term : each.terms()) {
                sql.update(
                        "insert into carelet_term (term, booking_id) values (?, ?) on conflict do nothing",
                        index.term(term),
                        each.id());
            }
            sql.update("update carelet_booking set indexed_with = ? where id = ?", key, each.id());
        }
        return found.size();
    }
}
