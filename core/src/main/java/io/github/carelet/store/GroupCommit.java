package io.github.carelet.store;

import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.store.Database.Work;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes from many threads, with one forced write to the disk for many of them. A thread of its own takes what is waiting,
 * runs it in one transaction, each piece of work under a savepoint, and answers after the commit. So work that fails
 * fails alone, and a commit that fails fails all that was in it. Who waits can't be interrupted: an answer is always true.
 */
final class GroupCommit implements AutoCloseable {

    static final int MOST_PER_COMMIT = 64;

    private static final int MOST_WAITING = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final Sql sql;
    private final BlockingQueue<Job<?>> waiting = new LinkedBlockingQueue<>();
    private final Job<Boolean> last = new Job<>(none -> true);
    private final AtomicLong commits = new AtomicLong();
    private final Thread thread;
    private boolean closed;

    /** Takes over the connection and starts the thread. */
    GroupCommit(Sql sql) {
        this.sql = sql;
        thread = new Thread(this::run, "carelet-store-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Does some work in a transaction, and returns or throws what it did once that is durable. */
    <T> T write(Work<T> work) {
        Job<T> job = new Job<>(work);
        enqueue(job);
        return job.await();
    }

    /** Returns how many transactions have been committed. */
    long commits() {
        return commits.get();
    }

    private synchronized void enqueue(Job<?> job) {
        if (closed) {
            throw unavailable(new IllegalStateException("the storage is closed"));
        }
        if (waiting.size() >= MOST_WAITING) {
            throw unavailable(new IllegalStateException(MOST_WAITING + " writes are waiting already"));
        }
        waiting.add(job);
    }

    private void run() {
        List<Job<?>> group = new ArrayList<>();
        boolean more = true;
        while (more) {
            take(group);
            more = !group.remove(last);
            commit(group);
            group.clear();
        }
    }

    private void take(List<Job<?>> group) {
        while (group.isEmpty()) {
            try {
                group.add(waiting.take());
            } catch (InterruptedException e) {
                LOG.debug("The writer goes on: it ends by close() only", e);
            }
        }
        waiting.drainTo(group, MOST_PER_COMMIT - 1);
    }

    private void commit(List<Job<?>> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            sql.update("begin immediate");
            for (Job<?> job : group) {
                runUnderSavepoint(job);
            }
            sql.update("commit");
            commits.incrementAndGet();
            group.forEach(Job::answer);
        } catch (SQLException | RuntimeException | Error e) {
            LOG.warn("{} writes could not be committed; those who wait for them are told", group.size(), e);
            rollBack(e);
            group.forEach(job -> job.fail(unavailable(e)));
        }
    }

    private void runUnderSavepoint(Job<?> job) throws SQLException {
        sql.update("savepoint job");
        Optional<Throwable> failure = job.run(sql);
        if (failure.isPresent()) {
            rollBackToSavepoint(failure.get());
        }
        sql.update("release savepoint job");
    }

    /** Undoes one piece of work. Where the database gave up the whole transaction, as on a full disk, all of the group fails. */
    private void rollBackToSavepoint(Throwable failure) throws SQLException {
        try {
            sql.update("rollback to savepoint job");
        } catch (SQLException e) {
            e.addSuppressed(failure);
            throw new SQLException("the transaction was given up: " + failure.getMessage(), e);
        }
    }

    private void rollBack(Throwable failure) {
        try {
            sql.update("rollback");
        } catch (SQLException | RuntimeException e) {
            // The database may have rolled back by itself already.
            failure.addSuppressed(e);
        }
    }

    static StoreUnavailableException unavailable(Throwable cause) {
        return new StoreUnavailableException("The store can't do this now: " + cause.getMessage(), cause);
    }

    /** Does what is waiting, then ends the thread and closes the connection. */
    @Override
    public void close() throws SQLException {
        synchronized (this) {
            if (!closed) {
                closed = true;
                waiting.add(last);
            }
        }
        joinUninterruptibly();
        sql.close();
    }

    private void joinUninterruptibly() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A piece of work, and the answer that somebody waits for. */
    private static final class Job<T> {

        private final Work<T> work;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private Runnable outcome = () -> {};

        Job(Work<T> work) {
            this.work = work;
        }

        /** Returns what failed, if anything. Nobody is told before {@link #answer()}. */
        Optional<Throwable> run(Sql sql) {
            try {
                T result = work.on(sql);
                outcome = () -> answer.complete(result);
                return Optional.empty();
            } catch (SQLException e) {
                outcome = () -> answer.completeExceptionally(unavailable(e));
                return Optional.of(e);
            } catch (RuntimeException | Error e) {
                outcome = () -> answer.completeExceptionally(e);
                return Optional.of(e);
            }
        }

        void answer() {
            outcome.run();
        }

        void fail(StoreUnavailableException failure) {
            answer.completeExceptionally(failure);
        }

        T await() {
            try {
                return answer.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
    }
}
