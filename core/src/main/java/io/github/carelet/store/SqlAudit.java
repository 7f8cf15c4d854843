package io.github.carelet.store;

import io.github.carelet.privacy.AuditAction;
import io.github.carelet.privacy.AuditChain;
import io.github.carelet.privacy.AuditEntry;
import io.github.carelet.privacy.AuditEvent;
import io.github.carelet.privacy.AuditReport;
import io.github.carelet.privacy.AuditReport.Fault;
import io.github.carelet.privacy.AuditTrail;
import io.github.carelet.privacy.KeyRing;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The audit trail in table {@code carelet_audit}. Whoever appends holds the row of {@code carelet_audit_head} until the end
 * of the transaction, and takes it last of all that it takes: so all nodes make one chain, and nobody waits for somebody who
 * waits for them.
 */
final class SqlAudit implements AuditTrail {

    private static final int AT_ONCE = 1_000;

    private static final String HEAD = "select number, chain from carelet_audit_head where id = 1 ";

    private static final String ADD = """
            insert into carelet_audit (number, at, actor, action, about, detail, key_id, chain)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String MOVE_HEAD = "update carelet_audit_head set number = ?, chain = ? where id = 1";

    private static final String ABOUT = """
            select a.* from carelet_audit_about r join carelet_audit a on a.number = r.number
            where r.reference = ? order by r.number desc limit ?
            """;

    private final Database database;
    private final AuditChain chain;

    SqlAudit(Database database, KeyRing keys) {
        this.database = database;
        this.chain = new AuditChain(keys);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Head(long number, byte[] chain) {

        static Head of(Row row) throws SQLException {
            return new Head(row.number("number"), row.bytes("chain"));
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Sealed(AuditEntry entry, String keyId, byte[] chain) {}

    @Override
    public void append(AuditEvent event) {
        database.write(sql -> {
            append(sql, event);
            return event;
        });
    }

    /** Writes a row, in the transaction of what it tells of. */
    void append(Sql sql, AuditEvent event) throws SQLException {
        Head head = lockedHead(sql);
        long number = head.number() + 1;
        String keyId = chain.currentKey();
        byte[] seal = chain.seal(keyId, head.chain(), number, event);
        sql.update(
                ADD,
                number,
                event.at(),
                event.actor(),
                event.action().code(),
                String.join(" ", event.about()),
                event.detail(),
                keyId,
                seal);
        sql.updateAll(
                "insert into carelet_audit_about (reference, number) values (?, ?) on conflict do nothing",
                event.about().stream()
                        .map(reference -> new Object[] {reference, number})
                        .toList());
        sql.update(MOVE_HEAD, number, seal);
    }

    private Head lockedHead(Sql sql) throws SQLException {
        String query = HEAD + sql.dialect().forUpdate();
        Optional<Head> head = sql.first(query, Head::of);
        if (head.isPresent()) {
            return head.get();
        }
        // Of several who find none, one makes it, and the others wait for that one.
        sql.update(
                "insert into carelet_audit_head (id, number, chain) values (1, 0, ?) on conflict do nothing",
                (Object) AuditChain.start());
        return sql.first(query, Head::of).orElseThrow();
    }

    @Override
    public List<AuditEntry> latest(long before, int limit) {
        return database.read(sql -> sql.rows(
                "select * from carelet_audit where number < ? order by number desc limit ?",
                SqlAudit::entry,
                before,
                limit));
    }

    @Override
    public List<AuditEntry> about(String reference, int limit) {
        return database.read(sql -> sql.rows(ABOUT, SqlAudit::entry, reference, limit));
    }

    @Override
    public AuditReport verify() {
        return verify(1, Integer.MAX_VALUE);
    }

    /** The head is read first: what is appended meanwhile comes after it. */
    @Override
    public AuditReport verify(long from, int most) {
        Head head = database.read(sql -> sql.first(HEAD, Head::of)).orElseGet(() -> new Head(0, AuditChain.start()));
        long until = Math.min(head.number(), from - 1 + most);
        Optional<Sealed> before = from > 1 ? rows(from - 1, from - 1).stream().findFirst() : Optional.empty();
        if (from > 1 && before.isEmpty()) {
            return new AuditReport(0, head.number(), hex(head.chain()), 0, missing(from - 1));
        }
        byte[] seal = before.map(Sealed::chain).orElseGet(AuditChain::start);
        Walk walk = new Walk(from, seal);
        while (walk.next <= until) {
            List<Sealed> rows = rows(walk.next, Math.min(until, walk.next + AT_ONCE - 1));
            for (Sealed row : rows) {
                Optional<Fault> fault = walk.on(row);
                if (fault.isPresent()) {
                    return walk.report(head, fault);
                }
            }
            if (walk.next <= until && rows.size() < AT_ONCE) {
                return walk.report(head, missing(walk.next));
            }
        }
        return walk.report(head, until == head.number() ? wrongEnd(head, walk.seal) : Optional.empty());
    }

    /** Goes from row to row. What a key sealed that is not here is passed over: the next one that is known holds on to it. */
    private final class Walk {

        private final long from;
        private long next;
        private byte[] seal;
        private long unverified;

        Walk(long from, byte[] seal) {
            this.from = from;
            this.next = from;
            this.seal = seal;
        }

        Optional<Fault> on(Sealed row) {
            if (row.entry().number() != next) {
                return missing(next);
            }
            boolean knows = chain.knows(row.keyId());
            Optional<Fault> fault = knows ? fault(row, seal) : Optional.empty();
            unverified += knows ? 0 : 1;
            seal = row.chain();
            next += fault.isPresent() ? 0 : 1;
            return fault;
        }

        AuditReport report(Head head, Optional<Fault> fault) {
            return new AuditReport(next - from, head.number(), hex(head.chain()), unverified, fault);
        }
    }

    private static Optional<Fault> missing(long number) {
        return Optional.of(new Fault(number, "is missing"));
    }

    private Optional<Fault> fault(Sealed row, byte[] before) {
        long expected = row.entry().number();
        byte[] seal = chain.seal(row.keyId(), before, expected, row.entry().event());
        return MessageDigest.isEqual(seal, row.chain())
                ? Optional.empty()
                : Optional.of(new Fault(expected, "does not follow from the rows before it"));
    }

    /** Besides, there must be nothing after the end. */
    private Optional<Fault> wrongEnd(Head head, byte[] seal) {
        return MessageDigest.isEqual(head.chain(), seal)
                ? Optional.empty()
                : Optional.of(new Fault(head.number(), "is not the row that was the last one"));
    }

    private List<Sealed> rows(long first, long last) {
        return database.read(sql -> sql.rows(
                "select * from carelet_audit where number >= ? and number <= ? order by number",
                row -> new Sealed(entry(row), row.text("key_id"), row.bytes("chain")),
                first,
                last));
    }

    private static AuditEntry entry(Row row) throws SQLException {
        List<String> about = Stream.of(row.text("about").split(" "))
                .filter(each -> !each.isEmpty())
                .toList();
        AuditEvent event = new AuditEvent(
                row.instant("at"), row.text("actor"), AuditAction.of(row.text("action")), about, row.text("detail"));
        return new AuditEntry(row.number("number"), event, hex(row.bytes("chain")));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
