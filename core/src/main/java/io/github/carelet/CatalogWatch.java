package io.github.carelet;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One daemon thread that asks now and then whether the catalogue has changed. */
final class CatalogWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogWatch.class);

    private static final long MOST_WAIT_MILLIS = 10_000;

    private final PublishedCatalog catalog;
    private final Duration interval;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private String failure = "";

    CatalogWatch(PublishedCatalog catalog, Duration interval) {
        this.catalog = catalog;
        this.interval = interval;
        this.thread = new Thread(this::watch, "carelet-catalog-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same failure is logged once, until a look succeeds. */
    private void look() {
        try {
            catalog.reloadIfChanged();
            failure = "";
        } catch (RuntimeException | Error e) {
            if (!failure.equals(e.toString())) {
                failure = e.toString();
                LOG.warn("Looking for a new catalogue failed; the last good one keeps serving", e);
            }
        }
    }

    /** Ends the thread, and waits for a reload that is under way; unless that reload is who closes. */
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
