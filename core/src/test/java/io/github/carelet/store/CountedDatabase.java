package io.github.carelet.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One connection on which everything is counted: statements that reach the database, and rows that come back. */
final class CountedDatabase implements Database {

    private final Sql sql;
    private int statements;
    private int rows;

    CountedDatabase(Connection connection, Dialect dialect) {
        sql = new Sql(watched(Connection.class, connection), dialect);
    }

    /** What was done. */
    record Count(int statements, int rows) {}

    /** Returns what some work needs. */
    Count count(Runnable work) {
        statements = 0;
        rows = 0;
        work.run();
        return new Count(statements, rows);
    }

    private <T> T watched(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            try {
                Object result = method.invoke(real, args);
                switch (method.getName()) {
                    case "executeQuery", "executeUpdate", "executeBatch" -> statements++;
                    case "next" -> rows += Boolean.TRUE.equals(result) ? 1 : 0;
                    default -> {}
                }
                if (result instanceof PreparedStatement statement) {
                    return watched(PreparedStatement.class, statement);
                }
                return result instanceof ResultSet set ? watched(ResultSet.class, set) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    @Override
    public <T> T write(Work<T> work) {
        return read(work);
    }

    @Override
    public <T> T read(Work<T> work) {
        try {
            return work.on(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void probe() {
        // Nobody asks.
    }

    @Override
    public void close() {
        try {
            sql.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
