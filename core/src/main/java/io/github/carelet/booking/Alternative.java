package io.github.carelet.booking;

import java.time.OffsetDateTime;

/**
 * A time that could be had instead.
 *
 * @param start when a visit could begin, in the offset of the location
 * @param location the id of the location
 */
public record Alternative(OffsetDateTime start, String location) {}
