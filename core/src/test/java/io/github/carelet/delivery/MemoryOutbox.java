package io.github.carelet.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The outbox by the letter of its contract, in memory; survives "restarts" of whoever works it. */
final class MemoryOutbox implements Outbox {

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, List<Attempt>> attempts = new HashMap<>();
    private final AtomicInteger failuresToCome = new AtomicInteger();
    private final AtomicInteger claimCalls = new AtomicInteger();
    private final List<DisabledDestination> disabled = new ArrayList<>();
    private CountDownLatch finished = new CountDownLatch(0);

    private static final class Row {
        private final Message message;
        private Instant dueAt;
        private Instant leaseUntil = Instant.MIN;
        private int claims;
        private Optional<Attempt.Outcome> end = Optional.empty();

        private Row(Message message) {
            this.message = message;
            this.dueAt = message.dueAt();
        }
    }

    synchronized void add(Message message) {
        rows.add(new Row(message));
    }

    /** Returns a latch that opens after so many more messages have been finished. */
    synchronized CountDownLatch afterFinishing(int count) {
        finished = new CountDownLatch(count);
        return finished;
    }

    void failNext(int calls) {
        failuresToCome.set(calls);
    }

    int claimCalls() {
        return claimCalls.get();
    }

    synchronized Optional<Attempt.Outcome> end(String messageId) {
        return rows.stream()
                .filter(row -> row.message.id().equals(messageId))
                .findFirst()
                .orElseThrow()
                .end;
    }

    @Override
    public synchronized List<Claim> claim(Instant now, Duration lease, int limit) {
        claimCalls.incrementAndGet();
        if (failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the store is away");
        }
        List<Row> due = rows.stream()
                .filter(row -> row.end.isEmpty() && !row.dueAt.isAfter(now) && !row.leaseUntil.isAfter(now))
                .filter(this::isFirstOfItsSubject)
                .filter(row ->
                        disabled.stream().noneMatch(each -> each.destination().equals(row.message.destination())))
                .sorted(Comparator.comparing(row -> row.dueAt))
                .limit(limit)
                .toList();
        due.forEach(row -> {
            row.leaseUntil = now.plus(lease);
            row.claims++;
        });
        return due.stream().map(row -> new Claim(row.message, row.claims)).toList();
    }

    private boolean isFirstOfItsSubject(Row row) {
        return rows.stream()
                .takeWhile(earlier -> earlier != row)
                .noneMatch(earlier -> earlier.end.isEmpty()
                        && earlier.message.subject().equals(row.message.subject())
                        && earlier.message.destination().equals(row.message.destination()));
    }

    @Override
    public synchronized boolean finish(Claim claim, Attempt attempt) {
        Row row = rows.stream()
                .filter(each -> each.message.equals(claim.message()))
                .findFirst()
                .orElseThrow();
        if (row.end.isPresent() || row.claims != claim.attempt()) {
            return false;
        }
        attempts.computeIfAbsent(claim.message().id(), id -> new ArrayList<>()).add(attempt);
        row.leaseUntil = Instant.MIN;
        attempt.next().ifPresentOrElse(next -> row.dueAt = next, () -> row.end = Optional.of(attempt.outcome()));
        if (attempt.outcome() == Attempt.Outcome.GONE) {
            disabled.add(new DisabledDestination(
                    row.message.kind(), row.message.destination(), attempt.at(), attempt.detail()));
        }
        finished.countDown();
        return true;
    }

    @Override
    public synchronized List<Attempt> attempts(String messageId) {
        return List.copyOf(attempts.getOrDefault(messageId, List.of()));
    }

    @Override
    public synchronized List<MessageStatus> about(String subject) {
        throw new UnsupportedOperationException("nobody asks this one");
    }

    @Override
    public synchronized List<MessageStatus> troubled(int limit) {
        throw new UnsupportedOperationException("nobody asks this one");
    }

    @Override
    public synchronized boolean replay(String messageId, String actor, Instant now) {
        Row row = rows.stream()
                .filter(each -> each.message.id().equals(messageId))
                .findFirst()
                .orElseThrow();
        row.end = Optional.empty();
        row.dueAt = now;
        row.claims++;
        attempts.computeIfAbsent(messageId, id -> new ArrayList<>())
                .add(new Attempt(now, actor, Attempt.Outcome.REPLAYED, "", Optional.empty()));
        return true;
    }

    @Override
    public synchronized List<DisabledDestination> disabled() {
        return List.copyOf(disabled);
    }

    @Override
    public synchronized boolean enable(String kind, String destination, String actor, Instant now) {
        throw new UnsupportedOperationException("nobody asks this one");
    }

    @Override
    public synchronized Backlog backlog(Instant now) {
        List<Row> open = rows.stream()
                .filter(row -> row.end.isEmpty() && !row.message.dueAt().isAfter(now))
                .toList();
        long dead = rows.stream()
                .filter(row -> row.end.equals(Optional.of(Attempt.Outcome.DEAD)))
                .count();
        return new Backlog(
                open.size(), dead, open.stream().map(row -> row.message.dueAt()).min(Instant::compareTo));
    }
}
