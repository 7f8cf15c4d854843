package io.github.carelet.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.carelet.delivery.Attempt;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The attempts at messages, in table {@code carelet_attempt}.
 *
 * @param sql the connection
 */
record Attempts(Sql sql) {

    private static final String ADD = """
            insert into carelet_attempt (message_id, number, at, node, outcome, detail, next_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String AT =
            "select * from carelet_attempt where message_id in (...) order by message_id, number";

    /** An attempt, and at what. */
    private record Tried(String messageId, Attempt attempt) {}

    /** Returns the attempts at some messages, by the id of the message, the first one first. */
    Map<String, List<Attempt>> at(List<String> messageIds) throws SQLException {
        return sql.rowsAmong(AT, row -> new Tried(row.text("message_id"), attempt(row)), messageIds).stream()
                .collect(groupingBy(Tried::messageId, mapping(Tried::attempt, toList())));
    }

    void add(String messageId, int number, Attempt attempt) throws SQLException {
        sql.update(
                ADD,
                messageId,
                number,
                attempt.at(),
                attempt.node(),
                attempt.outcome().name().toLowerCase(Locale.ROOT),
                attempt.detail(),
                attempt.next());
    }

    private static Attempt attempt(Row row) throws SQLException {
        return new Attempt(
                row.instant("at"),
                row.text("node"),
                Attempt.Outcome.valueOf(row.text("outcome").toUpperCase(Locale.ROOT)),
                row.text("detail"),
                row.optionalInstant("next_at"));
    }
}
