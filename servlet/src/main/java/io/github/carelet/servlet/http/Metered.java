package io.github.carelet.servlet.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.carelet.RateLimits.Rate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Counts how often somebody does something, and says who does it too often. Remembers the last 50,000, in memory only. Safe for use
 * by many threads.
 */
public final class Metered {

    private static final int MOST_REMEMBERED = 50_000;

    private final Rate rate;
    private final TimeMeter meter;
    private final Cache<String, Bucket> known = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .executor(Runnable::run)
            .build();

    /** Makes one that lets everybody do it at a rate. */
    public Metered(Rate rate, InstantSource clock) {
        this.rate = rate;
        this.meter = new ClockMeter(clock);
    }

    /** Counts once, and returns how long they have to wait if that is too much. */
    public Optional<Duration> wait(String who) {
        ConsumptionProbe probe = known.get(who, any -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Returns what {@code Retry-After} says of a time: whole seconds, after which it is over. */
    public static String retryAfter(Duration wait) {
        return Long.toString(wait.toSeconds() + 1);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.refill(), rate.period()))
                .withCustomTimePrecision(meter)
                .build();
    }

    /** The clock that everything else is judged by. */
    private record ClockMeter(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
