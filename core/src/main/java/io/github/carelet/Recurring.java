package io.github.carelet;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One daemon thread that does the same now and then, until closed. What it does must not throw. */
final class Recurring implements AutoCloseable {

    private static final long MOST_WAIT_MILLIS = 10_000;

    private final Runnable work;
    private final Duration interval;
    private final boolean atOnce;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Recurring(String name, Duration interval, Runnable work, boolean atOnce) {
        this.work = work;
        this.interval = interval;
        this.atOnce = atOnce;
        this.thread = new Thread(this::run, name);
    }

    /** Starts the thread; the first time comes after the first interval. */
    static Recurring start(String name, Duration interval, Runnable work) {
        return new Recurring(name, interval, work, false).started();
    }

    /** Starts the thread; the first time comes at once. */
    static Recurring startAtOnce(String name, Duration interval, Runnable work) {
        return new Recurring(name, interval, work, true).started();
    }

    private Recurring started() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void run() {
        try {
            if (atOnce) {
                work.run();
            }
            while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                work.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the thread, and waits for work that is under way; unless that work is who closes. */
    @Override
    public void close() {
        closed.countDown();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(MOST_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
