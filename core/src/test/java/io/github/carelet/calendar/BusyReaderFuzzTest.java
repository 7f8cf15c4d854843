package io.github.carelet.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.carelet.schedule.Stretch;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BusyReaderFuzzTest {

    private static final Stretch WINDOW =
            new Stretch(Instant.parse("2026-10-20T00:00:00Z"), Instant.parse("2028-11-20T00:00:00Z"));
    private static final int ODD = 3_000;
    private static final CalendarLimits LIMITS = new CalendarLimits(20_000, 2_000, 20_000);

    private static final List<String> PIECES = List.of(
            "DTSTART:20261101T013000",
            "DTSTART;VALUE=DATE:20261101",
            "DTSTART:00010101T000000Z",
            "DTSTART;TZID=America/New_York:20270314T023000",
            "DTSTART;TZID=Odd:20261026T100000",
            "DTEND:99991231T235959Z",
            "DTEND:20261101T013000Z",
            "DURATION:PT1H",
            "DURATION:P1D",
            "DURATION:P999999W",
            "RRULE:FREQ=SECONDLY",
            "RRULE:FREQ=YEARLY;BYMONTHDAY=30;BYMONTH=2",
            "RRULE:FREQ=WEEKLY;INTERVAL=999999999",
            "RRULE:FREQ=MONTHLY;BYDAY=-5MO,53SU;BYSETPOS=-366,366",
            "RRULE:FREQ=YEARLY;BYWEEKNO=53;WKST=WE",
            "RRULE:FREQ=DAILY;BYHOUR=0,23;BYMINUTE=0,59;BYSECOND=60;COUNT=999999999",
            "RRULE:FREQ=HOURLY;UNTIL=99991231",
            "RDATE;VALUE=PERIOD:20261026T100000Z/PT1H,20261026T100000/19000101T000000",
            "RDATE:20261026",
            "EXDATE:20261101T013000",
            "RECURRENCE-ID:20261101T013000",
            "RECURRENCE-ID;RANGE=THISANDFUTURE:00010101T000000Z",
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20261101",
            "SEQUENCE:999999999",
            "UID:a",
            "TRANSP:TRANSPARENT",
            "STATUS:CANCELLED",
            "END:VEVENT\nBEGIN:VEVENT",
            "END:VEVENT\nBEGIN:VFREEBUSY\nFREEBUSY:20261026T100000Z/PT1H\nFREEBUSY:1/2\nEND:VFREEBUSY\nBEGIN:VEVENT");

    private static final String ZONE = "BEGIN:VTIMEZONE\nTZID:Odd\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
            + "TZOFFSETFROM:+1800\nTZOFFSETTO:-1800\nRRULE:FREQ=DAILY\nEND:STANDARD\nBEGIN:DAYLIGHT\n"
            + "DTSTART:19700101T120000\nTZOFFSETFROM:-1800\nTZOFFSETTO:+1800\nRRULE:FREQ=DAILY\nEND:DAYLIGHT\n"
            + "END:VTIMEZONE\n";

    @FuzzTest
    void anyFileIsReadInOrderOrRefused(byte[] file) {
        taken(file);
    }

    @FuzzTest
    void anyEventsAreReadInOrderOrRefused(FuzzedDataProvider input) {
        StringBuilder lines = new StringBuilder();
        while (input.remainingBytes() > 0 && lines.length() < LIMITS.bytes()) {
            lines.append(input.consumeBoolean() ? input.pickValue(PIECES) : input.consumeString(20))
                    .append('\n');
        }
        taken(calendar(lines.toString()));
    }

    @Test
    void oddEventsAreReadInOrderOrRefused() {
        Random random = new Random(3);
        int busy = 0;
        for (int i = 0; i < ODD; i++) {
            String lines = random.ints(1 + random.nextInt(12), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining("\n"));
            busy += taken(calendar(lines)) > 0 ? 1 : 0;
        }
        System.out.println("0 of " + ODD + " odd calendars read out of order; control, with busy times: " + busy);
        assertThat(busy).isBetween(ODD / 20, ODD - ODD / 20);
    }

    private static byte[] calendar(String lines) {
        return ("BEGIN:VCALENDAR\n" + ZONE + "BEGIN:VEVENT\n" + lines + "\nEND:VEVENT\nEND:VCALENDAR\n")
                .getBytes(UTF_8);
    }

    /** Returns how many busy times there are, in order and within the window; none if it is refused. */
    private static int taken(byte[] file) {
        try {
            BusyReader.Reading reading = BusyReader.read(file, ZoneId.of("America/Los_Angeles"), WINDOW, LIMITS);
            List<Stretch> taken = reading.busy().taken();
            for (int i = 1; i < taken.size(); i++) {
                assertThat(taken.get(i).from()).isAfter(taken.get(i - 1).until());
            }
            assertThat(taken)
                    .allMatch(each -> !each.from().isBefore(WINDOW.from())
                            && !each.until().isAfter(WINDOW.until())
                            && each.from().isBefore(each.until()));
            return taken.size();
        } catch (UnreadableCalendarException refused) {
            assertThat(refused).hasMessageMatching("[ -~]+");
            return 0;
        }
    }

    @FuzzTest
    void anyRuleIsReadOrRefused(byte[] input) {
        String text = new String(input, UTF_8);
        try {
            assertThat(RecurrenceRuleReader.read(text).interval()).isPositive();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).isNotNull();
        }
    }
}
