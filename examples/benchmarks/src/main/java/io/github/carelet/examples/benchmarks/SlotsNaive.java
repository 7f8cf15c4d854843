package io.github.carelet.examples.benchmarks;

import io.github.carelet.catalog.OpenInterval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What one writes first: for each practitioner each candidate in java.time, compared with each booking. */
final class SlotsNaive {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final SlotsCase sample;
    private final List<Busy> busy;

    private record Busy(int practitioner, Instant from, Instant until) {}

    /** A time when a practitioner is free. */
    record Free(int practitioner, OffsetDateTime start) {}

    SlotsNaive(SlotsCase sample) {
        this.sample = sample;
        busy = sample.taken().stream()
                .map(each -> new Busy(each.practitioner(), each.from(), each.until()))
                .toList();
    }

    List<Free> find() {
        List<Free> found = new ArrayList<>();
        for (int who = 0; who < SlotsCase.PRACTITIONERS; who++) {
            for (int ahead = 0; ahead < SlotsCase.DAYS; ahead++) {
                LocalDate day = SlotsCase.FIRST.plusDays(ahead);
                for (OpenInterval interval : sample.catalog()
                        .locations()
                        .get(0)
                        .hours()
                        .orElseThrow()
                        .on(day)) {
                    addAll(who, interval.start(day), interval.end(day), found);
                }
            }
        }
        return found;
    }

    private void addAll(int who, LocalDateTime open, LocalDateTime close, List<Free> found) {
        Instant end = close.atZone(SlotsCase.ZONE).toInstant();
        for (LocalDateTime wall = open; wall.isBefore(close); wall = wall.plus(HALF_HOUR)) {
            for (ZoneOffset offset : SlotsCase.ZONE.getRules().getValidOffsets(wall)) {
                Instant from = wall.toInstant(offset);
                if (!from.plus(HALF_HOUR).isAfter(end) && isFree(who, from)) {
                    found.add(new Free(who, wall.atOffset(offset)));
                }
            }
        }
    }

    private boolean isFree(int who, Instant from) {
        Instant until = from.plus(HALF_HOUR);
        for (Busy each : busy) {
            if (each.practitioner() == who && each.from().isBefore(until) && from.isBefore(each.until())) {
                return false;
            }
        }
        return !from.isBefore(SlotsCase.now());
    }
}
