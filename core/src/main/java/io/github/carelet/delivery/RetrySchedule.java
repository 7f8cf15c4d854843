package io.github.carelet.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after each failed attempt, and when to give up. Each pause is lengthened by a random share, so that what
 * failed together does not come back together.
 *
 * @param pauses the pause after the first attempt, after the second, and so on; one more attempt than pauses is made
 * @param jitter by which share of itself a pause is lengthened at most, 0 to 1
 */
public record RetrySchedule(List<Duration> pauses, double jitter) {

    private static final RetrySchedule STANDARD = new RetrySchedule(
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24)),
            0.1);

    /** Checks and copies. */
    public RetrySchedule {
        pauses = List.copyOf(pauses);
        if (pauses.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("pauses " + pauses + " between attempts: expected none below zero");
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter " + jitter + ": expected 0 to 1");
        }
    }

    /**
     * Returns the schedule of Standard Webhooks: ten attempts, at once and after 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 20
     * and 24 hours; three days in all. Pauses grow by up to a tenth.
     */
    public static RetrySchedule standard() {
        return STANDARD;
    }

    /**
     * Returns how long to wait.
     *
     * @param made how many attempts were made, from 1
     * @param atLeast how long the receiver asked to be left alone
     * @return empty if all attempts are used up
     */
    public Optional<Duration> next(int made, Duration atLeast, RandomGenerator random) {
        if (made < 1) {
            throw new IllegalArgumentException(made + " attempts made: expected 1 or more");
        }
        if (made > pauses.size()) {
            return Optional.empty();
        }
        Duration pause = lengthened(pauses.get(made - 1), random);
        return Optional.of(pause.compareTo(atLeast) < 0 ? atLeast : pause);
    }

    private Duration lengthened(Duration pause, RandomGenerator random) {
        return pause.plusMillis((long) (pause.toMillis() * jitter * random.nextDouble()));
    }
}
