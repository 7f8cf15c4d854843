package io.github.carelet.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteUpdateListener;

/**
 * Where in the life of a booking, or in a step of a re-encryption, a process kills itself with SIGKILL. To write that the
 * other keys are not needed any more counts as an insert.
 */
enum KillPoint {
    BEFORE_INSERT,
    AFTER_INSERT,
    BEFORE_COMMIT,
    AFTER_COMMIT,
    BEFORE_ANSWER,
    /** Nowhere: another process kills it, at any time. */
    ANY_TIME,
    /** Nowhere either: the control, which answers before the store has. */
    ACKNOWLEDGE_EARLY;

    /** What is asked for after a booking was written, and before other keys are forgotten. */
    private static final Pattern FOLLOWS =
            Pattern.compile("insert into carelet_history|version, note from carelet_history|delete from carelet_key");

    /** Pulled at one point, once so many bookings have been acknowledged, or steps been made. */
    static final class Trigger {

        private final KillPoint point;
        private final int after;
        private final AtomicInteger acknowledged = new AtomicInteger();

        Trigger(KillPoint point, int after) {
            this.point = point;
            this.after = after;
        }

        void count() {
            acknowledged.incrementAndGet();
        }

        /** Does not return at the point that is meant. */
        void reached(KillPoint here) {
            if (here == point && acknowledged.get() >= after) {
                kill();
            }
        }

        /** By one thread alone: two that start a process at once leave helpers behind that wait for one another. */
        private synchronized void kill() {
            try {
                long self = ProcessHandle.current().pid();
                new ProcessBuilder("kill", "-9", Long.toString(self)).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            while (true) {
                LockSupport.park();
            }
        }
    }

    /** Listens to the connection of the embedded database that writes. */
    static void on(SqlStorage storage, Trigger trigger) {
        storage.database().write(sql -> {
            SQLiteConnection connection = (SQLiteConnection) connection(sql);
            connection.addUpdateListener((SQLiteUpdateListener) (type, database, table, row) -> {
                if (table.equals("carelet_booking") || table.equals("carelet_key")) {
                    trigger.reached(AFTER_INSERT);
                }
            });
            connection.addCommitListener(new SQLiteCommitListener() {
                @Override
                public void onCommit() {
                    trigger.reached(BEFORE_COMMIT);
                }

                @Override
                public void onRollback() {
                    // Nothing was to be committed.
                }
            });
            return true;
        });
    }

    private static Connection connection(Sql sql) {
        try {
            Field field = Sql.class.getDeclaredField("connection");
            field.setAccessible(true);
            return (Connection) field.get(sql);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Listens to all connections of a data source. */
    static DataSource on(DataSource source, Trigger trigger) {
        return proxy(DataSource.class, source, (method, arguments) -> {
            Object result = invoke(source, method, arguments);
            return method.getName().equals("getConnection") ? on((Connection) result, trigger) : result;
        });
    }

    private static Connection on(Connection connection, Trigger trigger) {
        return proxy(Connection.class, connection, (method, arguments) -> {
            String what = method.getName().equals("prepareStatement") ? (String) arguments[0] : method.getName();
            if (FOLLOWS.matcher(what).find()) {
                trigger.reached(AFTER_INSERT);
            } else if (what.equals("commit")) {
                trigger.reached(BEFORE_COMMIT);
            }
            Object result = invoke(connection, method, arguments);
            if (what.equals("commit")) {
                trigger.reached(AFTER_COMMIT);
            }
            return result;
        });
    }

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T of, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> handler.handle(method, arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
