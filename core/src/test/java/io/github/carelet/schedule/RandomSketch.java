package io.github.carelet.schedule;

import io.github.carelet.catalog.HoursException;
import io.github.carelet.catalog.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rules, hours, what is taken and clocks, drawn at random: the seed is fixed, so a failure comes again. */
final class RandomSketch {

    private static final List<String> ZONES = List.of(
            "America/Los_Angeles",
            "Europe/Berlin",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "America/St_Johns",
            "Pacific/Apia",
            "Africa/Cairo",
            "Asia/Beirut",
            "America/Santiago",
            "UTC");
    private static final List<String> INTERVALS = List.of(
            "08:00-12:00",
            "13:00-17:00",
            "00:00-24:00",
            "22:00-03:00",
            "00:30-02:30",
            "01:00-01:30",
            "02:15-04:00",
            "09:10-18:05",
            "23:30-00:30");
    private static final List<Integer> MINUTES = List.of(5, 10, 15, 20, 30, 45, 60, 90);
    /** Days on which clocks change somewhere, and others. */
    private static final List<String> DAYS =
            List.of("2026-03-06", "2026-03-27", "2026-10-23", "2026-10-30", "2011-12-28", "2010-11-05", "2027-06-10");

    private final Random random;

    RandomSketch(long seed) {
        random = new Random(seed);
    }

    /** What was drawn. */
    record Case(Sketch sketch, Taken taken, Instant now) {

        LocalDate today() {
            return now.atZone(sketch.zone()).toLocalDate();
        }

        NaiveSlots naive() {
            return new NaiveSlots(sketch, taken, now);
        }
    }

    Case next() {
        LocalDate day = LocalDate.parse(any(DAYS));
        Instant now = day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(random.nextInt(2 * 86_400));
        Sketch sketch = Sketch.in(any(ZONES), "08:00-17:00")
                .open(hours(day))
                .taking(any(MINUTES), any(MINUTES))
                .buffers(chance(3) ? any(MINUTES) : 0, chance(3) ? any(MINUTES) : 0)
                .notice(chance(2) ? Duration.ofMinutes(random.nextInt(3_000)) : Duration.ZERO)
                .window(1 + random.nextInt(9))
                .capacity(1 + random.nextInt(3));
        sketch = chance(3) ? sketch.offered(hours(day)) : sketch;
        sketch = chance(3) ? sketch.perDay(1 + random.nextInt(4)) : sketch;
        sketch = chance(3) ? sketch.capacity(1).by("ann", "away-bob", "cid", "dee") : sketch;
        return new Case(sketch, taken(now), now);
    }

    private OpeningHours hours(LocalDate day) {
        List<HoursException> exceptions = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate from = day.plusDays(random.nextInt(8));
            LocalDate to = from.plusDays(random.nextInt(2));
            exceptions.add(Sketch.exception(from.toString(), to.toString(), intervals()));
        }
        return Sketch.hours(exceptions, intervals());
    }

    private String[] intervals() {
        return random.ints(random.nextInt(3) + (chance(4) ? 0 : 1), 0, INTERVALS.size())
                .mapToObj(INTERVALS::get)
                .toArray(String[]::new);
    }

    private Taken taken(Instant now) {
        List<Taken.Span> spans = new ArrayList<>();
        List<Instant> visits = new ArrayList<>();
        List<Resource> resources = List.of(
                Resource.pool(Sketch.LOCATION, "room"),
                Resource.pool(Sketch.LOCATION, "room"),
                Resource.pool("elsewhere", "room"),
                Resource.practitioner("ann"),
                Resource.practitioner("away-bob"),
                Resource.practitioner("cid"),
                Resource.practitioner("dee"));
        for (int i = random.nextInt(60); i > 0; i--) {
            Instant from = now.plusSeconds(300L * random.nextInt(12 * 86_400 / 300));
            Instant until = from.plusSeconds(chance(20) ? 86_400 * 2 : 60L * any(MINUTES));
            spans.add(new Taken.Span(any(resources), from, until));
            if (chance(2)) {
                visits.add(from);
            }
        }
        return new Taken(spans, visits);
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    boolean chance(int one) {
        return random.nextInt(one) == 0;
    }
}
