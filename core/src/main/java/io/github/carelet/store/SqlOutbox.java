package io.github.carelet.store;

import io.github.carelet.delivery.Attempt;
import io.github.carelet.delivery.DisabledDestination;
import io.github.carelet.delivery.Message;
import io.github.carelet.delivery.MessageStatus;
import io.github.carelet.delivery.MessageStatus.State;
import io.github.carelet.delivery.Outbox;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The messages in table {@code carelet_outbox}, their attempts in {@code carelet_attempt}. */
final class SqlOutbox implements Outbox {

    private static final int WAITING = 0;
    private static final int DELIVERED = 2;
    private static final int DEAD = 3;
    private static final int SKIPPED = 4;

    /** Of the messages about one subject to one destination that have fallen due, only the first one written; none to a disabled one. */
    private static final String CLAIM = """
            with claimable as materialized (
                select o.seq from carelet_outbox o
                where o.state in (0, 1) and o.due_at <= ? and (o.state = 0 or o.lease_until <= ?)
                    and not exists (
                        select 1 from carelet_outbox p
                        where p.state in (0, 1) and p.subject = o.subject and p.destination = o.destination
                            and p.kind = o.kind and p.seq < o.seq and p.first_due_at <= ?)
                    and not exists (
                        select 1 from carelet_disabled d where d.kind = o.kind and d.destination = o.destination)
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
            select (select count(*) from carelet_outbox where state in (0, 1) and first_due_at <= ?) as due,
                (select count(*) from carelet_outbox where state = 3) as dead,
                (select min(first_due_at) from carelet_outbox where state in (0, 1) and first_due_at <= ?) as oldest
            """;

    private static final String DISABLE = """
            insert into carelet_disabled (kind, destination, since, reason) values (?, ?, ?, ?)
            on conflict (kind, destination) do nothing
            """;

    private static final String REPLAY = """
            update carelet_outbox set state = 0, due_at = ?, lease_until = null, attempts = attempts + 1
            where id = ? and state <> 1
            returning attempts
            """;

    private static final String TROUBLED = """
            select * from carelet_outbox o
            where state = 3 or (state in (0, 1) and exists (
                select 1 from carelet_attempt a where a.message_id = o.id and a.outcome = 'retry'))
            order by seq desc limit ?
            """;

    /** What was given up because its destination was disabled. */
    private static final String GONE = """
            select o.id from carelet_outbox o
            where o.state = 3 and o.kind = ? and o.destination = ?
                and exists (
                    select 1 from carelet_attempt a
                    where a.message_id = o.id and a.number = o.attempts and a.outcome = 'gone')
            order by o.seq
            """;

    private final Database database;

    SqlOutbox(Database database) {
        this.database = database;
    }

    /**
     * Writes a message, in the transaction of what it tells of, unless it is there already: a reminder is told of by every
     * change of a visit, and is one all the same.
     *
     * @throws SQLException if another message has its id; then nothing of the transaction may be kept
     */
    static void add(Sql sql, Message message) throws SQLException {
        int added = sql.update(
                """
                insert into carelet_outbox (id, kind, destination, subject, payload, first_due_at, due_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do nothing
                """,
                message.id(),
                message.kind(),
                message.destination(),
                message.subject(),
                message.payload(),
                message.dueAt(),
                message.dueAt());
        if (added == 0 && !isThere(sql, message)) {
            throw new SQLException("message " + message.id() + " can't be kept: another one has its id");
        }
    }

    private static boolean isThere(Sql sql, Message message) throws SQLException {
        return sql.first(
                        "select seq from carelet_outbox where id = ? and kind = ? and destination = ? and subject = ?",
                        row -> row.number("seq"),
                        message.id(),
                        message.kind(),
                        message.destination(),
                        message.subject())
                .isPresent();
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
        return new Claimed(row.instant("due_at"), row.number("seq"), new Claim(message(row), row.integer("attempts")));
    }

    private static Message message(Row row) throws SQLException {
        return new Message(
                row.text("id"),
                row.text("kind"),
                row.text("destination"),
                row.text("subject"),
                row.text("payload"),
                row.instant("first_due_at"));
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
                new Attempts(sql).add(claim.message().id(), claim.attempt(), attempt);
            }
            if (held && attempt.outcome() == Attempt.Outcome.GONE) {
                sql.update(
                        DISABLE, claim.message().kind(), claim.message().destination(), attempt.at(), attempt.detail());
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
            case SKIPPED -> SKIPPED;
            case RETRY, REPLAYED -> WAITING;
            case DEAD, GONE -> DEAD;
        };
    }

    @Override
    public List<Attempt> attempts(String messageId) {
        return database.read(sql -> new Attempts(sql).at(List.of(messageId)).getOrDefault(messageId, List.of()));
    }

    @Override
    public Backlog backlog(Instant now) {
        return database.read(sql -> sql.first(
                        BACKLOG,
                        row -> new Backlog(row.number("due"), row.number("dead"), row.optionalInstant("oldest")),
                        now,
                        now)
                .orElseThrow());
    }

    @Override
    public List<MessageStatus> about(String subject) {
        return statuses("select * from carelet_outbox where subject = ? order by seq", subject);
    }

    @Override
    public List<MessageStatus> troubled(int limit) {
        return statuses(TROUBLED, limit);
    }

    private List<MessageStatus> statuses(String query, Object parameter) {
        return database.read(sql -> {
            List<Known> known = sql.rows(query, SqlOutbox::known, parameter);
            Map<String, List<Attempt>> attempts = new Attempts(sql)
                    .at(known.stream().map(each -> each.message().id()).toList());
            return known.stream()
                    .map(each ->
                            status(each, attempts.getOrDefault(each.message().id(), List.of())))
                    .toList();
        });
    }

    private static MessageStatus status(Known known, List<Attempt> attempts) {
        return new MessageStatus(known.message(), state(known.state(), attempts), known.dueAt(), attempts);
    }

    /** A row without its attempts. */
    private record Known(Message message, int state, Instant dueAt) {}

    private static Known known(Row row) throws SQLException {
        return new Known(message(row), row.integer("state"), row.instant("due_at"));
    }

    private static State state(int state, List<Attempt> attempts) {
        boolean tried = !attempts.isEmpty() && attempts.get(attempts.size() - 1).outcome() == Attempt.Outcome.RETRY;
        return switch (state) {
            case WAITING -> tried ? State.RETRYING : State.DUE;
            case DELIVERED -> State.DELIVERED;
            case DEAD -> State.DEAD;
            case SKIPPED -> State.SKIPPED;
            default -> State.UNDER_WAY;
        };
    }

    @Override
    public boolean replay(String messageId, String actor, Instant now) {
        return database.write(sql -> replay(sql, messageId, actor, now));
    }

    private static boolean replay(Sql sql, String messageId, String actor, Instant now) throws SQLException {
        Optional<Integer> number = sql.first(REPLAY, row -> row.integer("attempts"), now, messageId);
        if (number.isPresent()) {
            new Attempts(sql)
                    .add(
                            messageId,
                            number.get(),
                            new Attempt(now, actor, Attempt.Outcome.REPLAYED, "", Optional.empty()));
        }
        return number.isPresent();
    }

    @Override
    public List<DisabledDestination> disabled() {
        return database.read(sql -> sql.rows(
                "select * from carelet_disabled order by since, kind, destination",
                row -> new DisabledDestination(
                        row.text("kind"), row.text("destination"), row.instant("since"), row.text("reason"))));
    }

    @Override
    public boolean enable(String kind, String destination, String actor, Instant now) {
        return database.write(sql -> {
            boolean disabled =
                    sql.update("delete from carelet_disabled where kind = ? and destination = ?", kind, destination)
                            == 1;
            if (disabled) {
                for (String id : sql.rows(GONE, row -> row.text("id"), kind, destination)) {
                    replay(sql, id, actor, now);
                }
            }
            return disabled;
        });
    }
}
