package io.github.carelet.delivery;

import io.github.carelet.delivery.Outbox.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims, sends and finishes. Has no thread and waits for nothing; time is the clock's. Safe for use by several threads. */
final class DeliveryRound {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRound.class);

    private final Outbox outbox;
    private final Map<String, Transport> transports;
    private final DispatchSettings settings;
    private final Set<String> unknownKinds = ConcurrentHashMap.newKeySet();

    /**
     * A claimed message.
     *
     * @param startBy when it is too late to start: sending might not end within the lease
     * @param lane with which others it waits
     */
    record Job(Claim claim, Instant startBy, String lane) {}

    DeliveryRound(Outbox outbox, List<Transport> transports, DispatchSettings settings) {
        this.outbox = outbox;
        this.transports =
                transports.stream().collect(Collectors.toUnmodifiableMap(Transport::kind, Function.identity()));
        this.settings = settings;
    }

    /** Claims, sends and finishes one batch, and returns how many were claimed. */
    int run() {
        return claim(this::deliver);
    }

    /** Claims one batch, gives away what can be carried, and returns how many were claimed. */
    int claim(Consumer<Job> taker) {
        Instant now = settings.clock().instant();
        Instant startBy = now.plus(settings.lease().dividedBy(3));
        List<Claim> claims = outbox.claim(now, settings.lease(), settings.batch());
        claims.stream().filter(this::isCarried).forEach(claim -> taker.accept(new Job(claim, startBy, lane(claim))));
        return claims.size();
    }

    /** Sends a message and records what came of it. Does neither if it waited too long: then its lease runs out. */
    void deliver(Job job) {
        if (settings.clock().instant().isAfter(job.startBy())) {
            return;
        }
        Claim claim = job.claim();
        Attempt attempt = attempt(claim.message(), send(claim.message()));
        if (!outbox.finish(claim, attempt)) {
            LOG.info(
                    "Message {} was taken over by somebody else",
                    claim.message().id());
        }
    }

    private String lane(Claim claim) {
        return transport(claim.message()).lane(claim.message());
    }

    private Transport transport(Message message) {
        return Objects.requireNonNull(transports.get(message.kind()));
    }

    /** What nobody carries here keeps its place: its lease runs out, no attempt is recorded, and it is due again. */
    private boolean isCarried(Claim claim) {
        String kind = claim.message().kind();
        boolean carried = transports.containsKey(kind);
        if (!carried && unknownKinds.add(kind)) {
            LOG.warn("Messages of kind '{}' wait: nothing here carries them", kind);
        }
        return carried;
    }

    /** Errors too are outcomes here: whatever is wrong with a transport, the others must go on. */
    private Delivery send(Message message) {
        try {
            return transport(message).deliver(message);
        } catch (RuntimeException | Error e) {
            LOG.warn(
                    "The transport '{}' broke down: {}",
                    message.kind(),
                    e.getClass().getName());
            return new Delivery.Retry(e.getClass().getSimpleName());
        }
    }

    private Attempt attempt(Message message, Delivery delivery) {
        if (delivery instanceof Delivery.Retry retry) {
            return retry(message, retry);
        }
        if (delivery instanceof Delivery.Dead dead) {
            LOG.warn("Message {} to '{}' is given up: {}", message.id(), message.destination(), dead.reason());
            return ended(Attempt.Outcome.DEAD, dead.reason(), Optional.empty());
        }
        if (delivery instanceof Delivery.Gone gone) {
            LOG.warn("Nothing is sent to '{}' any more: {}", message.destination(), gone.reason());
            return ended(Attempt.Outcome.GONE, gone.reason(), Optional.empty());
        }
        if (delivery instanceof Delivery.NotNeeded notNeeded) {
            return ended(Attempt.Outcome.SKIPPED, notNeeded.reason(), Optional.empty());
        }
        return ended(Attempt.Outcome.DELIVERED, ((Delivery.Delivered) delivery).detail(), Optional.empty());
    }

    private Attempt retry(Message message, Delivery.Retry retry) {
        int made = made(message) + 1;
        Optional<Duration> pause =
                settings.schedule().next(made, retry.after().orElse(Duration.ZERO), settings.random());
        if (pause.isEmpty()) {
            return attempt(message, new Delivery.Dead(retry.reason()));
        }
        LOG.info(
                "Message {} to '{}': {}, next in {}", message.id(), message.destination(), retry.reason(), pause.get());
        return ended(Attempt.Outcome.RETRY, retry.reason(), pause);
    }

    /**
     * Counts recorded attempts, not claims: a claim that ended with a crash used up nothing. Whoever sends a message once more
     * begins the schedule anew.
     */
    private int made(Message message) {
        List<Attempt.Outcome> outcomes =
                outbox.attempts(message.id()).stream().map(Attempt::outcome).toList();
        return outcomes.size() - 1 - outcomes.lastIndexOf(Attempt.Outcome.REPLAYED);
    }

    private Attempt ended(Attempt.Outcome outcome, String detail, Optional<Duration> pause) {
        Instant now = settings.clock().instant();
        return new Attempt(now, settings.node(), outcome, detail, pause.map(now::plus));
    }
}
