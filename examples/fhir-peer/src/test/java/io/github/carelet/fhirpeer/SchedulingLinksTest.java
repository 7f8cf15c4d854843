package io.github.carelet.fhirpeer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.fhir.SchedulingLinks;
import io.github.carelet.schedule.Slot;
import io.github.carelet.schedule.SlotFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is published for those who gather free times, by HAPI's parser, which forgives nothing here, and its validator. */
@Timeout(600)
class SchedulingLinksTest {

    private static final String ROOT = "https://maple.example.org/c";
    private static final String LINK =
            "http://hl7.org/fhir/uv/smart-scheduling-links/StructureDefinition/booking-deep-link";
    private static final int JUDGED = 20;

    private static final String CATALOG = """
            {"carelet": 1,
             "clinic": {"id": "maple", "name": "Maple & Sons \\"Clinic\\"", "phone": "+16265550100", "url": "https://maple.example.org/",
               "timeZone": "America/Los_Angeles", "languages": ["en"], "emergency": "In an emergency call 911."},
             "locations": [
               {"id": "main", "name": "Main office\\u2028", "fax": "+16265550199", "geo": {"lat": 34.14, "lng": -118.03},
                "address": {"street": "1 Main Street", "unit": "Suite B", "city": "Arcadia", "region": "CA", "postalCode": "91006", "country": "US"},
                "hours": {"weekly": {"sat": ["20:00-24:00"], "sun": ["00:00-06:00"]}}},
               {"id": "far", "name": "Far", "address": {"street": "2 Far Street", "city": "Arcadia"}}],
             "appointmentTypes": [
               {"id": "visit", "name": "Visit", "mode": "slots", "duration": "PT30M", "capacity": 2, "locations": ["main"]},
               {"id": "a-type-with-a-name-that-is-nearly-as-long-as-an-id-is-allowed", "name": "Long", "mode": "slots",
                "duration": "PT30M", "locations": ["main"]},
               {"id": "asked", "name": "Asked", "mode": "request", "duration": "PT30M"}]}
            """;

    @TempDir
    Path folder;

    @Test
    void everyLineIsAResourceAndEveryFreeTimeIsThere() throws Exception {
        try (PeerClinic clinic = new PeerClinic(folder, CATALOG)) {
            clinic.now = Instant.parse("2026-10-19T17:00:00Z");
            Catalog catalog = clinic.catalog;
            SchedulingLinks links = new SchedulingLinks(catalog, ROOT);
            assertThat(links.bookableLocations()).extracting(each -> each.id()).containsExactly("main");
            List<Resource> locations = read(links.locations());
            List<Resource> schedules = read(links.schedules());
            List<Resource> slots = read(links.slots(links.bookableLocations().get(0), clinic.desk.availability()));

            assertThat(locations).hasSize(2).allMatch(Location.class::isInstance);
            assertThat(schedules).hasSize(2).allMatch(Schedule.class::isInstance);
            assertThat(((Location) locations.get(0)).getTelecom()).hasSize(3);
            assertThat(schedules)
                    .extracting(each -> ((Schedule) each).getActorFirstRep().getReference())
                    .containsOnly("Location/main");
            assertThat(starts(slots)).isSorted().isEqualTo(free(clinic, catalog));
            assertThat(slots)
                    .extracting(each ->
                            ((org.hl7.fhir.r4.model.Slot) each).getSchedule().getReference())
                    .hasSameElementsAs(schedules.stream()
                            .map(each -> each.getIdElement()
                                    .toUnqualifiedVersionless()
                                    .getValue())
                            .toList());
            assertThat(slots)
                    .extracting(each -> ((org.hl7.fhir.r4.model.Slot) each)
                            .getExtensionByUrl(LINK)
                            .getValue()
                            .primitiveValue())
                    .doesNotHaveDuplicates()
                    .allMatch(each -> each.matches(ROOT + "/book\\?type=[a-z-]+&location=main&slot=2026-[0-9TA-F%-]+"));
            assertNoFaults(locations.size(), schedules.size(), slots.size(), links, clinic);
        }
    }

    private static void assertNoFaults(
            int locations, int schedules, int slots, SchedulingLinks links, PeerClinic clinic) {
        Set<String> faults = new HashSet<>();
        int judged = 0;
        List<String> lines = new ArrayList<>(lines(links.locations()));
        lines.addAll(lines(links.schedules()));
        lines.addAll(lines(links.slots(links.bookableLocations().get(0), clinic.desk.availability()))
                .subList(0, JUDGED));
        for (String line : lines) {
            faults.addAll(Judge.faults(line));
            judged++;
        }
        boolean mutantIsSeen = !Judge.faults(lines.get(lines.size() - 1).replace("\"free\"", "\"open\""))
                .isEmpty();
        System.out.printf(
                "SMART Scheduling Links with faults: %d of %d resources judged, of %d locations, %d schedules and %d slots read;"
                        + " an invalid mutant is rejected: %s%n",
                faults.size(), judged, locations, schedules, slots, mutantIsSeen);
        assertThat(faults).isEmpty();
        assertThat(mutantIsSeen).isTrue();
        assertThatThrownBy(() -> parser().parseResource(lines.get(0).replace("\"name\"", "\"nom\"")))
                .isInstanceOf(DataFormatException.class);
    }

    /** The free times of both types, as whoever picks one is told. */
    private static List<Instant> free(PeerClinic clinic, Catalog catalog) {
        LocalDate first = LocalDate.of(2026, 10, 19);
        List<Instant> free = new ArrayList<>();
        catalog.appointmentTypes().stream()
                .filter(type -> !type.id().equals("asked"))
                .map(type ->
                        SlotFinder.of(catalog, type, catalog.location("main").orElseThrow()))
                .flatMap(finder -> clinic.desk.availability().find(finder, first, first.plusDays(29)).days().stream())
                .flatMap(day -> day.slots().stream())
                .map(Slot::start)
                .map(java.time.OffsetDateTime::toInstant)
                .forEach(free::add);
        free.sort(Comparator.naturalOrder());
        // Two hours of the 1st of November exist twice.
        assertThat(free).hasSizeGreaterThan(2 * 4 * (8 + 12));
        return free;
    }

    private static List<Instant> starts(List<Resource> slots) {
        return slots.stream()
                .map(each -> ((org.hl7.fhir.r4.model.Slot) each).getStart().toInstant())
                .sorted()
                .toList();
    }

    private static List<Resource> read(byte[] lines) {
        IParser parser = parser();
        return lines(lines).stream()
                .map(line -> (Resource) parser.parseResource(line))
                .toList();
    }

    private static IParser parser() {
        return Judge.FHIR.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
    }

    private static List<String> lines(byte[] lines) {
        String text = new String(lines, StandardCharsets.UTF_8);
        assertThat(text).endsWith("\n");
        return List.of(text.split("\n"));
    }
}
