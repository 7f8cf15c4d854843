package io.github.carelet.store;

import static io.github.carelet.store.GroupCommit.unavailable;

import io.github.carelet.store.Database.Work;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** A fixed number of connections that only read. Who finds all of them busy waits for one. */
final class Readers implements AutoCloseable {

    private final int size;
    private final Semaphore free;
    private final Queue<Sql> idle;

    /** Takes over the connections. */
    Readers(List<Sql> connections) {
        size = connections.size();
        free = new Semaphore(size, true);
        idle = new ConcurrentLinkedQueue<>(connections);
    }

    <T> T read(Work<T> work) {
        free.acquireUninterruptibly();
        try {
            Sql sql = idle.poll();
            if (sql == null) {
                throw unavailable(new IllegalStateException("the storage is closed"));
            }
            return readOn(sql, work);
        } finally {
            free.release();
        }
    }

    private <T> T readOn(Sql sql, Work<T> work) {
        try {
            return work.on(sql);
        } catch (SQLException e) {
            throw unavailable(e);
        } finally {
            idle.add(sql);
        }
    }

    /** Waits for those who read, then closes the connections. */
    @Override
    public void close() throws SQLException {
        free.acquireUninterruptibly(size);
        try {
            for (Sql sql = idle.poll(); sql != null; sql = idle.poll()) {
                sql.close();
            }
        } finally {
            free.release(size);
        }
    }
}
