package io.github.carelet.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import biweekly.Biweekly;
import biweekly.ValidationWarnings;
import biweekly.component.VEvent;
import io.github.carelet.catalog.Geo;
import io.github.carelet.exchange.CalendarEntry.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each file is read back by another implementation of the standard. */
class ICalendarTest {

    private static final ZoneId ANGELES = ZoneId.of("America/Los_Angeles");
    private static final Instant CHANGED = Instant.parse("2026-11-24T18:30:00Z");

    @Test
    void isAFileByTheStandardToTheByte() {
        CalendarEntry entry = new CalendarEntry(
                "K7QM-3XWD@maple",
                2,
                CHANGED,
                Status.CONFIRMED,
                OffsetDateTime.parse("2026-12-01T09:30:00-08:00"),
                Duration.ofMinutes(45),
                ANGELES,
                "Appointment, Maple Clinic",
                "Reference K7QM-3XWD\nCall (626) 555-0100; do not reply",
                List.of("12 Maple St, Suite 3", "Arcadia, CA 91006"),
                Optional.of(new Geo(34.14, -118.03)));

        assertThat(text(entry))
                .isEqualTo(String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Carelet//Carelet//EN",
                        "CALSCALE:GREGORIAN",
                        "BEGIN:VTIMEZONE",
                        "TZID:America/Los_Angeles",
                        "BEGIN:DAYLIGHT",
                        "DTSTART:20260308T020000",
                        "TZOFFSETFROM:-0800",
                        "TZOFFSETTO:-0700",
                        "END:DAYLIGHT",
                        "BEGIN:STANDARD",
                        "DTSTART:20261101T020000",
                        "TZOFFSETFROM:-0700",
                        "TZOFFSETTO:-0800",
                        "END:STANDARD",
                        "BEGIN:DAYLIGHT",
                        "DTSTART:20270314T020000",
                        "TZOFFSETFROM:-0800",
                        "TZOFFSETTO:-0700",
                        "END:DAYLIGHT",
                        "BEGIN:STANDARD",
                        "DTSTART:20271107T020000",
                        "TZOFFSETFROM:-0700",
                        "TZOFFSETTO:-0800",
                        "END:STANDARD",
                        "END:VTIMEZONE",
                        "BEGIN:VEVENT",
                        "UID:K7QM-3XWD@maple",
                        "SEQUENCE:2",
                        "DTSTAMP:20261124T183000Z",
                        "LAST-MODIFIED:20261124T183000Z",
                        "DTSTART;TZID=America/Los_Angeles:20261201T093000",
                        "DTEND;TZID=America/Los_Angeles:20261201T101500",
                        "STATUS:CONFIRMED",
                        "SUMMARY:Appointment\\, Maple Clinic",
                        "DESCRIPTION:Reference K7QM-3XWD\\nCall (626) 555-0100\\; do not reply",
                        "LOCATION:12 Maple St\\, Suite 3\\, Arcadia\\, CA 91006",
                        "GEO:34.140000;-118.030000",
                        "CLASS:PRIVATE",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    @Test
    void everyZoneGivesTheInstantsAroundEachOfItsChanges() {
        int tried = 0;
        List<String> wrong = new ArrayList<>();
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            for (Instant start : instants(zone)) {
                CalendarEntry entry = entry(start.atZone(zone).toOffsetDateTime(), zone);
                String file = text(entry);
                boolean right = ByTheStandard.instant(file, "DTSTART").equals(start)
                        && ByTheStandard.instant(file, "DTEND").equals(start.plus(entry.duration()));
                if (!right) {
                    wrong.add(id + " " + start);
                }
                tried++;
            }
        }
        System.out.println("visits read at another instant: " + wrong.size() + " of " + tried);
        assertThat(tried).isGreaterThan(3_000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void anotherImplementationReadsTheSameInstants() {
        Random random = new Random(1);
        List<String> zones = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.startsWith("America/"))
                .sorted()
                .toList();
        for (int i = 0; i < 500; i++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            // Far from a change: in the hour after one, that implementation is an hour wrong.
            Instant start =
                    OffsetDateTime.parse("2027-01-15T09:30:00Z").toInstant().plus(Duration.ofDays(183L * (i % 3)));
            VEvent read = event(text(entry(start.atZone(zone).toOffsetDateTime(), zone)));

            assertThat(read.getDateStart().getValue().toInstant())
                    .as(zone.getId())
                    .isEqualTo(start);
        }
    }

    @Test
    void theCheckOfInstantsCanFail() {
        CalendarEntry entry = entry(OffsetDateTime.parse("2026-12-01T09:30:00-08:00"), ANGELES);
        String moved = text(entry).replace("TZOFFSETTO:-0800", "TZOFFSETTO:-0900");

        assertThat(ByTheStandard.instant(moved, "DTSTART"))
                .isEqualTo(entry.start().toInstant().plusSeconds(3_600));
        assertThat(event(moved).getDateStart().getValue().toInstant())
                .isNotEqualTo(entry.start().toInstant());
    }

    /** What RFC 5545 says a time is: the offset is that of the last observance that had begun, by the clock before it. */
    private static final class ByTheStandard {

        private static final Pattern OBSERVANCE =
                Pattern.compile("DTSTART:(\\S+)\r\nTZOFFSETFROM:(\\S+)\r\nTZOFFSETTO:(\\S+)\r\n");
        private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

        static Instant instant(String file, String name) {
            String event = file.substring(file.indexOf("BEGIN:VEVENT"));
            Matcher line = Pattern.compile("\r\n" + name + "(;TZID=[^:]*)?:(\\d+T\\d+)(Z?)\r\n")
                    .matcher(event);
            assertThat(line.find()).isTrue();
            LocalDateTime local = LocalDateTime.parse(line.group(2), LOCAL);
            if (line.group(3).equals("Z")) {
                return local.toInstant(ZoneOffset.UTC);
            }
            ZoneOffset offset = ZoneOffset.UTC;
            Matcher observance = OBSERVANCE.matcher(file);
            while (observance.find()) {
                if (!LocalDateTime.parse(observance.group(1), LOCAL).isAfter(local)) {
                    offset = ZoneOffset.of(observance.group(3));
                }
            }
            return local.toInstant(offset);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b;c\\d",
                "two\nlines\r\nand\rmore",
                "BEGIN:VEVENT\r\nATTENDEE:x",
                "\u0000\u0007\u0085 control",
                "Español, 中文, فارسی, 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂",
                "half \ud83d of a pair",
                "\" quoted \" : ^n"
            })
    void anyTextStaysOneText(String text) {
        CalendarEntry entry = new CalendarEntry(
                "u@x",
                0,
                CHANGED,
                Status.TENTATIVE,
                OffsetDateTime.parse("2026-12-01T09:30:00-08:00"),
                Duration.ofMinutes(45),
                ANGELES,
                text,
                text,
                List.of(text),
                Optional.empty());
        String file = text(entry);
        String expected = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\u0000\u0007\u0085]", "")
                .replaceAll("\ud83d(?![\udc00-\udfff])", "\uFFFD");

        VEvent read = event(file);
        assertThat(read.getSummary().getValue()).isEqualTo(expected);
        assertThat(read.getDescription().getValue()).isEqualTo(expected);
        assertThat(read.getLocation().getValue()).isEqualTo(expected);
        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(read.getAttendees()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "ü"})
    void aUidIsPrintable(String uid) {
        OffsetDateTime start = OffsetDateTime.parse("2026-12-01T09:30:00-08:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarEntry(
                        uid,
                        0,
                        CHANGED,
                        Status.CONFIRMED,
                        start,
                        Duration.ofMinutes(5),
                        ANGELES,
                        "x",
                        "",
                        List.of(),
                        Optional.empty()))
                .withMessageContaining("'" + uid + "'");
    }

    /** A minute before, at and after each change of the next years, and some instants at random. */
    private static List<Instant> instants(ZoneId zone) {
        List<Instant> instants = new ArrayList<>();
        ZoneOffsetTransition change = zone.getRules().nextTransition(CHANGED);
        Instant end = CHANGED.plus(Duration.ofDays(900));
        while (change != null && change.getInstant().isBefore(end)) {
            Stream.of(-3_600, -2_700, -60, 0, 60, 1_800, 3_600)
                    .map(change.getInstant()::plusSeconds)
                    .forEach(instants::add);
            change = zone.getRules().nextTransition(change.getInstant());
        }
        Random random = new Random(zone.getId().length());
        random.longs(4, 0, 900L * 24 * 60)
                .mapToObj(minutes -> CHANGED.plus(Duration.ofMinutes(minutes)))
                .forEach(instants::add);
        return instants;
    }

    private static CalendarEntry entry(OffsetDateTime start, ZoneId zone) {
        return new CalendarEntry(
                "u@x",
                0,
                CHANGED,
                Status.CONFIRMED,
                start,
                Duration.ofMinutes(45),
                zone,
                "Appointment",
                "",
                List.of(),
                Optional.empty());
    }

    private static String text(CalendarEntry entry) {
        return new String(ICalendar.write(entry), StandardCharsets.UTF_8);
    }

    private static VEvent event(String file) {
        biweekly.ICalendar calendar = Biweekly.parse(file).first();
        ValidationWarnings warnings = calendar.validate(biweekly.ICalVersion.V2_0);
        assertThat(warnings.isEmpty()).as(warnings + " in\n" + file).isTrue();
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().get(0);
    }

    @Test
    void anOffsetOfSecondsIsWrittenOut() {
        ZoneId odd = ZoneId.ofOffset("UTC", ZoneOffset.ofTotalSeconds(3_661));
        String file = text(entry(OffsetDateTime.parse("2026-12-01T09:30:00Z"), odd));
        assertThat(file).contains("TZOFFSETTO:+010101");
    }
}
