package io.github.carelet;

import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.delivery.Outbox;
import java.time.InstantSource;
import java.util.Optional;

/** Knows how much waited to be delivered at the last look, so that whoever asks for it often does not ask the store. */
final class BacklogWatch {

    private final Outbox outbox;
    private final InstantSource clock;
    private volatile Optional<Outbox.Backlog> seen = Optional.empty();

    BacklogWatch(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Looks.
     *
     * @throws StoreUnavailableException if the store can't say now; then nothing is known
     */
    void look() {
        try {
            seen = Optional.of(outbox.backlog(clock.instant()));
        } catch (StoreUnavailableException e) {
            seen = Optional.empty();
            throw e;
        }
    }

    Optional<Outbox.Backlog> seen() {
        return seen;
    }
}
