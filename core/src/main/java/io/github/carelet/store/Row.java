package io.github.carelet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The row at which a result stands. */
final class Row {

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /** Returns the first column, as text. */
    String only() throws SQLException {
        return result.getString(1);
    }

    String text(String column) throws SQLException {
        return result.getString(column);
    }

    Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    long number(String column) throws SQLException {
        return result.getLong(column);
    }

    int integer(String column) throws SQLException {
        return result.getInt(column);
    }

    boolean yes(String column) throws SQLException {
        return result.getLong(column) != 0;
    }

    byte[] bytes(String column) throws SQLException {
        return result.getBytes(column);
    }

    Optional<byte[]> optionalBytes(String column) throws SQLException {
        return Optional.ofNullable(result.getBytes(column));
    }

    Instant instant(String column) throws SQLException {
        return Instant.ofEpochMilli(result.getLong(column));
    }

    Optional<Instant> optionalInstant(String column) throws SQLException {
        Instant instant = instant(column);
        return result.wasNull() ? Optional.empty() : Optional.of(instant);
    }
}
