/**
 * What practitioners' own calendars (iCalendar, RFC 5545) say is taken: reads them, keeps the last good reading, and answers
 * as a {@link io.github.carelet.booking.TakenTimes}. Of a calendar only times are ever held: no summary, no attendee, nothing
 * else is even parsed.
 *
 * <p>Not a library for iCalendar: those that there are resolve floating times in the JVM's own zone and expand a recurrence for
 * as long as it takes, which a hostile one makes for ever. What is needed here is when somebody is busy, within a window and
 * a budget of steps. One of those libraries is the oracle in the tests.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.calendar;
