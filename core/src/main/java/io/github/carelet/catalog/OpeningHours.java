package io.github.carelet.catalog;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a place is open, in wall-clock time of a zone that the caller brings.
 *
 * <p>An exception replaces its days whole; of several for one day the first counts. An interval belongs to the day on
 * which it starts, also when it runs past midnight. Where daylight saving repeats an hour, an interval that starts in
 * it starts at the earlier and one that ends in it ends at the later of the two. Where it skips an hour, an interval that
 * would start in it starts when the hour has been skipped, and one that would end in it ends later by as much as was
 * skipped.
 *
 * @param weekly the intervals of each day of the week, from Monday to Sunday, in order of their start; a day
 *     without is closed
 * @param exceptions days that differ, first match wins
 */
public record OpeningHours(Map<DayOfWeek, List<OpenInterval>> weekly, List<HoursException> exceptions) {

    /** Copies; every day of the week is present afterwards. */
    public OpeningHours {
        Map<DayOfWeek, List<OpenInterval>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, OpenInterval.inOrder(weekly.getOrDefault(day, List.of())));
        }
        weekly = Collections.unmodifiableMap(days);
        exceptions = List.copyOf(exceptions);
    }

    /**
     * A stretch of time when a place is open.
     *
     * @param start its first instant
     * @param end the first instant after it
     */
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

    /**
     * Returns the spans on the instant axis that belong to the given day, in order of their start. A day that a zone
     * skipped altogether has none.
     */
    public List<Span> spans(LocalDate day, ZoneId zone) {
        List<Span> spans = new ArrayList<>();
        if (!day.atStartOfDay(zone).toLocalDate().equals(day)) {
            return spans;
        }
        for (OpenInterval interval : on(day)) {
            Instant start = start(interval.start(day), zone);
            Instant end = ZonedDateTime.of(interval.end(day), zone)
                    .withLaterOffsetAtOverlap()
                    .toInstant();
            if (start.isBefore(end)) {
                spans.add(new Span(start, end));
            }
        }
        return List.copyOf(spans);
    }

    private static Instant start(LocalDateTime wall, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(wall);
        boolean skipped = transition != null && transition.isGap();
        return skipped
                ? transition.getInstant()
                : ZonedDateTime.of(wall, zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** Returns whether a place is open at an instant, and when that changes; spans that touch are one. */
    public State at(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant openUntil = now;
        for (int day = -2; day <= 366; day++) { // from the day before yesterday: a zone may have skipped yesterday
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
