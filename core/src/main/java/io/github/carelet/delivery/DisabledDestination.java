package io.github.carelet.delivery;

import java.time.Instant;

/**
 * Somewhere that nothing is sent to, since it said that it is gone for good. Its messages are kept.
 *
 * @param kind which {@link Transport} carries its messages
 * @param destination its name
 * @param since when it said so
 * @param reason what was seen, such as {@code HTTP 410}
 */
public record DisabledDestination(String kind, String destination, Instant since, String reason) {}
