package io.github.carelet.examples.benchmarks;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.schedule.Occupancy;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.SlotFinder;
import io.github.carelet.schedule.SlotQuery;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is searched: half hours of ten practitioners within thirty days, from 8 to 12 and from 1 to 5 on weekdays in Berlin,
 * with two hundred of them taken.
 *
 * @param catalog the clinic
 * @param taken what is taken
 */
record SlotsCase(Catalog catalog, List<Taken> taken) {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final LocalDate FIRST = LocalDate.of(2026, 11, 9);
    static final int DAYS = 30;
    static final int PRACTITIONERS = 10;
    static final int BOOKINGS = 200;
    /** The half hours of a day that are open: 16 to 23, and 26 to 33. */
    static final long OPEN = 0xffL << 16 | 0xffL << 26;

    static final int HALF_HOUR = 1_800;

    SlotsCase {
        taken = List.copyOf(taken);
    }

    /** A half hour of a practitioner on a day, by their numbers. */
    record Taken(int practitioner, int day, int halfHour) {

        Instant from() {
            return FIRST.plusDays(day)
                    .atTime(LocalTime.ofSecondOfDay((long) halfHour * HALF_HOUR))
                    .atZone(ZONE)
                    .toInstant();
        }

        Instant until() {
            return from().plusSeconds(HALF_HOUR);
        }
    }

    static SlotsCase drawn() {
        Random random = new Random(20261124);
        Set<Taken> taken = new HashSet<>();
        while (taken.size() < BOOKINGS) {
            Taken one = new Taken(random.nextInt(PRACTITIONERS), random.nextInt(DAYS), random.nextInt(48));
            if (isWeekday(one.day()) && (OPEN >> one.halfHour() & 1) == 1) {
                taken.add(one);
            }
        }
        return new SlotsCase(clinic(), new ArrayList<>(taken));
    }

    static boolean isWeekday(int day) {
        return FIRST.plusDays(day).getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
    }

    SlotFinder finder() {
        return SlotFinder.of(
                catalog, catalog.appointmentTypes().get(0), catalog.locations().get(0));
    }

    SlotQuery query(Occupancy occupancy) {
        return new SlotQuery(FIRST, FIRST.plusDays(DAYS - 1), now(), occupancy);
    }

    static Instant now() {
        return FIRST.atStartOfDay(ZONE).toInstant();
    }

    /** When a practitioner is taken. */
    record Interval(Resource resource, Instant from, Instant until) {}

    List<Interval> intervals() {
        return taken.stream()
                .map(each -> new Interval(Resource.practitioner("p" + each.practitioner()), each.from(), each.until()))
                .toList();
    }

    static Occupancy occupancy(List<Interval> intervals) {
        Occupancy.Builder builder = Occupancy.builder();
        intervals.forEach(each -> builder.take(each.resource(), each.from(), each.until()));
        return builder.build();
    }

    private static Catalog clinic() {
        String names = IntStream.range(0, PRACTITIONERS)
                .mapToObj(i -> "\"p" + i + "\"")
                .collect(Collectors.joining(", "));
        String people = IntStream.range(0, PRACTITIONERS)
                .mapToObj(i -> "{\"id\": \"p%d\", \"name\": \"Practitioner %d\"}".formatted(i, i))
                .collect(Collectors.joining(", "));
        String day = "[\"08:00-12:00\", \"13:00-17:00\"]";
        String json = """
                {"carelet": 1,
                 "clinic": {"id": "c", "name": "Clinic", "phone": "+16265550100", "timeZone": "%s", "languages": ["en"],
                            "emergency": "Call 911.", "answerWithin": "P1D", "consent": {"version": "1", "text": "Yes."}},
                 "locations": [{"id": "here", "name": "Here",
                   "address": {"street": "1 Example Way", "city": "Arcadia", "region": "CA", "postalCode": "91006",
                               "country": "US"},
                   "hours": {"weekly": {"mon": %3$s, "tue": %3$s, "wed": %3$s, "thu": %3$s, "fri": %3$s}}}],
                 "practitioners": [%4$s],
                 "appointmentTypes": [{"id": "visit", "name": "Visit", "mode": "slots", "duration": "PT30M",
                                       "window": "P29D", "practitioners": [%2$s]}]}
                """.formatted(ZONE, names, day, people);
        return CatalogReader.strict()
                .read(List.of(new CatalogFile("clinic.json", json.getBytes(StandardCharsets.UTF_8))))
                .catalog()
                .orElseThrow(() -> new IllegalStateException("the clinic can't be read"));
    }
}
