package io.github.carelet.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.booking.TakenTimes;
import io.github.carelet.calendar.CalendarState.Status;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.egress.WebServer;
import io.github.carelet.schedule.Occupancy;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.Stretch;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PractitionerCalendarsTest {

    private static final Instant START = Instant.parse("2026-11-30T18:00:00Z");
    private static final Resource JO = Resource.practitioner("jo");
    private static final String CLINIC = """
            {"carelet": 1,
             "clinic": {"id": "c", "name": "C", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
                        "languages": ["en"]},
             "locations": [{"id": "east", "name": "East", "timeZone": "America/New_York", "address": {"street": "1 A St",
                            "city": "Boston", "region": "MA", "postalCode": "02101", "country": "US"}}],
             "practitioners": [{"id": "jo", "name": "Jo", "locations": ["east"]},
                               {"id": "ana", "name": "Ana", "locations": ["east"]}]}
            """;
    private static final Catalog CATALOG = CatalogReader.strict()
            .read(List.of(new CatalogFile("clinic.json", CLINIC.getBytes(StandardCharsets.UTF_8))))
            .catalog()
            .orElseThrow();

    @TempDir
    private Path folder;

    private final WebServer web = new WebServer();
    private Instant now = START;

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void ofACalendarThatWasNeverReadAllIsTaken() {
        try (PractitionerCalendars calendars = at("/missing.ics")) {
            calendars.refresh();

            assertThat(taken(calendars, START)).isTrue();
            assertThat(state(calendars)).isEqualTo(new CalendarState("jo", Status.UNREAD, Optional.empty(), 0));
            assertThat(taken(calendars, Resource.practitioner("ana"), START))
                    .as("control: of somebody without one nothing is")
                    .isFalse();
        }
    }

    @Test
    void whatIsReadIsTakenWhereTheyWorkAndWhatWasReadLastHoldsWhileItCantBeRead() {
        serve("20261201T100000", "\"1\"");
        try (PractitionerCalendars calendars = at("/jo.ics")) {
            calendars.refresh();
            assertThat(taken(calendars, Instant.parse("2026-12-01T15:30:00Z"))).isTrue();
            assertThat(taken(calendars, Instant.parse("2026-12-01T16:00:00Z"))).isFalse();
            assertThat(state(calendars).status()).isEqualTo(Status.OK);

            for (int status : List.of(503, 404, 500)) {
                web.put("/jo.ics", status, "", Map.of());
                now = now.plusSeconds(300);
                calendars.refresh();
                assertThat(taken(calendars, Instant.parse("2026-12-01T15:30:00Z")))
                        .isTrue();
                assertThat(state(calendars)).isEqualTo(new CalendarState("jo", Status.STALE, Optional.of(START), 0));
            }
            web.put("/jo.ics", 200, "<!DOCTYPE html><title>Sign in</title>", Map.of());
            calendars.refresh();
            assertThat(state(calendars).status()).isEqualTo(Status.STALE);

            serve("20261201T110000", "\"2\"");
            calendars.refresh();
            assertThat(state(calendars)).isEqualTo(new CalendarState("jo", Status.OK, Optional.of(now), 0));
            assertThat(taken(calendars, Instant.parse("2026-12-01T15:30:00Z"))).isFalse();
            assertThat(taken(calendars, Instant.parse("2026-12-01T16:30:00Z"))).isTrue();
        }
    }

    @Test
    void aCalendarThatHasNotChangedDoesNotComeAgainForADay() {
        serve("20261201T100000", "\"1\"");
        try (PractitionerCalendars calendars = at("/jo.ics")) {
            for (Duration later :
                    List.of(Duration.ZERO, Duration.ofMinutes(5), Duration.ofHours(23), Duration.ofDays(1))) {
                now = START.plus(later);
                calendars.refresh();
            }
            assertThat(web.requests())
                    .containsExactly("GET /jo.ics 200", "GET /jo.ics 304", "GET /jo.ics 304", "GET /jo.ics 200");
            assertThat(state(calendars)).isEqualTo(new CalendarState("jo", Status.OK, Optional.of(now), 0));
        }
    }

    @Test
    void whatWasReadLastHoldsAfterARestartAndNothingElseOfItIsOnTheDisk() throws IOException {
        serve("20261201T100000", "\"1\"");
        try (PractitionerCalendars calendars = at("/jo.ics")) {
            calendars.refresh();
        }
        web.put("/jo.ics", 503, "", Map.of());
        now = now.plus(Duration.ofDays(1));
        try (PractitionerCalendars calendars = at("/jo.ics")) {
            calendars.refresh();

            assertThat(state(calendars)).isEqualTo(new CalendarState("jo", Status.STALE, Optional.of(START), 0));
            assertThat(taken(calendars, Instant.parse("2026-12-01T15:30:00Z"))).isTrue();
            assertThat(taken(calendars, Instant.parse("2026-12-01T16:00:00Z"))).isFalse();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> kept = files.toList();
            assertThat(kept).hasSize(1);
            assertThat(kept.get(0))
                    .content()
                    .doesNotContain("Doe", "jo.ics", "127.0.0.1")
                    .contains("busy");
        }
    }

    @Test
    void whatWasReadElsewhereDoesNotHoldForAnotherPlaceAndABrokenFileForNone() throws IOException {
        serve("20261201T100000", "\"1\"");
        try (PractitionerCalendars calendars = at("/jo.ics")) {
            calendars.refresh();
        }
        try (PractitionerCalendars calendars = at("/other.ics")) {
            assertThat(state(calendars).status()).isEqualTo(Status.UNREAD);
        }
        Files.writeString(folder.resolve("jo.json"), "{\"place\":");
        try (PractitionerCalendars calendars = at("/jo.ics")) {
            assertThat(state(calendars).status()).isEqualTo(Status.UNREAD);
            calendars.refresh();
            assertThat(state(calendars).status()).isEqualTo(Status.OK);
        }
    }

    @Test
    void aFileIsReadAgainWhenItHasChanged() throws IOException {
        Path file = folder.resolve("calendars-of-jo.ics");
        try (PractitionerCalendars calendars = of(PractitionerCalendar.in(file, "jo"))) {
            calendars.refresh();
            assertThat(state(calendars).status()).isEqualTo(Status.UNREAD);

            Files.writeString(file, calendar("20261201T100000"));
            calendars.refresh();
            assertThat(taken(calendars, Instant.parse("2026-12-01T15:30:00Z"))).isTrue();

            Files.writeString(file, calendar("20261201T110000"));
            Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(1)));
            calendars.refresh();
            assertThat(taken(calendars, Instant.parse("2026-12-01T15:30:00Z"))).isFalse();
        }
    }

    @Test
    void timeFurtherAheadThanACalendarIsReadIsTaken() {
        serve("20261201T100000", "\"1\"");
        try (PractitionerCalendars calendars = at("/jo.ics")) {
            calendars.refresh();

            assertThat(taken(calendars, START.plus(Duration.ofDays(799)))).isFalse();
            assertThat(taken(calendars, START.plus(Duration.ofDays(801)))).isTrue();
        }
    }

    @Test
    void anAddressIsNoPartOfAnyText() {
        URI secret = URI.create("webcal://calendar.example/private-5fd1/jo.ics");
        PractitionerCalendar calendar = new PractitionerCalendar("jo", secret);

        assertThat(calendar.place()).hasToString("https://calendar.example/private-5fd1/jo.ics");
        assertThat(calendar.toString()).doesNotContain("private");
        assertThatThrownBy(() -> new PractitionerCalendar("jo", URI.create("ftp://calendar.example/private-5fd1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jo")
                .message()
                .doesNotContain("private");
    }

    private void serve(String start, String tag) {
        web.put("/jo.ics", 200, calendar(start), Map.of("ETag", tag));
    }

    private static String calendar(String start) {
        return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Jane Doe\nDTSTART:" + start
                + "\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n";
    }

    private PractitionerCalendars at(String path) {
        return of(new PractitionerCalendar("jo", web.at(path)));
    }

    private PractitionerCalendars of(PractitionerCalendar calendar) {
        return new PractitionerCalendars(List.of(calendar), web.guard(), () -> now, () -> CATALOG, Optional.of(folder));
    }

    private static CalendarState state(PractitionerCalendars calendars) {
        return calendars.states().get(0);
    }

    private static boolean taken(PractitionerCalendars calendars, Instant instant) {
        return taken(calendars, JO, instant);
    }

    private static boolean taken(PractitionerCalendars calendars, Resource resource, Instant instant) {
        Stretch moment = new Stretch(instant, instant.plusSeconds(1));
        Occupancy.Builder taken = Occupancy.builder();
        calendars.addTo(
                taken,
                new TakenTimes.Question("east", List.of(resource), Optional.empty(), moment, Optional.empty(), START));
        return taken.build().most(resource, moment) > 0;
    }
}
