package io.github.carelet.booking;

import java.time.OffsetDateTime;

/**
 * A visit in the list of a day.
 *
 * @param booking the booking
 * @param start when it begins, in the offset of the location
 * @param offered whether this is a time that is only offered to the patient
 */
public record DayEntry(Booking booking, OffsetDateTime start, boolean offered) {}
