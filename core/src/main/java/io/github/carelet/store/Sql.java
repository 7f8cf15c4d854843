package io.github.carelet.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One connection, and statements on it. Statements with parameters are prepared once and kept. For one thread at a time.
 *
 * <p>Parameters may be text, numbers, booleans (kept as 0 and 1), bytes, instants (kept as epoch milliseconds), and an
 * {@code Optional} of these (empty is kept as null).
 */
final class Sql implements AutoCloseable {

    private static final int AT_ONCE = 50;

    private final Connection connection;
    private final Dialect dialect;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** What to make of a row. */
    interface Mapper<T> {
        T map(Row row) throws SQLException;
    }

    /** Returns which SQL this is. */
    Dialect dialect() {
        return dialect;
    }

    /** Returns what messages call the database: its address, without what may hold a password. */
    String place() throws SQLException {
        return connection.getMetaData().getURL().replaceFirst("[?;].*", "");
    }

    /** Runs statements without parameters and result, separated by semicolons. */
    void run(String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }

    /** Runs a statement and returns how many rows it changed. */
    int update(String sql, Object... parameters) throws SQLException {
        try {
            return bound(sql, parameters).executeUpdate();
        } catch (SQLException e) {
            throw forgotten(sql, e);
        }
    }

    /** Runs a statement once for each of some sets of parameters, which reach the database together. */
    void updateAll(String sql, List<Object[]> each) throws SQLException {
        if (each.isEmpty()) {
            return;
        }
        try {
            PreparedStatement statement = prepared(sql);
            for (Object[] parameters : each) {
                bind(statement, parameters);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw forgotten(sql, e);
        }
    }

    /**
     * Runs a query for the rows that have one of some values, and returns them all; with any number of values it is the same
     * statement.
     *
     * @param sql in which {@code in (...)} stands where the values are to stand
     */
    <T> List<T> rowsAmong(String sql, Mapper<T> mapper, List<String> values) throws SQLException {
        List<T> rows = new ArrayList<>();
        String query = sql.replace("in (...)", "in (" + String.join(", ", Collections.nCopies(AT_ONCE, "?")) + ")");
        for (int from = 0; from < values.size(); from += AT_ONCE) {
            Object[] some = new Object[AT_ONCE];
            for (int i = 0; i < AT_ONCE; i++) {
                some[i] = values.get(Math.min(from + i, values.size() - 1));
            }
            rows.addAll(rows(query, mapper, some));
        }
        return rows;
    }

    /** Runs a statement and returns all its rows. */
    <T> List<T> rows(String sql, Mapper<T> mapper, Object... parameters) throws SQLException {
        try (ResultSet result = bound(sql, parameters).executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(mapper.map(new Row(result)));
            }
            return rows;
        } catch (SQLException e) {
            throw forgotten(sql, e);
        }
    }

    /** The SQLite driver ends a statement that failed, on a full disk for one; the next use must prepare it again. */
    private SQLException forgotten(String sql, SQLException failure) {
        PreparedStatement statement = prepared.remove(sql);
        if (statement != null) {
            try {
                statement.close();
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
        }
        return failure;
    }

    /** Runs a statement and returns its first row. */
    <T> Optional<T> first(String sql, Mapper<T> mapper, Object... parameters) throws SQLException {
        return rows(sql, mapper, parameters).stream().findFirst();
    }

    private PreparedStatement bound(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = prepared(sql);
        bind(statement, parameters);
        return statement;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                bind(statement, index, optional.get());
            } else {
                statement.setNull(index, Types.NULL);
            }
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value instanceof Instant instant) {
            statement.setLong(index, instant.toEpochMilli());
        } else if (value instanceof Number number) {
            statement.setLong(index, number.longValue());
        } else if (value instanceof Boolean yes) {
            statement.setLong(index, yes ? 1 : 0);
        } else {
            statement.setString(index, (String) value);
        }
    }

    /** Closes the statements that were kept. */
    void forgetStatements() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        prepared.clear();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
