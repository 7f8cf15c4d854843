package io.github.carelet.delivery;

import io.github.carelet.delivery.DeliveryRound.Job;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Claimed messages between the thread that claims and those that send: one lane for each destination, served in turn, so
 * that a slow one delays only itself. Safe for use by several threads. Waits do not end by interruption: transports are
 * foreign code, and one that leaves the flag set must not end the thread that called it.
 */
final class Lanes {

    private final int share;
    private final int depth;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;

    private static final class Lane {
        private final Deque<Job> waiting = new ArrayDeque<>();
        private int running;
    }

    /** Makes lanes in which up to {@code share} messages are under way at once, and up to {@code depth} wait. */
    Lanes(int share, int depth) {
        this.share = share;
        this.depth = depth;
    }

    /** Lines a message up, or returns false if its lane is full: it comes back when its lease runs out. */
    boolean offer(Job job) {
        lock.lock();
        try {
            Lane lane = lanes.computeIfAbsent(job.lane(), name -> new Lane());
            if (closed || lane.waiting.size() >= depth) {
                return false;
            }
            lane.waiting.add(job);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a message that may be sent now; empty once closed. Whoever took it calls {@link #done}. */
    Optional<Job> take() {
        lock.lock();
        try {
            Optional<Job> job = poll();
            while (job.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
                job = poll();
            }
            return job;
        } finally {
            lock.unlock();
        }
    }

    /** Returns a message that may be sent now, if there is one. Whoever took it calls {@link #done}. */
    Optional<Job> poll() {
        lock.lock();
        try {
            Iterator<Map.Entry<String, Lane>> turn = lanes.entrySet().iterator();
            while (turn.hasNext() && !closed) {
                Map.Entry<String, Lane> next = turn.next();
                if (next.getValue().running < share && !next.getValue().waiting.isEmpty()) {
                    turn.remove();
                    return Optional.of(start(next.getKey(), next.getValue()));
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Frees the place of a message that was taken. */
    void done(Job job) {
        lock.lock();
        try {
            lanes.computeIfPresent(job.lane(), (name, lane) -> {
                lane.running--;
                return lane.running == 0 && lane.waiting.isEmpty() ? null : lane;
            });
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of what waits and of whoever waits. */
    void close() {
        lock.lock();
        try {
            closed = true;
            lanes.values().forEach(lane -> lane.waiting.clear());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Puts the lane behind all others. */
    private Job start(String name, Lane lane) {
        lanes.put(name, lane);
        lane.running++;
        return lane.waiting.remove();
    }
}
