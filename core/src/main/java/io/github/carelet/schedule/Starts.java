package io.github.carelet.schedule;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.OpeningHours;
import io.github.carelet.catalog.OpeningHours.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The instants of a local day at which a visit could start.
 *
 * @param day the local day
 * @param zone its zone
 * @param duration how long the visit takes
 * @param bookable the intervals in one of which it must lie whole; they may begin before the day
 */
record Starts(LocalDate day, ZoneId zone, Duration duration, List<Span> bookable) {

    Starts {
        bookable = List.copyOf(bookable);
    }

    static Starts of(AppointmentType type, Location location, LocalDate day) {
        List<Span> open = spans(location.hours(), day, location.timeZone());
        List<Span> offered = spans(type.hours(), day, location.timeZone());
        return new Starts(day, location.timeZone(), type.duration(), common(open, offered));
    }

    boolean anyIn(DayPart part, Instant earliest) {
        return bookable.stream().anyMatch(span -> anyIn(part, later(earliest, span.start()), latest(span)));
    }

    /**
     * Wall clocks jump, so a part of a day need not be one stretch of instants. But each of its stretches begins at the
     * part's first wall-clock time or with a jump: if any instant will do, then the first one, or one of these.
     */
    private boolean anyIn(DayPart part, Instant first, Instant last) {
        return Stream.of(Stream.of(first), beginnings(part), jumps(first, last))
                .flatMap(each -> each)
                .anyMatch(start -> !start.isBefore(first) && !start.isAfter(last) && isIn(part, start));
    }

    private Stream<Instant> beginnings(DayPart part) {
        LocalDateTime begin = day.atTime(part.from());
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(begin);
        return offsets.stream().map(begin::toInstant);
    }

    private Stream<Instant> jumps(Instant first, Instant last) {
        List<Instant> jumps = new ArrayList<>();
        ZoneOffsetTransition jump = zone.getRules().nextTransition(first);
        while (jump != null && !jump.getInstant().isAfter(last)) {
            jumps.add(jump.getInstant());
            jump = zone.getRules().nextTransition(jump.getInstant());
        }
        return jumps.stream();
    }

    private boolean isIn(DayPart part, Instant start) {
        LocalDateTime local = LocalDateTime.ofInstant(start, zone);
        return local.toLocalDate().equals(day) && part.contains(local.toLocalTime());
    }

    private Instant latest(Span span) {
        return span.end().minus(duration);
    }

    /**
     * A day's starts lie in intervals of that day, or of the day before when these run past midnight. That is two days
     * before where a zone has crossed the date line, and a day has no wall-clock time at all.
     */
    private static List<Span> spans(Optional<OpeningHours> hours, LocalDate day, ZoneId zone) {
        if (hours.isEmpty()) {
            // Always: from midnight on, and past the next one for as long as a visit may take.
            Instant end = day.plusDays(8).atStartOfDay(zone).toInstant();
            return List.of(new Span(day.atStartOfDay(zone).toInstant(), end));
        }
        List<Span> spans = new ArrayList<>();
        for (int before = 2; before >= 0; before--) {
            spans.addAll(hours.get().spans(day.minusDays(before), zone));
        }
        return spans;
    }

    private static List<Span> common(List<Span> some, List<Span> others) {
        List<Span> common = new ArrayList<>();
        for (Span one : some) {
            for (Span other : others) {
                Instant start = later(one.start(), other.start());
                Instant end = one.end().isBefore(other.end()) ? one.end() : other.end();
                if (start.isBefore(end)) {
                    common.add(new Span(start, end));
                }
            }
        }
        return common;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
