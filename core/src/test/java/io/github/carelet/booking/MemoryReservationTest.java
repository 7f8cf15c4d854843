package io.github.carelet.booking;

import io.github.carelet.delivery.Attempt;
import io.github.carelet.delivery.DisabledDestination;
import io.github.carelet.delivery.MessageStatus;
import io.github.carelet.delivery.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store that other tests use gives out times as the real ones do. */
final class MemoryReservationTest extends ReservationContract {

    private final MemoryBookingStore store = new MemoryBookingStore();

    @Override
    protected BookingStore store() {
        return store;
    }

    @Override
    protected Outbox outbox() {
        return new Outbox() {
            @Override
            public List<Claim> claim(Instant now, Duration lease, int limit) {
                return store.messages().stream()
                        .map(message -> new Claim(message, 1))
                        .toList();
            }

            @Override
            public boolean finish(Claim claim, Attempt attempt) {
                throw new UnsupportedOperationException("nothing is delivered here");
            }

            @Override
            public List<Attempt> attempts(String messageId) {
                return List.of();
            }

            @Override
            public Backlog backlog(Instant now) {
                return new Backlog(store.messages().size(), 0, Optional.empty());
            }

            @Override
            public List<MessageStatus> about(String subject) {
                throw new UnsupportedOperationException("nothing is delivered here");
            }

            @Override
            public List<MessageStatus> troubled(int limit) {
                throw new UnsupportedOperationException("nothing is delivered here");
            }

            @Override
            public boolean replay(String messageId, String actor, Instant now) {
                throw new UnsupportedOperationException("nothing is delivered here");
            }

            @Override
            public List<DisabledDestination> disabled() {
                return List.of();
            }

            @Override
            public boolean enable(String kind, String destination, String actor, Instant now) {
                throw new UnsupportedOperationException("nothing is delivered here");
            }
        };
    }
}
