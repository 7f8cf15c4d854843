package io.github.carelet.delivery;

import io.github.carelet.delivery.DeliveryRound.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what is due, with a few daemon threads of its own: one that claims, several that send. At least once, under the
 * id that the message always had; in turn over the destinations, so that a slow or dead one delays only its own messages.
 *
 * <p>Safe for use by several threads. {@link #close} before closing the outbox.
 */
public final class Dispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int WAITING_FOR_EACH = 200;
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
    private static final Duration TO_FINISH = Duration.ofSeconds(2);

    private final DeliveryRound round;
    private final DispatchSettings settings;
    private final List<Transport> transports;
    private final Lanes lanes;
    private final Semaphore wakes = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    private Dispatcher(Outbox outbox, List<Transport> transports, DispatchSettings settings) {
        this.transports = List.copyOf(transports);
        this.round = new DeliveryRound(outbox, this.transports, settings);
        this.settings = settings;
        this.lanes = new Lanes(settings.share(), WAITING_FOR_EACH);
    }

    /**
     * Starts one.
     *
     * @param transports one for each kind; closed together with the dispatcher. Messages of other kinds stay due
     * @throws IllegalStateException if two transports carry the same kind
     */
    public static Dispatcher start(Outbox outbox, List<Transport> transports, DispatchSettings settings) {
        Dispatcher dispatcher = new Dispatcher(outbox, transports, settings);
        dispatcher.startThread("claim", dispatcher::claimUntilClosed);
        IntStream.rangeClosed(1, settings.workers())
                .forEach(number -> dispatcher.startThread(Integer.toString(number), dispatcher::sendUntilClosed));
        return dispatcher;
    }

    /** Looks for due messages now. Call it after the commit of a message; costs nothing and never waits. */
    public void wake() {
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    /**
     * Stops. What is being sent has two seconds to finish, then its connection is cut and it counts as failed; what was only
     * claimed is due again when its lease runs out.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        lanes.close();
        wakes.release();
        boolean finished = join();
        transports.forEach(Transport::close);
        if (!finished && !join()) {
            LOG.warn("A transport or the store does not come back; its thread is left behind");
        }
    }

    private void startThread(String name, Runnable work) {
        Thread thread = new Thread(work, "carelet-delivery-" + name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void claimUntilClosed() {
        int failures = 0;
        while (!closed) {
            failures = claimAll() ? 0 : failures + 1;
            await(pauseAfter(failures, settings.poll()));
        }
    }

    /** Claims until nothing more is due, and returns whether the outbox did its work. */
    private boolean claimAll() {
        try {
            while (!closed && round.claim(lanes::offer) == settings.batch()) {
                LOG.debug("More is due than one batch");
            }
            return true;
        } catch (RuntimeException | Error e) {
            LOG.warn("No messages could be claimed", e);
            return false;
        }
    }

    /** Returns the usual pause, doubled with each failure in a row. */
    static Duration pauseAfter(int failures, Duration usual) {
        Duration pause = usual.multipliedBy(1L << Math.min(failures, 10));
        Duration longest = usual.compareTo(LONGEST_BACKOFF) > 0 ? usual : LONGEST_BACKOFF;
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    private void await(Duration pause) {
        try {
            if (wakes.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException e) {
            LOG.debug("Interrupted by a stranger: nobody but close() ends this thread", e);
        }
    }

    private void sendUntilClosed() {
        for (Optional<Job> job = lanes.take(); job.isPresent(); job = lanes.take()) {
            send(job.get());
        }
    }

    private void send(Job job) {
        try {
            round.deliver(job);
        } catch (RuntimeException e) {
            LOG.warn("Nothing was recorded of message {}", job.claim().message().id(), e);
        } finally {
            lanes.done(job);
        }
    }

    private boolean join() {
        long end = System.nanoTime() + TO_FINISH.toNanos();
        try {
            for (Thread thread : threads) {
                TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, end - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return threads.stream().noneMatch(Thread::isAlive);
    }
}
