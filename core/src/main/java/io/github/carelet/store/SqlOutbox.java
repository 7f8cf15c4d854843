package io.github.carelet.store;

import io.github.carelet.delivery.Attempt;
import io.github.carelet.delivery.Message;
import io.github.carelet.delivery.Outbox;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The messages in table {@code carelet_outbox}, their attempts in {@code carelet_attempt}. */
final class SqlOutbox implements Outbox {

    private static final int WAITING = 0;
    private static final int DELIVERED = 2;
    private static final int DEAD = 3;

    /** Of the messages about one subject to one destination that have fallen due, only the first one written. */
    private static final String CLAIM = """
            with claimable as materialized (
                select o.seq from carelet_outbox o
                where o.state in (0, 1) and o.due_at <= ? and (o.state = 0 or o.lease_until <= ?)
                    and not exists (
                        select 1 from carelet_outbox p
                        where p.state in (0, 1) and p.subject = o.subject and p.destination = o.destination
                            and p.seq < o.seq and p.first_due_at <= ?)
                order by o.due_at, o.seq
                limit ? %s)
            update carelet_outbox set state = 1, lease_until = ?, attempts = attempts + 1
            where seq in (select seq from claimable)
            returning seq, id, kind, destination, subject, payload, first_due_at, due_at, attempts
            """;

    private static final String FINISH = """
            update carelet_outbox set state = ?, due_at = coalesce(cast(? as BIGINT), due_at), lease_until = null
            where id = ? and state = 1 and attempts = ?
            """;

    private static final String BACKLOG = """
            select (select count(*) from carelet_outbox where state in (0, 1)) as due,
                (select count(*) from carelet_outbox where state = 3) as dead,
                (select min(first_due_at) from carelet_outbox where state in (0, 1)) as oldest
            """;

    private final Database database;

    SqlOutbox(Database database) {
        this.database = database;
    }

    /** Writes a message, in the transaction of what it tells of. */
    static void add(Sql sql, Message message) throws SQLException {
        sql.update(
                """
                insert into carelet_outbox (id, kind, destination, subject, payload, first_due_at, due_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                message.id(),
                message.kind(),
                message.destination(),
                message.subject(),
                message.payload(),
                message.dueAt(),
                message.dueAt());
    }

    /** A claim, and what orders claims. */
    private record Claimed(Instant dueAt, long seq, Claim claim) {}

    @Override
    public List<Claim> claim(Instant now, Duration lease, int limit) {
        List<Claimed> claimed = database.write(sql -> sql.rows(
                CLAIM.replace("%s", sql.dialect().skipLocked()),
                SqlOutbox::claimed,
                now,
                now,
                now,
                limit,
                now.plus(lease)));
        return claimed.stream()
                .sorted(Comparator.comparing(Claimed::dueAt).thenComparing(Claimed::seq))
                .map(Claimed::claim)
                .toList();
    }

    private static Claimed claimed(Row row) throws SQLException {
        Message message = new Message(
                row.text("id"),
                row.text("kind"),
                row.text("destination"),
                row.text("subject"),
                row.text("payload"),
                row.instant("first_due_at"));
        return new Claimed(row.instant("due_at"), row.number("seq"), new Claim(message, row.integer("attempts")));
    }

    @Override
    public boolean finish(Claim claim, Attempt attempt) {
        return database.write(sql -> {
            boolean held = sql.update(
                            FINISH,
                            stateAfter(attempt),
                            attempt.next(),
                            claim.message().id(),
                            claim.attempt())
                    == 1;
            if (held) {
                add(sql, claim, attempt);
            }
            return held;
        });
    }

    /** Frees what is claimed. Only for whoever has the database alone: then those who claimed it are gone. */
    void freeClaims() {
        database.write(sql -> sql.update("update carelet_outbox set state = 0, lease_until = null where state = 1"));
    }

    private static int stateAfter(Attempt attempt) {
        return switch (attempt.outcome()) {
            case DELIVERED -> DELIVERED;
            case RETRY -> WAITING;
            case DEAD -> DEAD;
        };
    }

    private static void add(Sql sql, Claim claim, Attempt attempt) throws SQLException {
        sql.update(
                """
                insert into carelet_attempt (message_id, number, at, node, outcome, detail, next_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                claim.message().id(),
                claim.attempt(),
                attempt.at(),
                attempt.node(),
                attempt.outcome().name().toLowerCase(Locale.ROOT),
                attempt.detail(),
                attempt.next());
    }

    @Override
    public List<Attempt> attempts(String messageId) {
        return database.read(sql -> sql.rows(
                "select * from carelet_attempt where message_id = ? order by number", SqlOutbox::attempt, messageId));
    }

    private static Attempt attempt(Row row) throws SQLException {
        return new Attempt(
                row.instant("at"),
                row.text("node"),
                Attempt.Outcome.valueOf(row.text("outcome").toUpperCase(Locale.ROOT)),
                row.text("detail"),
                row.optionalInstant("next_at"));
    }

    @Override
    public Backlog backlog() {
        return database.read(sql -> sql.first(
                        BACKLOG,
                        row -> new Backlog(row.number("due"), row.number("dead"), row.optionalInstant("oldest")))
                .orElseThrow());
    }
}
