package io.github.carelet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.delivery.Attempt.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryRoundTest {

    private final MovableClock clock = new MovableClock();
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final DispatchSettings settings = DispatchSettings.of(clock, "node-1")
            .withSchedule(new RetrySchedule(RetrySchedule.standard().pauses(), 0));

    @Test
    void whatIsDueIsSentAndRecordedOnce() {
        ScriptedTransport transport = ScriptedTransport.delivering("webhook");
        outbox.add(message("m1", "desk", "b1"));
        assertThat(round(transport).run()).isEqualTo(1);
        assertThat(round(transport).run()).isZero();
        assertThat(transport.carried()).containsExactly("m1");
        assertThat(outbox.attempts("m1"))
                .containsExactly(new Attempt(clock.instant(), "node-1", Outcome.DELIVERED, "ok", Optional.empty()));
    }

    @Test
    void whatIsNotDueWaits() {
        ScriptedTransport transport = ScriptedTransport.delivering("webhook");
        outbox.add(
                new Message("m1", "webhook", "desk", "b1", "{}", clock.instant().plusSeconds(60)));
        round(transport).run();
        assertThat(transport.carried()).isEmpty();
        clock.advance(Duration.ofSeconds(60));
        round(transport).run();
        assertThat(transport.carried()).containsExactly("m1");
    }

    @Test
    void tenAttemptsOverThreeDaysAndTenRestartsBearOneId() {
        ScriptedTransport transport = failing();
        outbox.add(message("m1", "desk", "b1"));
        Instant start = clock.instant();
        List<Duration> times = new ArrayList<>();
        for (int restart = 0; restart < 12; restart++) {
            round(transport).run();
            List<Attempt> attempts = outbox.attempts("m1");
            Attempt last = attempts.get(attempts.size() - 1);
            times.add(Duration.between(start, last.at()));
            last.next().ifPresent(next -> clock.advance(Duration.between(clock.instant(), next)));
        }
        assertThat(transport.carried()).hasSize(10).containsOnly("m1");
        assertThat(times.get(9)).isEqualTo(Duration.parse("PT75H35M5S"));
        assertThat(outbox.end("m1")).contains(Outcome.DEAD);
        assertThat(outbox.attempts("m1"))
                .hasSize(10)
                .last()
                .satisfies(last -> assertThat(last.detail()).isEqualTo("HTTP 500"));
    }

    @Test
    void nothingIsSentBetweenTheTimesOfTheSchedule() {
        ScriptedTransport transport = failing();
        outbox.add(message("m1", "desk", "b1"));
        round(transport).run();
        clock.advance(Duration.ofMillis(4_999));
        round(transport).run();
        assertThat(transport.carried()).hasSize(1);
        clock.advance(Duration.ofMillis(1));
        round(transport).run();
        assertThat(transport.carried()).hasSize(2);
    }

    @Test
    void aReceiverThatAsksForTimeGetsIt() {
        ScriptedTransport transport = new ScriptedTransport(
                "webhook", message -> new Delivery.Retry("HTTP 503", Optional.of(Duration.ofHours(3))));
        outbox.add(message("m1", "desk", "b1"));
        round(transport).run();
        assertThat(outbox.attempts("m1").get(0).next()).contains(clock.instant().plus(Duration.ofHours(3)));
    }

    @Test
    void deadIsDeadAtOnce() {
        ScriptedTransport transport = new ScriptedTransport("webhook", message -> new Delivery.Dead("HTTP 410"));
        outbox.add(message("m1", "desk", "b1"));
        round(transport).run();
        assertThat(outbox.end("m1")).contains(Outcome.DEAD);
        assertThat(outbox.attempts("m1")).hasSize(1);
    }

    @Test
    void whatIsGoneIsGivenUpAndLeftAlone() {
        ScriptedTransport transport = new ScriptedTransport("webhook", message -> new Delivery.Gone("HTTP 410"));
        outbox.add(message("m1", "desk", "b1"));
        outbox.add(message("m2", "desk", "b2"));
        round(transport).run();
        outbox.add(message("m3", "desk", "b3"));
        round(transport).run();
        assertThat(transport.carried()).containsExactly("m1", "m2");
        assertThat(outbox.end("m1")).contains(Outcome.GONE);
    }

    @Test
    void whatIsNotNeededAnyMoreIsSkipped() {
        ScriptedTransport transport = new ScriptedTransport("webhook", message -> new Delivery.NotNeeded("called off"));
        outbox.add(message("m1", "desk", "b1"));
        round(transport).run();
        assertThat(outbox.attempts("m1"))
                .containsExactly(
                        new Attempt(clock.instant(), "node-1", Outcome.SKIPPED, "called off", Optional.empty()));
    }

    @Test
    void whatIsReplayedBeginsItsScheduleAnew() {
        ScriptedTransport transport = failing();
        outbox.add(message("m1", "desk", "b1"));
        while (outbox.end("m1").isEmpty()) {
            round(transport).run();
            clock.advance(Duration.ofDays(1));
        }
        assertThat(transport.carried()).hasSize(10);
        outbox.replay("m1", "Kim", clock.instant());
        round(transport).run();
        assertThat(outbox.end("m1")).isEmpty();
        List<Attempt> attempts = outbox.attempts("m1");
        assertThat(attempts.get(attempts.size() - 1).next())
                .contains(clock.instant().plusSeconds(5));
    }

    static Stream<Throwable> breakdowns() {
        return Stream.of(
                new IllegalStateException("name of a patient"),
                new StackOverflowError(),
                new NoClassDefFoundError("gone"),
                new AssertionError());
    }

    @ParameterizedTest
    @MethodSource("breakdowns")
    void aTransportThatBreaksDownIsTriedAgainAndOnlyItsClassIsRecorded(Throwable breakdown) {
        ScriptedTransport transport = new ScriptedTransport("webhook", message -> {
            throw DeliveryRoundTest.<RuntimeException>unchecked(breakdown);
        });
        outbox.add(message("m1", "desk", "b1"));
        round(transport).run();
        Attempt attempt = outbox.attempts("m1").get(0);
        assertThat(attempt.outcome()).isEqualTo(Outcome.RETRY);
        assertThat(attempt.detail()).isEqualTo(breakdown.getClass().getSimpleName());
    }

    @Test
    void messagesAboutOneSubjectGoInOrderEvenIfTheFirstFails() {
        List<String> arrived = new ArrayList<>();
        Function<Message, Delivery> failsOnce = message -> {
            if (message.id().equals("m1") && outbox.attempts("m1").isEmpty()) {
                return new Delivery.Retry("HTTP 500");
            }
            arrived.add(message.id());
            return new Delivery.Delivered("ok");
        };
        ScriptedTransport transport = new ScriptedTransport("webhook", failsOnce);
        outbox.add(message("m1", "desk", "b1"));
        outbox.add(message("m2", "desk", "b1"));
        outbox.add(message("other", "desk", "b2"));
        round(transport).run();
        assertThat(arrived).containsExactly("other");
        clock.advance(Duration.ofSeconds(5));
        round(transport).run();
        round(transport).run();
        assertThat(arrived).containsExactly("other", "m1", "m2");
    }

    @Test
    void aDeadEndpointDoesNotDelayAnother() {
        ScriptedTransport transport = new ScriptedTransport(
                "webhook",
                message -> message.destination().equals("dead")
                        ? new Delivery.Retry("ConnectException")
                        : new Delivery.Delivered("ok"));
        for (int i = 0; i < 50; i++) {
            outbox.add(message("d" + i, "dead", "b" + i));
        }
        outbox.add(message("live", "desk", "b0"));
        DeliveryRound round = round(transport);
        while (round.run() > 0) {
            assertThat(transport.carried()).hasSizeLessThanOrEqualTo(51);
        }
        assertThat(outbox.end("live")).contains(Outcome.DELIVERED);
        assertThat(outbox.backlog(Instant.MAX).due()).isEqualTo(50);
    }

    @Test
    void messagesOfAnUnknownKindStayDueForWhoeverCarriesThemLater() {
        outbox.add(new Message("m1", "pigeon", "desk", "b1", "{}", clock.instant()));
        for (int i = 0; i < 100; i++) {
            round(ScriptedTransport.delivering("webhook")).run();
            clock.advance(settings.lease());
        }
        assertThat(outbox.attempts("m1")).isEmpty();
        assertThat(outbox.backlog(Instant.MAX))
                .isEqualTo(new Outbox.Backlog(1, 0, Optional.of(new MovableClock().instant())));
        ScriptedTransport pigeons = failing("pigeon");
        round(pigeons).run();
        assertThat(outbox.attempts("m1"))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.outcome()).isEqualTo(Outcome.RETRY));
    }

    @Test
    void whatWaitedTooLongForItsTurnIsLeftToSomebodyElse() {
        ScriptedTransport transport = ScriptedTransport.delivering("webhook");
        outbox.add(message("m1", "desk", "b1"));
        DeliveryRound round = round(transport);
        List<DeliveryRound.Job> jobs = new ArrayList<>();
        round.claim(jobs::add);
        clock.advance(settings.lease().dividedBy(3).plusMillis(1));
        jobs.forEach(round::deliver);
        assertThat(transport.carried()).isEmpty();
        clock.advance(settings.lease());
        round.run();
        assertThat(transport.carried()).containsExactly("m1");
    }

    @Test
    void whoLostTheLeaseRecordsNothing() {
        outbox.add(message("m1", "desk", "b1"));
        ScriptedTransport slow = new ScriptedTransport("webhook", message -> {
            clock.advance(settings.lease());
            round(ScriptedTransport.delivering("webhook")).run();
            return new Delivery.Retry("late");
        });
        round(slow).run();
        assertThat(outbox.attempts("m1"))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.outcome()).isEqualTo(Outcome.DELIVERED));
    }

    @Test
    void twoTransportsOfOneKindAreRefused() {
        assertThatThrownBy(() -> new DeliveryRound(
                        outbox,
                        List.of(ScriptedTransport.delivering("webhook"), ScriptedTransport.delivering("webhook")),
                        settings))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void valuesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> message("m.1", "desk", "b1")).hasMessageContaining("'m.1'");
        assertThatThrownBy(() -> message("m\r\n1", "desk", "b1")).hasMessageContaining("no id");
        assertThatThrownBy(() -> new Attempt(clock.instant(), "n", Outcome.RETRY, "x", Optional.empty()))
                .hasMessageContaining("RETRY");
        assertThatThrownBy(() -> new Delivery.Retry("x", Optional.of(Duration.ofHours(25))))
                .hasMessageContaining("PT25H");
    }

    private DeliveryRound round(Transport transport) {
        return new DeliveryRound(outbox, List.of(transport), settings);
    }

    private Message message(String id, String destination, String subject) {
        return new Message(id, "webhook", destination, subject, "{}", clock.instant());
    }

    private static ScriptedTransport failing() {
        return failing("webhook");
    }

    private static ScriptedTransport failing(String kind) {
        return new ScriptedTransport(kind, message -> new Delivery.Retry("HTTP 500"));
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable throwable) throws E {
        throw (E) throwable;
    }
}
