package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.Availability;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.SlotFinder;
import io.github.carelet.store.SqlStorage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an answer costs that asks the database what twenty practitioners have in ninety days. */
class SlotsCostTest {

    private static final Instant NOW = Instant.parse("2026-11-30T18:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final int DAYS = 90;
    private static final int PRACTITIONERS = 20;
    private static final int BOOKINGS_A_DAY = 2;

    /** The goal is five; an instrumented JVM on a slow machine takes its share. */
    private static final double MOST_MILLIS = 20;

    @TempDir
    Path folder;

    @Test
    void ninetyDaysOfTwentyPractitionersCostMilliseconds() {
        Catalog catalog = clinic();
        try (SqlStorage storage = SqlStorage.open(folder, KeyRing.ephemeral())) {
            IntStream.range(0, PRACTITIONERS).parallel().forEach(who -> fill(storage, who));
            Availability availability = new Availability(List.of(storage.bookings()), () -> NOW);
            int size = answer(catalog, availability).length;
            millis(() -> answer(catalog, availability), 20);
            double one = millis(() -> answer(catalog, availability), 1);
            double hundred = millis(() -> IntStream.range(0, 100).forEach(i -> answer(catalog, availability)), 1);
            System.out.printf(
                    java.util.Locale.ROOT,
                    "%d days of %d practitioners with %d bookings, %d bytes: %.2f ms of CPU; control, a hundred at once: %.2f ms%n",
                    DAYS,
                    PRACTITIONERS,
                    PRACTITIONERS * DAYS * BOOKINGS_A_DAY,
                    size,
                    one,
                    hundred);
            assertThat(size).isGreaterThan(50_000);
            assertThat(one).isLessThan(MOST_MILLIS);
            assertThat(hundred).isGreaterThan(MOST_MILLIS);
        }
    }

    private static byte[] answer(Catalog catalog, Availability availability) {
        SlotFinder finder = SlotFinder.of(
                catalog, catalog.appointmentTypes().get(0), catalog.locations().get(0));
        return SlotsJson.write(availability.find(finder, FIRST, FIRST.plusDays(DAYS - 1)));
    }

    private static void fill(SqlStorage storage, int who) {
        TakenSlots taken = new TakenSlots("visit", "here", Duration.ofMinutes(30));
        for (int day = 0; day < DAYS; day++) {
            for (int i = 0; i < BOOKINGS_A_DAY; i++) {
                int hour = 8 + (who + day + 4 * i) % 8;
                taken.put(
                        storage.bookings(),
                        BookingStatus.CONFIRMED,
                        Resource.practitioner("p" + who),
                        "%sT%02d:00:00-08:00".formatted(FIRST.plusDays(day), hour));
            }
        }
    }

    /** Returns the least CPU time of this thread in some rounds: whatever else the machine does only adds to it. */
    private static double millis(Runnable work, int times) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[21];
        for (int round = 0; round < nanos.length; round++) {
            long before = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < times; i++) {
                work.run();
            }
            nanos[round] = (threads.getCurrentThreadCpuTime() - before) / times;
        }
        Arrays.sort(nanos);
        return nanos[0] / 1e6;
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
                 "clinic": {"id": "c", "name": "Clinic", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
                            "languages": ["en"], "emergency": "Call 911.", "answerWithin": "P1D",
                            "consent": {"version": "1", "text": "Yes."}},
                 "locations": [{"id": "here", "name": "Here",
                   "address": {"street": "1 Example Way", "city": "Arcadia", "region": "CA", "postalCode": "91006",
                               "country": "US"},
                   "hours": {"weekly": {"mon": %1$s, "tue": %1$s, "wed": %1$s, "thu": %1$s, "fri": %1$s}}}],
                 "practitioners": [%2$s],
                 "appointmentTypes": [{"id": "visit", "name": "Visit", "mode": "slots", "duration": "PT30M",
                                       "window": "P120D", "practitioners": [%3$s]}]}
                """.formatted(day, people, names);
        return CatalogReader.strict()
                .read(List.of(new CatalogFile("clinic.json", json.getBytes(StandardCharsets.UTF_8))))
                .catalog()
                .orElseThrow();
    }
}
