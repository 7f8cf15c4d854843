package io.github.carelet.store;

import io.github.carelet.booking.Booking;
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
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bookings as the clinic looks at them, and the index by which it finds them: table {@code carelet_term}. */
final class SqlInbox implements InboxStore {

    private static final Logger LOG = LoggerFactory.getLogger(SqlInbox.class);

    private static final String COUNT = """
            select status, count(*) as number, sum(case when attend_at <= ? then 1 else 0 end) as late from carelet_booking
            where status in ('requested', 'suspect', 'proposed', 'waitlisted', 'confirmed', 'arrived') %s group by status
            """;

    private static final String ENTRY = "select b.*, " + InboxRows.RECORDED + " as recorded from carelet_booking b ";

    private static final String OPEN = ENTRY + "where b.reference = ?";

    /** Ids begin with the time at which they were made, and those of a term are beside one another in that order. */
    private static final String FOUND = ENTRY + """
            where b.id in (select id from (%s) found order by id desc limit ?) order by b.id desc
            """;

    private static final String BY_REFERENCE = "select id from carelet_booking where reference >= ? and reference < ?";

    /** How terms are made now: what was indexed otherwise, be it by a node of an older version, is indexed anew. */
    private static final String FORM = " 3-6";

    private static final String BY_TERMS = "select booking_id as id from (%s) named";

    private static final String BY_TERM = "select booking_id from carelet_term where term in (%s)";

    private static final String OF_DAYS = """
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
        List<InboxEntry> found = sql.rows(
                query,
                row -> new InboxEntry(rows.booking(row), row.instant("attend_at"), row.yes("recorded")),
                parameters);
        UnaryOperator<Booking> offering =
                new Offers(sql).to(found.stream().map(InboxEntry::booking).toList());
        return found.stream()
                .map(each -> new InboxEntry(offering.apply(each.booking()), each.attendAt(), each.recorded()))
                .toList();
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
            ways.add(BY_REFERENCE);
            parameters.add(beginning);
            parameters.add(beginning + "~");
        });
        if (!search.terms().isEmpty()) {
            ways.add(byTerms(search.terms(), parameters));
        }
        parameters.add(limit);
        String query = String.format(Locale.ROOT, FOUND, String.join(" union ", ways));
        return database.read(sql -> entries(sql, query, parameters.toArray()));
    }

    private String byTerms(List<String> terms, List<Object> parameters) {
        List<String> conditions = new ArrayList<>();
        for (String term : terms) {
            List<byte[]> indexed = index.everyTerm(term);
            parameters.addAll(indexed);
            String places = String.join(", ", Collections.nCopies(indexed.size(), "?"));
            conditions.add(String.format(Locale.ROOT, BY_TERM, places));
        }
        return String.format(Locale.ROOT, BY_TERMS, String.join(" intersect ", conditions));
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
    public List<DayEntry> days(String location, LocalDate first, LocalDate last) {
        long from = first.toEpochDay() * Want.DAY;
        long until = (last.toEpochDay() + 1) * Want.DAY;
        // No offset is more than a day: so much of the index is looked at, and then the local day decides.
        Object[] once = {location, from - Want.DAY, until + Want.DAY, from, until};
        List<Object> parameters = new ArrayList<>(List.of(once));
        parameters.addAll(List.of(once));
        return database.read(sql -> dayEntries(sql, OF_DAYS, parameters.toArray()));
    }

    @Override
    public List<DayEntry> visits(Optional<String> location, Instant from, Instant until) {
        String there = location.isPresent() ? "and b.location = ?" : "";
        List<Object> parameters = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            parameters.addAll(List.of(from, until));
            location.ifPresent(parameters::add);
        }
        String query = String.format(Locale.ROOT, VISITS, there, there);
        return database.read(sql -> dayEntries(sql, query, parameters.toArray()));
    }

    private List<DayEntry> dayEntries(Sql sql, String query, Object... parameters) throws SQLException {
        List<DayEntry> found = sql.rows(query, this::dayEntry, parameters);
        UnaryOperator<Booking> offering =
                new Offers(sql).to(found.stream().map(DayEntry::booking).toList());
        return found.stream()
                .map(each -> new DayEntry(offering.apply(each.booking()), each.start(), each.offered()))
                .toList();
    }

    private DayEntry dayEntry(Row row) throws SQLException {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(row.integer("day_offset"));
        return new DayEntry(rows.booking(row), row.instant("day_at").atOffset(offset), row.yes("offered"));
    }

    @Override
    public int index(int limit) {
        String key = index.currentKey() + FORM;
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
            sql.updateAll(
                    "insert into carelet_term (term, booking_id) values (?, ?) on conflict do nothing",
                    each.terms().stream()
                            .map(term -> new Object[] {index.term(term), each.id()})
                            .toList());
            sql.update("update carelet_booking set indexed_with = ? where id = ?", key, each.id());
        }
        return found.size();
    }
}
