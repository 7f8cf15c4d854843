package io.github.carelet.schedule;

import java.time.OffsetDateTime;

/**
 * A time that can be booked.
 *
 * @param start when the visit begins, with the location's offset then; a wall-clock time that exists twice is two slots,
 *     told apart by it
 * @param end when the visit is over, with the location's offset then
 * @param left how many could still be booked for that time, 1 or more
 */
public record Slot(OffsetDateTime start, OffsetDateTime end, int left) {}
