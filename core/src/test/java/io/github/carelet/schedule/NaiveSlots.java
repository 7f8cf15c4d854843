package io.github.carelet.schedule;

import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.catalog.OpeningHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules once more, candidate by candidate in java.time, as slow and simple as can be. */
record NaiveSlots(Sketch sketch, Taken taken, Instant now) {

    /** A stretch of wall-clock time. */
    private record Wall(LocalDateTime start, LocalDateTime end) {}

    List<Slot> on(LocalDate date) {
        Set<Instant> seen = new HashSet<>();
        List<Slot> slots = new ArrayList<>();
        for (LocalDate day = date.minusDays(3); !day.isAfter(date); day = day.plusDays(1)) {
            for (Wall interval : intervals(day)) {
                for (Slot slot : candidates(interval)) {
                    boolean mine = slot.start().toLocalDate().equals(date);
                    if (mine
                            && slot.left() > 0
                            && allowed(slot.start())
                            && seen.add(slot.start().toInstant())) {
                        slots.add(slot);
                    }
                }
            }
        }
        slots.sort(Comparator.comparing(slot -> slot.start().toInstant()));
        return slots;
    }

    private List<Wall> intervals(LocalDate day) {
        List<Wall> intervals = new ArrayList<>();
        for (Wall open : walls(sketch.open().orElseThrow(), day)) {
            if (sketch.offered().isEmpty()) {
                intervals.add(open);
            }
            for (int ahead = -1; sketch.offered().isPresent() && ahead <= 1; ahead++) {
                for (Wall offered : walls(sketch.offered().get(), day.plusDays(ahead))) {
                    LocalDateTime start = offered.start().isAfter(open.start()) ? offered.start() : open.start();
                    LocalDateTime end = offered.end().isBefore(open.end()) ? offered.end() : open.end();
                    if (start.isBefore(end)) {
                        intervals.add(new Wall(start, end));
                    }
                }
            }
        }
        boolean exists = day.atStartOfDay(sketch.zone()).toLocalDate().equals(day);
        return exists ? intervals : List.of();
    }

    private static List<Wall> walls(OpeningHours hours, LocalDate day) {
        List<Wall> walls = new ArrayList<>();
        for (OpenInterval interval : hours.on(day)) {
            LocalDateTime midnight = day.atStartOfDay();
            walls.add(
                    new Wall(midnight.plusMinutes(interval.startMinute()), midnight.plusMinutes(interval.endMinute())));
        }
        return walls;
    }

    private List<Slot> candidates(Wall interval) {
        Instant end = ZonedDateTime.of(interval.end(), sketch.zone())
                .withLaterOffsetAtOverlap()
                .toInstant();
        List<Slot> slots = new ArrayList<>();
        LocalDateTime last = interval.end().plusDays(2);
        for (LocalDateTime wall = interval.start();
                wall.isBefore(last);
                wall = wall.plus(sketch.times().step())) {
            for (ZoneOffset offset : sketch.zone().getRules().getValidOffsets(wall)) {
                Instant start = wall.toInstant(offset);
                Instant over = start.plus(sketch.times().duration());
                if (!over.isAfter(end)) {
                    slots.add(new Slot(
                            wall.atOffset(offset), over.atZone(sketch.zone()).toOffsetDateTime(), left(start, over)));
                }
            }
        }
        return slots;
    }

    private boolean allowed(OffsetDateTime start) {
        LocalDate today = now.atZone(sketch.zone()).toLocalDate();
        long visits = taken.visits().stream()
                .filter(each -> each.atZone(sketch.zone()).toLocalDate().equals(start.toLocalDate()))
                .count();
        return !start.toInstant().isBefore(now.plus(sketch.times().notice()))
                && !start.toLocalDate().isAfter(today.plusDays(sketch.amounts().windowDays()))
                && visits < sketch.amounts().perDay().orElse(Integer.MAX_VALUE);
    }

    private int left(Instant start, Instant over) {
        Instant begin = start.minus(sketch.times().before());
        Instant end = over.plus(sketch.times().after());
        if (!sketch.practitioners().isEmpty()) {
            return (int) sketch.practitioners().stream()
                    .filter(id -> !id.startsWith("away"))
                    .map(Resource::practitioner)
                    .filter(each -> spans(each).stream().noneMatch(span -> span.meets(begin, end)))
                    .count();
        }
        // It only gets more where somebody begins.
        List<Taken.Span> others = spans(Resource.pool(Sketch.LOCATION, "room"));
        long most = count(others, begin);
        for (Taken.Span each : others) {
            if (each.from().isAfter(begin) && each.from().isBefore(end)) {
                most = Math.max(most, count(others, each.from()));
            }
        }
        return (int) Math.max(0, sketch.amounts().capacity() - most);
    }

    private List<Taken.Span> spans(Resource resource) {
        return taken.spans().stream()
                .filter(span -> span.resource().equals(resource))
                .toList();
    }

    private static long count(List<Taken.Span> spans, Instant instant) {
        return spans.stream().filter(span -> span.holds(instant)).count();
    }
}
