package io.github.carelet;

import io.github.carelet.delivery.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How things stand, for gauges.
 *
 * @param at when
 * @param publication what is being served
 * @param outbox how much waited to be delivered at the last look, seconds ago; empty for content only, or if the store could
 *     not say
 */
public record Standing(Instant at, Publication publication, Optional<Outbox.Backlog> outbox) {

    /** Returns how long ago the catalogue was read that is being served. */
    public Duration catalogAge() {
        return Duration.between(publication.loadedAt(), at);
    }

    /** Returns how long the oldest message has been due; zero if none is, empty if that is not known. */
    public Optional<Duration> oldestDue() {
        return outbox.map(backlog ->
                backlog.oldest().map(since -> Duration.between(since, at)).orElse(Duration.ZERO));
    }
}
