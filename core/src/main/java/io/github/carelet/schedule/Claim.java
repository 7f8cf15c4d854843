package io.github.carelet.schedule;

import java.time.Instant;

/**
 * What a visit would take, to be kept with its booking.
 *
 * @param slot when
 * @param resource what it takes: a place in a pool, or the practitioner who would do it
 * @param capacity how many may have the resource at any instant, this one included
 * @param from the first instant at which it is taken, buffer included
 * @param until the first instant after that, buffer included
 */
public record Claim(Slot slot, Resource resource, int capacity, Instant from, Instant until) {}
