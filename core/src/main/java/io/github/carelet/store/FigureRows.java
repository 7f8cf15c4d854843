package io.github.carelet.store;

import io.github.carelet.booking.Booking;
import io.github.carelet.booking.InboxFigures;
import io.github.carelet.booking.InboxFigures.Answered;
import io.github.carelet.booking.InboxFigures.Referred;
import io.github.carelet.booking.InboxFigures.Share;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Adds bookings up. Ids begin with the time of their making, so those of the last weeks stand together in the index, and an
 * index of its own, which each booking would have to be written to, is not needed.
 *
 * @param from the first instant
 * @param until the first instant after
 */
record FigureRows(Instant from, Instant until) {

    private static final String OF_THEN =
            "b.id >= ? and b.created_at >= ? and b.created_at < ? and b.status <> 'suspect'";

    private static final String QUARTERS = """
            select b.created_at / %d as quarter, count(*) as number from carelet_booking b where %s group by 1
            """;

    private static final String SHARES = """
            select %1$s as name, %2$s as through, count(*) as sent,
                sum(case when b.status in ('arrived', 'completed') then 1 else 0 end) as came,
                sum(case when b.first_status = 'confirmed' or exists (
                    select 1 from carelet_history h where h.booking_id = b.id and h.status = 'confirmed') then 1 else 0 end) as confirmed
            from carelet_booking b where %3$s group by 1, 2 order by 3 desc, 2, 1
            """;

    /** Of each partner, the sources with most bookings; all others are one without a name, which comes last. */
    private static final String BOUNDED = """
            select case when place <= %1$d then name end as name, through,
                sum(sent) as sent, sum(came) as came, sum(confirmed) as confirmed
            from (select source.*, row_number() over (partition by through order by sent desc, name) as place
                from (%2$s) source) ranked
            group by 1, 2 order by max(case when place > %1$d then 1 else 0 end), 3 desc, 2, 1
            """;

    private static final String ANSWERS = """
            select took, count(*) as number from (
                select case when answered_at is null then %s else %s end as took from (
                    select b.created_at, b.status, (
                        select min(h.at) from carelet_history h where h.booking_id = b.id and h.version > 1
                            and h.kind = 'change' and h.actor not in ('patient', 'system')) as answered_at
                    from carelet_booking b where %s and b.first_status = 'requested') request
                where answered_at is not null or status = 'requested') answer
            group by took
            """;

    InboxFigures read(Sql sql) throws SQLException {
        return new InboxFigures(quarters(sql), shares(sql, "partner"), sources(sql), shares(sql, "type"), answers(sql));
    }

    private Object[] then() {
        return new Object[] {Booking.earliestId(from), from, until};
    }

    private Map<Instant, Long> quarters(Sql sql) throws SQLException {
        long millis = InboxFigures.QUARTER.toMillis();
        Map<Instant, Long> quarters = new HashMap<>();
        sql.rows(
                String.format(Locale.ROOT, QUARTERS, millis, OF_THEN),
                row -> quarters.put(Instant.ofEpochMilli(row.number("quarter") * millis), row.number("number")),
                then());
        return quarters;
    }

    private List<Share> shares(Sql sql, String column) throws SQLException {
        return sql.rows(String.format(Locale.ROOT, SHARES, "b." + column, "null", OF_THEN), FigureRows::share, then());
    }

    private List<Referred> sources(Sql sql) throws SQLException {
        String each = String.format(
                Locale.ROOT, SHARES, "b.partner_source", "b.partner", "b.partner_source is not null and " + OF_THEN);
        return sql.rows(
                String.format(Locale.ROOT, BOUNDED, InboxFigures.MOST_SOURCES, each),
                row -> new Referred(row.optionalText("through"), share(row)),
                then());
    }

    private static Share share(Row row) throws SQLException {
        return new Share(row.optionalText("name"), row.number("sent"), row.number("confirmed"), row.number("came"));
    }

    private Map<Answered, Long> answers(Sql sql) throws SQLException {
        StringBuilder took = new StringBuilder("case");
        for (Answered each : Answered.values()) {
            if (each != Answered.WAITING) {
                took.append(" when answered_at - created_at <= ")
                        .append(each.most().toMillis())
                        .append(" then ")
                        .append(each.ordinal());
            }
        }
        String query = String.format(Locale.ROOT, ANSWERS, Answered.WAITING.ordinal(), took.append(" end"), OF_THEN);
        Map<Answered, Long> answers = new EnumMap<>(Answered.class);
        sql.rows(query, row -> answers.put(Answered.values()[row.integer("took")], row.number("number")), then());
        return answers;
    }
}
