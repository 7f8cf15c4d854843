package io.github.carelet.booking;

import java.time.OffsetDateTime;

/**
 * A time that the clinic offers to a patient, held for them until the booking {@linkplain Booking#dueAt falls due}.
 *
 * @param start when the visit would begin, in the offset of the location
 * @param seat what it would take, and takes already
 */
public record Offer(OffsetDateTime start, Seat seat) {}
