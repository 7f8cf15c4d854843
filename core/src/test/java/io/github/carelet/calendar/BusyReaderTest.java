package io.github.carelet.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.carelet.schedule.Stretch;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are written as {@code from/until} on the clock of Los Angeles with its offset. */
class BusyReaderTest {

    private static final ZoneId HERE = ZoneId.of("America/Los_Angeles");
    private static final Stretch WINDOW =
            new Stretch(Instant.parse("2026-10-20T00:00:00Z"), Instant.parse("2026-11-20T00:00:00Z"));

    /** Outlook's way: a name of its own, and its rules in the file. Germany changes its clocks a week before America. */
    private static final String BERLIN = """
            BEGIN:VTIMEZONE
            TZID:W. Europe Standard Time
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            """;

    static Stream<Arguments> events() {
        return Stream.of(
                arguments(
                        "of UTC", "DTSTART:20261026T170000Z\nDTEND:20261026T180000Z", "26T10:00-07:00/26T11:00-07:00"),
                arguments(
                        "floating", "DTSTART:20261026T100000\nDTEND:20261026T110000", "26T10:00-07:00/26T11:00-07:00"),
                arguments(
                        "of a zone of the JDK",
                        "DTSTART;TZID=America/New_York:20261026T100000\nDTEND;TZID=America/New_York:20261026T110000",
                        "26T07:00-07:00/26T08:00-07:00"),
                arguments(
                        "of a zone of the JDK in quotes behind another's name",
                        "DTSTART;TZID=\"/example.org/2026/America/New_York\":20261026T100000\nDURATION:PT1H",
                        "26T07:00-07:00/26T08:00-07:00"),
                arguments(
                        "of a zone that the file writes out, after its clocks have changed and ours have not",
                        "DTSTART;TZID=W. Europe Standard Time:20261026T180000\nDURATION:PT1H",
                        "26T10:00-07:00/26T11:00-07:00"),
                arguments(
                        "of such a zone before its clocks change",
                        "DTSTART;TZID=W. Europe Standard Time:20261023T180000\nDURATION:PT1H",
                        "23T09:00-07:00/23T10:00-07:00"),
                arguments(
                        "with a duration",
                        "DTSTART:20261026T170000Z\nDURATION:PT1H30M",
                        "26T10:00-07:00/26T11:30-07:00"),
                arguments(
                        "in a folded line",
                        "DTSTART:2026102\n 6T170000Z\nDURATION:PT1\n\tH",
                        "26T10:00-07:00/26T11:00-07:00"),
                arguments(
                        "of a day",
                        "DTSTART;VALUE=DATE:20261026\nDTEND;VALUE=DATE:20261027",
                        "26T00:00-07:00/27T00:00-07:00"),
                arguments("of a day without an end", "DTSTART;VALUE=DATE:20261026", "26T00:00-07:00/27T00:00-07:00"),
                arguments(
                        "of a day that ends when it begins",
                        "DTSTART;VALUE=DATE:20261026\nDTEND;VALUE=DATE:20261026",
                        "26T00:00-07:00/27T00:00-07:00"),
                arguments("of the day of 25 hours", "DTSTART;VALUE=DATE:20261101", "N01T00:00-07:00/N02T00:00-08:00"),
                arguments(
                        "of a day's duration over the change of clocks",
                        "DTSTART:20261031T120000\nDURATION:P1D",
                        "31T12:00-07:00/N01T12:00-08:00"),
                arguments(
                        "of 24 hours over the change of clocks",
                        "DTSTART:20261031T120000\nDURATION:PT24H",
                        "31T12:00-07:00/N01T11:00-08:00"),
                arguments(
                        "at a time that exists twice, at the first",
                        "DTSTART:20261101T013000\nDURATION:PT30M",
                        "N01T01:30-07:00/N01T01:00-08:00"),
                arguments("without any length", "DTSTART:20261026T170000Z", ""),
                arguments("that is free", "DTSTART:20261026T170000Z\nDURATION:PT1H\nTRANSP:TRANSPARENT", ""),
                arguments("that is called off", "DTSTART:20261026T170000Z\nDURATION:PT1H\nSTATUS:CANCELLED", ""),
                arguments(
                        "that Outlook calls free",
                        "DTSTART:20261026T170000Z\nDURATION:PT1H\nTRANSP:OPAQUE\nX-MICROSOFT-CDO-BUSYSTATUS:FREE",
                        ""),
                arguments(
                        "that is tentative",
                        "DTSTART:20261026T170000Z\nDURATION:PT1H\nSTATUS:TENTATIVE\nX-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",
                        "26T10:00-07:00/26T11:00-07:00"),
                arguments(
                        "that began before the window",
                        "DTSTART:20261001T000000Z\nDTEND:20261020T010000Z",
                        "19T17:00-07:00/19T18:00-07:00"),
                arguments(
                        "that recurs on our clock over the change",
                        "DTSTART:20261026T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2",
                        "26T09:00-07:00/26T10:00-07:00 N02T09:00-08:00/N02T10:00-08:00"),
                arguments(
                        "that recurs on the clock of UTC over the change",
                        "DTSTART:20261026T160000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20261102T160000Z",
                        "26T09:00-07:00/26T10:00-07:00 N02T08:00-08:00/N02T09:00-08:00"),
                arguments(
                        "that recurs on a German clock while the two have not changed both",
                        "DTSTART;TZID=W. Europe Standard Time:20261023T180000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3",
                        "23T09:00-07:00/23T10:00-07:00 30T10:00-07:00/30T11:00-07:00 N06T09:00-08:00/N06T10:00-08:00"),
                arguments(
                        "that recurs on days until a day, with that",
                        "DTSTART;VALUE=DATE:20261030\nRRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20261101",
                        "30T00:00-07:00/31T00:00-07:00 N01T00:00-07:00/N02T00:00-08:00"),
                arguments(
                        "that recurs since long ago",
                        "DTSTART:20100104T080000\nDURATION:PT30M\nRRULE:FREQ=MONTHLY;BYDAY=1MO",
                        "N02T08:00-08:00/N02T08:30-08:00"),
                arguments(
                        "of which one time is excepted",
                        "DTSTART:20261026T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20261027T160000Z",
                        "26T09:00-07:00/26T10:00-07:00 28T09:00-07:00/28T10:00-07:00"),
                arguments(
                        "of which the first time is excepted",
                        "DTSTART:20261026T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE:20261026T090000",
                        "27T09:00-07:00/27T10:00-07:00"),
                arguments(
                        "to which times and a period are added",
                        "DTSTART:20261026T090000\nDURATION:PT1H\nRDATE:20261027T120000,20261028T120000\n"
                                + "RDATE;VALUE=PERIOD:20261029T190000Z/PT2H,20261030T190000Z/20261030T193000Z",
                        "26T09:00-07:00/26T10:00-07:00 27T12:00-07:00/27T13:00-07:00 28T12:00-07:00/28T13:00-07:00"
                                + " 29T12:00-07:00/29T14:00-07:00 30T12:00-07:00/30T12:30-07:00"),
                arguments(
                        "that does not recur as its rule says the first time",
                        "DTSTART:20261027T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=1",
                        "27T09:00-07:00/27T10:00-07:00 28T09:00-07:00/28T10:00-07:00"),
                arguments(
                        "whose times meet, as one",
                        "DTSTART:20261026T090000\nDURATION:PT1H\nRRULE:FREQ=HOURLY;COUNT=3",
                        "26T09:00-07:00/26T12:00-07:00"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void anEventTakesItsTime(String what, String event, String expected) {
        assertThat(busy(calendar(BERLIN + event(event)))).isEqualTo(expected);
    }

    static Stream<Arguments> versions() {
        String series = "DTSTART:20261026T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3";
        String rest = "26T09:00-07:00/26T10:00-07:00 28T09:00-07:00/28T10:00-07:00";
        return Stream.of(
                arguments(
                        "is moved",
                        series,
                        "RECURRENCE-ID:20261027T090000\nDTSTART:20261027T140000\nDURATION:PT15M",
                        "26T09:00-07:00/26T10:00-07:00 27T14:00-07:00/27T14:15-07:00 28T09:00-07:00/28T10:00-07:00"),
                arguments(
                        "is named by its instant",
                        series,
                        "RECURRENCE-ID:20261027T160000Z\nDTSTART:20261029T140000\nDURATION:PT15M",
                        rest + " 29T14:00-07:00/29T14:15-07:00"),
                arguments(
                        "is called off",
                        series,
                        "RECURRENCE-ID:20261027T090000\nDTSTART:20261027T090000\nDURATION:PT1H\nSTATUS:CANCELLED",
                        rest),
                arguments(
                        "is moved with all after it",
                        series,
                        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261027T090000\nDTSTART:20261027T100000\nDURATION:PT15M",
                        "26T09:00-07:00/26T10:00-07:00 27T10:00-07:00/27T10:15-07:00 28T10:00-07:00/28T10:15-07:00"),
                arguments(
                        "belongs to no event of the file",
                        "DTSTART:20250101T090000\nDURATION:PT1H",
                        "RECURRENCE-ID:20261027T090000\nDTSTART:20261027T140000\nDURATION:PT15M",
                        "27T14:00-07:00/27T14:15-07:00"),
                arguments(
                        "is there twice, the older first",
                        "DTSTART:20261026T090000\nDURATION:PT1H\nSEQUENCE:2",
                        "DTSTART:20261026T120000\nDURATION:PT1H\nSEQUENCE:10",
                        "26T12:00-07:00/26T13:00-07:00"),
                arguments(
                        "is there twice, the older last",
                        "DTSTART:20261026T090000\nDURATION:PT1H\nSEQUENCE:10",
                        "DTSTART:20261026T120000\nDURATION:PT1H\nSEQUENCE:2",
                        "26T09:00-07:00/26T10:00-07:00"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void anotherVersionOfATimeGoesInItsPlace(String what, String event, String version, String expected) {
        assertThat(busy(calendar(event("UID:a\n" + event) + event("UID:a\n" + version))))
                .isEqualTo(expected);
        if (version.contains("RECURRENCE-ID")) {
            assertThat(busy(calendar(event("UID:a\n" + version) + event("UID:a\n" + event))))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aListOfBusyTimesIsTakenButForThoseThatItCallsFree() {
        String list = """
                BEGIN:VFREEBUSY
                FREEBUSY:20261026T170000Z/PT1H,20261027T170000Z/20261027T173000Z
                FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261028T170000Z/PT1H
                FREEBUSY;FBTYPE=FREE:20261029T170000Z/PT1H
                END:VFREEBUSY
                """;

        assertThat(busy(calendar(list)))
                .isEqualTo("26T10:00-07:00/26T11:00-07:00 27T10:00-07:00/27T10:30-07:00"
                        + " 28T10:00-07:00/28T11:00-07:00");
    }

    @Test
    void tasksJournalsAndAlarmsTakeNoTime() {
        String alarm = "BEGIN:VALARM\nTRIGGER:-PT5M\nDURATION:PT9H\nEND:VALARM";
        String others = "BEGIN:VTODO\nDTSTART:20261027T090000Z\nDURATION:PT1H\nEND:VTODO\n"
                + "BEGIN:VJOURNAL\nDTSTART:20261028T090000Z\nEND:VJOURNAL\n";

        assertThat(busy(calendar(others + event("DTSTART:20261026T170000Z\nDURATION:PT1H\n" + alarm))))
                .isEqualTo("26T10:00-07:00/26T11:00-07:00");
    }

    static Stream<Arguments> misunderstood() {
        String hour = "\nDURATION:PT1H";
        String first = "26T10:00-07:00/26T11:00-07:00";
        return Stream.of(
                arguments("DTSTART:yesterday" + hour, ""),
                arguments("DTSTART:20261326T170000Z" + hour, ""),
                arguments("SUMMARY:no start", ""),
                arguments("DTSTART:20261026T170000Z\nDTEND:20261026T160000Z", ""),
                arguments("DTSTART:20261026T170000Z\nDURATION:-PT1H", ""),
                arguments("DTSTART:20261026T170000Z\nDURATION:P999999W", ""),
                arguments("DTSTART:20261026T170000Z\nRRULE:FREQ=FORTNIGHTLY" + hour, first),
                arguments("DTSTART:20261026T170000Z\nRRULE:FREQ=DAILY;COUNT=0" + hour, first),
                arguments("DTSTART:20261026T170000Z\nRRULE:FREQ=DAILY;UNTIL=never" + hour, first),
                arguments("DTSTART:20261026T170000Z\nRRULE:FREQ=DAILY;BYMOON=FULL" + hour, first),
                arguments("DTSTART:20261026T170000Z\nRRULE:FREQ=DAILY;BYHOUR=24" + hour, first),
                arguments("DTSTART:20261026T170000Z\nRRULE:FREQ=DAILY;INTERVAL=0" + hour, first),
                arguments("DTSTART:20261026T170000Z\nRDATE:soon" + hour, first),
                arguments("DTSTART:20261026T170000Z\nEXDATE:never" + hour, first),
                arguments("DTSTART;TZID=Mars/Olympus:20261026T100000" + hour, first));
    }

    @ParameterizedTest
    @MethodSource("misunderstood")
    void whatIsNotUnderstoodIsReportedAndTheRestIsTaken(String event, String expected) {
        String other = event("DTSTART:20261110T180000Z\nDURATION:PT1H");

        BusyReader.Reading reading = read(calendar(event(event) + other));

        assertThat(written(reading.busy())).isEqualTo((expected + " N10T10:00-08:00/N10T11:00-08:00").strip());
        assertThat(reading.problems()).isEqualTo(1);
        assertThat(reading.first())
                .singleElement()
                .asString()
                .matches("line \\d+: .*")
                .doesNotContain("Olympus");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE html><title>Sign in</title>",
                "BEGIN:VEVENT\nEND:VEVENT\n",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261026T170000Z\nEND:VEVENT\n",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261026T170000Z\n",
                "BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n"
            })
    void whatIsNoWholeCalendarIsRefused(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(UnreadableCalendarException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART:00010101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY;COUNT=999999999",
                "DTSTART:00010101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY",
                "DTSTART:00010101T000000Z\nRRULE:FREQ=MINUTELY;COUNT=999999999;BYMONTH=2;BYMONTHDAY=30",
                "DTSTART:00010101T000000Z\nRRULE:FREQ=YEARLY;BYMONTHDAY=30,31;BYMONTH=2;COUNT=1;INTERVAL=1",
            })
    void aRecurrenceThatTakesForEverIsRefusedOrLeaptOver(String event) {
        CalendarLimits limits = new CalendarLimits(10_000, 1_000, 50_000);
        byte[] file = calendar(event(event)).getBytes(UTF_8);

        assertThatThrownBy(() -> BusyReader.read(file, HERE, WINDOW, limits))
                .isInstanceOf(UnreadableCalendarException.class)
                .hasMessageContaining("50000 steps");
    }

    @Test
    void limitsOfSizeHold() {
        byte[] file = calendar(event("DTSTART:20261026T170000Z")).getBytes(UTF_8);

        assertThatThrownBy(() -> BusyReader.read(file, HERE, WINDOW, new CalendarLimits(file.length - 1, 100, 100)))
                .hasMessageContaining("bytes");
        assertThatThrownBy(() -> BusyReader.read(file, HERE, WINDOW, new CalendarLimits(file.length, 4, 100)))
                .hasMessageContaining("4 lines");
        assertThat(BusyReader.read(file, HERE, WINDOW, new CalendarLimits(file.length, 5, 100))
                        .problems())
                .isZero();
    }

    @Test
    void nothingButTimesIsHeld() {
        List<Component> calendars = ComponentReader.read(
                calendar(event("SUMMARY:Jo Doe\nATTENDEE:mailto:jo@example.org\nDTSTART:20261026T170000Z"))
                        .getBytes(UTF_8),
                CalendarLimits.STANDARD);

        assertThat(calendars.get(0).parts("VEVENT").get(0).properties())
                .extracting(Property::name)
                .containsExactly("DTSTART");
    }

    private static String event(String lines) {
        return "BEGIN:VEVENT\n" + lines + "\nEND:VEVENT\n";
    }

    private static String calendar(String components) {
        return ("BEGIN:VCALENDAR\n" + components + "END:VCALENDAR\n").replace("\n", "\r\n");
    }

    private static BusyReader.Reading read(String file) {
        return BusyReader.read(file.getBytes(UTF_8), HERE, WINDOW, CalendarLimits.STANDARD);
    }

    private static String busy(String file) {
        BusyReader.Reading reading = read(file);
        assertThat(reading.first()).isEmpty();
        return written(reading.busy());
    }

    private static String written(BusyTimes busy) {
        return String.join(
                " ",
                busy.taken().stream()
                        .map(each -> written(each.from()) + "/" + written(each.until()))
                        .toList());
    }

    /** Days of October by their number, those of November after an N. */
    private static String written(Instant instant) {
        LocalDateTime local = instant.atZone(HERE).toLocalDateTime();
        String offset = HERE.getRules().getOffset(instant).toString();
        String text = local.toString().substring(5) + offset;
        return (text.startsWith("11") ? "N" : "") + text.substring(3);
    }
}
