package io.github.carelet.catalog;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a place is open, in wall-clock time of a zone that the caller brings.
 *
 * <p>An exception replaces its days whole; of several for one day the first counts. An interval belongs to the day on
 * which it starts, also when it runs past midnight. In the hour that daylight saving repeats, an interval starts at
 * the earlier and ends at the later of the two; in the hour that it skips, both move forward by the gap.
 *
 * @param weekly the intervals of each day of the week, in order of start; a day without is closed
 * @param exceptions days that differ, first match wins
 */
public record OpeningHours(Map<DayOfWeek, List<OpenInterval>> weekly, List<HoursException> exceptions) {

    /** Copies; every day of the week is present afterwards. */
    public OpeningHours {
        Map<DayOfWeek, List<OpenInterval>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, List.copyOf(weekly.getOrDefault(day, List.of())));
        }
        weekly = Map.copyOf(days);
        exceptions = List.copyOf(exceptions);
    }

    /** A stretch of time when a place is open, end not included. */
    public record Span(Instant start, Instant end) {}

    /**
     * What a place is at an instant.
     *
     * @param open whether it is open
     * @param until when that changes; empty if not within a year
     */
    public record State(boolean open, Optional<Instant> until) {}

    /** Returns the intervals of a day, by its exception if it has one. */
    public List<OpenInterval> on(LocalDate day) {
        return exception(day)
                .map(HoursException::open)
                .orElseGet(() -> weekly.getOrDefault(day.getDayOfWeek(), List.of()));
    }

    /** Returns the exception that rules a day. */
    public Optional<HoursException> exception(LocalDate day) {
        return exceptions.stream().filter(each -> each.covers(day)).findFirst();
    }

    /** Returns the spans on the instant axis that start on the given day. */
    public List<Span> spans(LocalDate day, ZoneId zone) {
        List<Span> spans = new ArrayList<>();
        for (OpenInterval interval : on(day)) {
            ZonedDateTime start = ZonedDateTime.of(interval.start(day), zone).withEarlierOffsetAtOverlap();
            ZonedDateTime end = ZonedDateTime.of(interval.end(day), zone).withLaterOffsetAtOverlap();
            if (start.isBefore(end)) {
                spans.add(new Span(start.toInstant(), end.toInstant()));
            }
        }
        return spans;
    }

    /** Returns whether a place is open at an instant, and when that changes. */
    public State at(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant openUntil = now;
        for (int day = -1; day <= 366; day++) {
            for (Span span : spans(today.plusDays(day), zone)) {
                boolean covers = !span.start().isAfter(openUntil) && span.end().isAfter(openUntil);
                if (covers) {
                    openUntil = span.end();
                } else if (span.start().isAfter(openUntil)) {
                    return openUntil.isAfter(now)
                            ? new State(true, Optional.of(openUntil))
                            : new State(false, Optional.of(span.start()));
                }
            }
        }
        return openUntil.isAfter(now) ? new State(true, Optional.empty()) : new State(false, Optional.empty());
    }
}
