package io.github.carelet;

import java.time.Duration;

/**
 * How often somebody may send something to the booking flow before they are told to wait. Each node of a host counts for
 * itself. Who is over it loses nothing: the form comes back with all that was typed.
 *
 * <p>An address is what the container says that a request comes from; of IPv6, the first 64 bits. Behind a proxy all patients
 * come from its address, unless {@link CareletBuilder#trustedProxies} or the container is told whom to believe.
 *
 * @param perAddress for all that one address sends
 * @param perContact for all bookings with one telephone number or one e-mail address
 */
public record RateLimits(Rate perAddress, Rate perContact) {

    /** 120 at once and one each second from one address; 20 at once and 20 an hour for one contact. */
    public static final RateLimits DEFAULT =
            new RateLimits(new Rate(120, 60, Duration.ofMinutes(1)), new Rate(20, 20, Duration.ofHours(1)));

    /**
     * So many at once, and then so many in each period.
     *
     * @param burst the most at once, 1 or more
     * @param refill how many more after each period, evenly spread over it; 1 or more
     * @param period at least a second
     */
    public record Rate(int burst, int refill, Duration period) {

        /** Checks the numbers. */
        public Rate {
            if (burst < 1 || refill < 1 || period.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("a rate of " + burst + " at once and " + refill + " in each "
                        + period + ": expected 1 or more of both, and at least PT1S");
            }
        }
    }
}
