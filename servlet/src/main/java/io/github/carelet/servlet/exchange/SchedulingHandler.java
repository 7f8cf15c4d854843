package io.github.carelet.servlet.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.carelet.Carelet;
import io.github.carelet.Publication;
import io.github.carelet.booking.Availability;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.catalog.Location;
import io.github.carelet.fhir.SchedulingLinks;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.PreparedReply;
import io.github.carelet.servlet.http.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code GET /fhir/$bulk-publish} and what it leads to, by SMART Scheduling Links: locations, schedules, and free times for
 * each location, for any origin. Free times are looked up at most once a minute for each location, and no answer may be kept
 * past that minute; a new catalogue is told at once. Addresses in it must be absolute: without a public address there is
 * none. Who takes no bookings here publishes locations only. Safe for use by many threads.
 */
public final class SchedulingHandler implements Handler {

    private static final Duration LIFE = Duration.ofSeconds(60);
    /** So long nobody else asks a store that did not answer. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Pattern SLOTS = Pattern.compile("/fhir/slots/([a-z0-9-]{1,64})\\.ndjson");

    private final Carelet carelet;
    private final Cache<Key, Made> cache;
    private volatile Instant away = Instant.MIN;

    /** Publishes what the given Carelet offers. */
    public SchedulingHandler(Carelet carelet) {
        this.carelet = carelet;
        // Bounded by what there is: a key is of a location, or one of three others.
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(LIFE)
                .executor(Runnable::run)
                .build();
    }

    private record Key(String version, String path) {}

    private record Made(Instant at, PreparedReply reply) {

        boolean holds(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(LIFE));
        }
    }

    @Override
    public Reply handle(Exchange exchange) {
        if (!exchange.isRead()) {
            return Answers.onlyRead();
        }
        Optional<URI> root = carelet.publicUrl();
        if (root.isEmpty()) {
            return Answers.problem(404, "no_public_url", "This site has not said its public address", Map.of());
        }
        Publication publication = carelet.publication();
        SchedulingLinks links =
                new SchedulingLinks(publication.catalog(), root.get().toASCIIString());
        return making(exchange.path(), links)
                .map(making -> answer(exchange, new Key(publication.version(), exchange.path()), making))
                .orElseGet(() -> Answers.problem(404, "unknown", "There is nothing of this name", Map.of()));
    }

    /** Returns what makes the answer to a path; empty if there is none. */
    private Optional<Function<Instant, Reply>> making(String path, SchedulingLinks links) {
        Optional<Availability> here = carelet.availability();
        Matcher slots = SLOTS.matcher(path);
        if (slots.matches()) {
            Optional<Location> location = links.catalog().location(slots.group(1));
            return here.flatMap(times -> location.map(place -> at -> lines(links.slots(place, times))));
        }
        return switch (path) {
            case "/fhir/$bulk-publish" ->
                Optional.of(at -> new Reply(
                        200, Map.of("Content-Type", "application/json"), links.manifest(at, here.isPresent())));
            case "/fhir/locations.ndjson" -> Optional.of(at -> lines(links.locations()));
            case "/fhir/schedules.ndjson" -> here.map(any -> at -> lines(links.schedules()));
            default -> Optional.empty();
        };
    }

    private static Reply lines(byte[] lines) {
        return new Reply(200, Map.of("Content-Type", "application/fhir+ndjson"), lines);
    }

    private Reply answer(Exchange exchange, Key key, Function<Instant, Reply> making) {
        Instant now = carelet.clock().instant();
        try {
            Made made = Optional.ofNullable(cache.getIfPresent(key))
                    .filter(known -> known.holds(now))
                    .orElseGet(() -> renewed(key, making));
            long left = Math.max(
                    1,
                    Duration.between(carelet.clock().instant(), made.at().plus(LIFE))
                            .toSeconds());
            return made.reply().answer(exchange).with("Cache-Control", "public, max-age=" + left);
        } catch (StoreUnavailableException e) {
            return Answers.problem(503, "unavailable", "Free times can't be looked up at the moment", Map.of())
                    .with("Cache-Control", "no-store");
        }
    }

    /** Of several who ask at once for what nobody has made yet, one makes it. */
    private Made renewed(Key key, Function<Instant, Reply> making) {
        return cache.asMap().compute(key, (same, known) -> {
            // Not before it is this one's turn.
            Instant now = carelet.clock().instant();
            return known != null && known.holds(now) ? known : made(now, making);
        });
    }

    /** Who waits in turn must not wait for the store as well, one after the other. */
    private Made made(Instant now, Function<Instant, Reply> making) {
        if (now.isBefore(away)) {
            throw new StoreUnavailableException(
                    "The store is not asked before " + away,
                    new IllegalStateException("it did not answer a moment ago"));
        }
        try {
            return new Made(now, Answers.prepared(making.apply(now)));
        } catch (StoreUnavailableException e) {
            away = carelet.clock().instant().plus(PAUSE);
            throw e;
        }
    }
}
