package io.github.carelet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DispatcherTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration OFTEN = Duration.ofMillis(2);

    private final MovableClock clock = new MovableClock();
    private final MemoryOutbox outbox = new MemoryOutbox();

    @Test
    void aMessageGoesOutOnceItsCommitIsTold() throws InterruptedException {
        try (Dispatcher dispatcher = start(ScriptedTransport.delivering("webhook"), NEVER)) {
            for (int i = 0; i < 100; i++) {
                CountDownLatch finished = outbox.afterFinishing(1);
                outbox.add(message("m" + i, "desk"));
                dispatcher.wake();
                assertThat(finished.await(20, TimeUnit.SECONDS)).isTrue();
            }
        }
        assertThat(outbox.backlog(clock.instant()).due()).isZero();
    }

    @Test
    void whatNobodyToldOfIsFoundByLooking() throws InterruptedException {
        CountDownLatch finished = outbox.afterFinishing(1);
        try (Dispatcher dispatcher = start(ScriptedTransport.delivering("webhook"), OFTEN)) {
            outbox.add(message("m1", "desk"));
            assertThat(finished.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(dispatcher).isNotNull();
        }
    }

    @Test
    void moreThanOneBatchIsWorkedOffWithoutWaiting() throws InterruptedException {
        for (int i = 0; i < 150; i++) {
            outbox.add(message("m" + i, "desk"));
        }
        CountDownLatch finished = outbox.afterFinishing(150);
        ScriptedTransport transport = ScriptedTransport.delivering("webhook");
        try (Dispatcher dispatcher = start(transport, NEVER)) {
            dispatcher.wake();
            assertThat(finished.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(transport.carried()).hasSize(150).doesNotHaveDuplicates();
    }

    @Test
    void aDestinationThatHangsDelaysNoOther() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        ScriptedTransport transport = new ScriptedTransport("webhook", message -> {
            if (message.destination().startsWith("hangs")) {
                await(release);
            }
            return new Delivery.Delivered("ok");
        });
        for (int i = 0; i < 300; i++) {
            outbox.add(message("h" + i, "hangs"));
        }
        for (int i = 0; i < 300; i++) {
            outbox.add(message("h2" + i, "hangs-too"));
        }
        outbox.add(message("live", "desk"));
        CountDownLatch finished = outbox.afterFinishing(1);
        try (Dispatcher dispatcher = start(transport, NEVER)) {
            dispatcher.wake();
            assertThat(finished.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(outbox.end("live")).contains(Attempt.Outcome.DELIVERED);
            release.countDown();
        }
    }

    @Test
    void aTransportThatBreaksDownOrInterruptsTakesNoThreadWithIt() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        ScriptedTransport transport = new ScriptedTransport("webhook", message -> {
            Thread.currentThread().interrupt();
            if (calls.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("broken");
            }
            throw new StackOverflowError();
        });
        CountDownLatch finished = outbox.afterFinishing(60);
        for (int i = 0; i < 60; i++) {
            outbox.add(message("m" + i, "desk" + i % 7));
        }
        try (Dispatcher dispatcher = start(transport, NEVER)) {
            dispatcher.wake();
            assertThat(finished.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(outbox.backlog(clock.instant()).due()).isEqualTo(60);
    }

    @Test
    void aStoreThatWasAwayIsAskedAgain() throws InterruptedException {
        outbox.failNext(3);
        CountDownLatch finished = outbox.afterFinishing(1);
        outbox.add(message("m1", "desk"));
        try (Dispatcher dispatcher = start(ScriptedTransport.delivering("webhook"), OFTEN)) {
            assertThat(finished.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(dispatcher).isNotNull();
        }
        assertThat(outbox.claimCalls()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void itAsksAStoreThatIsAwayMoreAndMoreRarely() {
        Duration usual = Duration.ofMillis(500);
        assertThat(Dispatcher.pauseAfter(0, usual)).isEqualTo(usual);
        assertThat(Dispatcher.pauseAfter(1, usual)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Dispatcher.pauseAfter(4, usual)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Dispatcher.pauseAfter(6, usual)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Dispatcher.pauseAfter(Integer.MAX_VALUE, usual)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Dispatcher.pauseAfter(5, NEVER)).isEqualTo(NEVER);
    }

    @Test
    void closingLeavesNoThreadAndClosesTheTransportsOnce() {
        ScriptedTransport transport = ScriptedTransport.delivering("webhook");
        Dispatcher dispatcher = start(transport, OFTEN);
        assertThat(threads()).hasSize(7).allMatch(Thread::isDaemon);
        dispatcher.close();
        dispatcher.close();
        assertThat(threads()).isEmpty();
        assertThat(transport.closes()).isEqualTo(1);
    }

    @Test
    void whatIsUnderWayWhenClosingIsCutOffAndStaysDue() throws InterruptedException {
        CountDownLatch under = new CountDownLatch(1);
        CountDownLatch cut = new CountDownLatch(1);
        Transport hanging = new Transport() {
            @Override
            public String kind() {
                return "webhook";
            }

            @Override
            public Delivery deliver(Message message) {
                under.countDown();
                DispatcherTest.await(cut);
                return new Delivery.Retry("SocketException");
            }

            @Override
            public void close() {
                cut.countDown();
            }
        };
        outbox.add(message("m1", "desk"));
        Dispatcher dispatcher = start(hanging, OFTEN);
        assertThat(under.await(20, TimeUnit.SECONDS)).isTrue();
        dispatcher.close();
        assertThat(threads()).isEmpty();
        assertThat(outbox.end("m1")).isEqualTo(Optional.empty());
        assertThat(outbox.attempts("m1")).hasSize(1);
    }

    @Test
    void twoDispatchersAtOneOutboxSendNothingTwice() throws InterruptedException {
        ScriptedTransport transport = ScriptedTransport.delivering("webhook");
        AtomicBoolean more = new AtomicBoolean(true);
        CountDownLatch finished = outbox.afterFinishing(200);
        try (Dispatcher one = start(transport, OFTEN);
                Dispatcher two = start(transport, OFTEN)) {
            for (int i = 0; i < 200; i++) {
                outbox.add(message("m" + i, "desk"));
                (more.getAndSet(!more.get()) ? one : two).wake();
            }
            assertThat(finished.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(transport.carried()).hasSize(200).doesNotHaveDuplicates();
    }

    private Dispatcher start(Transport transport, Duration poll) {
        return Dispatcher.start(
                outbox, List.of(transport), DispatchSettings.of(clock, "node-1").withPoll(poll));
    }

    private Message message(String id, String destination) {
        return new Message(id, "webhook", destination, "about-" + id, "{}", clock.instant());
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("carelet-delivery-"))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
