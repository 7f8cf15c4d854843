package io.github.carelet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.delivery.DeliveryRound.Job;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final Lanes lanes = new Lanes(2, 3);

    @Test
    void destinationsAreServedInTurn() {
        lanes.offer(job("a1", "a"));
        lanes.offer(job("a2", "a"));
        lanes.offer(job("b1", "b"));
        lanes.offer(job("c1", "c"));
        assertThat(next()).isEqualTo("a1");
        assertThat(next()).isEqualTo("b1");
        assertThat(next()).isEqualTo("c1");
        assertThat(next()).isEqualTo("a2");
        assertThat(lanes.poll()).isEmpty();
    }

    @Test
    void oneDestinationNeverGetsMoreThanItsShare() {
        lanes.offer(job("a1", "a"));
        lanes.offer(job("a2", "a"));
        lanes.offer(job("a3", "a"));
        Job first = lanes.poll().orElseThrow();
        assertThat(next()).isEqualTo("a2");
        assertThat(lanes.poll()).isEmpty();
        lanes.offer(job("b1", "b"));
        assertThat(next()).isEqualTo("b1");
        lanes.done(first);
        assertThat(next()).isEqualTo("a3");
    }

    @Test
    void aFullLaneTakesNoMoreButOthersDo() {
        assertThat(lanes.offer(job("a1", "a"))).isTrue();
        assertThat(lanes.offer(job("a2", "a"))).isTrue();
        assertThat(lanes.offer(job("a3", "a"))).isTrue();
        assertThat(lanes.offer(job("a4", "a"))).isFalse();
        assertThat(lanes.offer(job("b1", "b"))).isTrue();
    }

    @Test
    void aClosedOneGivesAndTakesNothing() {
        lanes.offer(job("a1", "a"));
        lanes.close();
        assertThat(lanes.take()).isEmpty();
        assertThat(lanes.offer(job("a2", "a"))).isFalse();
    }

    private String next() {
        Optional<Job> job = lanes.poll();
        return job.orElseThrow().claim().message().id();
    }

    private static Job job(String id, String destination) {
        Message message = new Message(id, "webhook", destination, "b", "{}", Instant.EPOCH);
        return new Job(new Outbox.Claim(message, 1), Instant.EPOCH, message.destination());
    }
}
