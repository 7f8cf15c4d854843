package io.github.carelet.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * How a {@link Dispatcher} works.
 *
 * @param clock by which messages fall due
 * @param random for the jitter of retries; used by several threads at once
 * @param node what this process is called in the history of attempts
 * @param schedule when to try again
 * @param lease how long a claim holds; half as long again as the slowest transport takes, or more
 * @param poll how often to look for due messages when nobody calls {@link Dispatcher#wake}
 * @param batch how many messages are claimed at once
 * @param workers how many messages are sent at once
 * @param share how many of the workers one destination may keep busy
 */
public record DispatchSettings(
        InstantSource clock,
        RandomGenerator random,
        String node,
        RetrySchedule schedule,
        Duration lease,
        Duration poll,
        int batch,
        int workers,
        int share) {

    /** Checks that there is something to work with. */
    public DispatchSettings {
        checkPositive("lease", lease);
        checkPositive("poll", poll);
        if (batch < 1 || share < 1 || workers < share) {
            throw new IllegalArgumentException("batch " + batch + ", workers " + workers + ", share " + share
                    + ": expected 1 or more each, and no more share than workers");
        }
    }

    /** Returns the usual: the standard schedule, a lease of half a minute, a look twice a second, six workers, two for each. */
    public static DispatchSettings of(InstantSource clock, String node) {
        return new DispatchSettings(
                clock,
                new Random(),
                node,
                RetrySchedule.standard(),
                Duration.ofSeconds(30),
                Duration.ofMillis(500),
                20,
                6,
                2);
    }

    /** Returns the same with another schedule. */
    public DispatchSettings withSchedule(RetrySchedule other) {
        return new DispatchSettings(clock, random, node, other, lease, poll, batch, workers, share);
    }

    /** Returns the same with another interval between looks. */
    public DispatchSettings withPoll(Duration other) {
        return new DispatchSettings(clock, random, node, schedule, lease, other, batch, workers, share);
    }

    private static void checkPositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " of " + duration + ": expected more than zero");
        }
    }
}
