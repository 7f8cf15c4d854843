package io.github.carelet;

import io.github.carelet.booking.TakenTimes;
import io.github.carelet.calendar.PractitionerCalendars;
import java.util.List;
import java.util.Optional;

/**
 * Who knows what is taken besides bookings.
 *
 * @param sources all of them
 * @param calendars those of practitioners, if there are any
 */
record CalendarReading(List<TakenTimes> sources, Optional<PractitionerCalendars> calendars) {

    CalendarReading {
        sources = List.copyOf(sources);
    }
}
