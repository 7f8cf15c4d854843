package io.github.carelet;

import io.github.carelet.calendar.CalendarState;
import io.github.carelet.delivery.Outbox;
import java.util.List;
import java.util.Optional;

/**
 * Whether a Carelet can do its work.
 *
 * @param ok whether it can do all that it was built for
 * @param publication what is being served, and what is wrong with the newest catalogue
 * @param store {@code ok}, {@code unavailable}, or {@code none} for content only
 * @param outbox how much waits to be delivered; empty for content only, or if the store can't say
 * @param calendars how much is known of each practitioner's calendar that is read
 * @param tzdb version of the time zone rules in use, such as {@code 2026a}
 */
public record Health(
        boolean ok,
        Publication publication,
        String store,
        Optional<Outbox.Backlog> outbox,
        List<CalendarState> calendars,
        String tzdb) {

    /** Copies the list. */
    public Health {
        calendars = List.copyOf(calendars);
    }
}
