package io.github.carelet.servlet.pickup;

import io.github.carelet.Carelet;
import io.github.carelet.PickupCredential;
import io.github.carelet.RateLimits.Rate;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Metered;
import java.time.Duration;
import java.util.Optional;

/**
 * Says who calls too often. A system has its own budget, under whichever of its tokens it comes; addresses have one for calls that no
 * system stands behind. Who shows a good token is never told to wait for what others send from the same address.
 */
final class Budget {

    /** Enough to fetch all of a busy day at once. */
    private static final Rate SYSTEM = new Rate(600, 600, Duration.ofMinutes(1));

    /** Enough for somebody who sets a system up. */
    private static final Rate STRANGER = new Rate(20, 20, Duration.ofMinutes(1));

    private final Optional<Metered> systems;
    private final Optional<Metered> strangers;

    Budget(Carelet carelet) {
        systems = carelet.limits().map(any -> new Metered(SYSTEM, carelet.clock()));
        strangers = carelet.limits().map(any -> new Metered(STRANGER, carelet.clock()));
    }

    /** Counts a call, and returns how long to wait if it is one too many. */
    Optional<Duration> wait(Exchange exchange, Optional<PickupCredential> caller) {
        return caller.isPresent()
                ? systems.flatMap(metered -> metered.wait(caller.get().name()))
                : strangers.flatMap(metered -> metered.wait(exchange.sender()));
    }
}
