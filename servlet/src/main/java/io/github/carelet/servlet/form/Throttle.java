package io.github.carelet.servlet.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.carelet.RateLimits;
import io.github.carelet.RateLimits.Rate;
import io.github.carelet.booking.Hold;
import io.github.carelet.booking.Submission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Says who sends too much. Remembers the last 50,000 addresses and as many contacts, in memory only. Safe for use by many
 * threads.
 */
final class Throttle {

    private static final int MOST_REMEMBERED = 50_000;

    /** As many as a busy site's patients need at once; a machine behind one partner takes no more from the others. */
    private static final Rate HOLDS = new Rate(60, 60, Hold.LIFETIME);

    private final Optional<RateLimits> limits;
    private final TimeMeter meter;
    private final Cache<String, Bucket> addresses = remembered();
    private final Cache<String, Bucket> contacts = remembered();
    private final Cache<String, Bucket> partners = remembered();

    Throttle(Optional<RateLimits> limits, InstantSource clock) {
        this.limits = limits;
        this.meter = new ClockMeter(clock);
    }

    /** Counts what an address sends, and returns how long it has to wait if that is too much. */
    Optional<Duration> wait(String sender) {
        return limits.flatMap(rates -> wait(addresses, sender, rates.perAddress()));
    }

    /** Counts a form under the contacts in it, and returns how long to wait if one of them is in too many. */
    Optional<Duration> wait(Submission form) {
        return limits.flatMap(rates -> Stream.of(
                        form.first("phone").map(Throttle::digits),
                        form.first("email").map(text -> text.strip().toLowerCase(Locale.ROOT)))
                .flatMap(Optional::stream)
                .filter(contact -> !contact.isEmpty())
                .map(contact -> wait(contacts, contact, rates.perContact()))
                .flatMap(Optional::stream)
                .max(Duration::compareTo));
    }

    /**
     * Counts a time that is to be held for a form of a partner, and returns whether it may be; forms without a partner count
     * together.
     */
    boolean mayHold(Optional<String> partner) {
        return limits.flatMap(any -> wait(partners, partner.orElse(""), HOLDS)).isEmpty();
    }

    private Optional<Duration> wait(Cache<String, Bucket> known, String key, Rate rate) {
        ConsumptionProbe probe = known.get(key, any -> bucket(rate)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.refill(), rate.period()))
                .withCustomTimePrecision(meter)
                .build();
    }

    /** However a number is written, it is the same number; a country code more or less makes it another one here. */
    private static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "");
    }

    private static Cache<String, Bucket> remembered() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .executor(Runnable::run)
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
