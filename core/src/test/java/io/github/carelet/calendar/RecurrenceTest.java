package io.github.carelet.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.io.text.ICalReader;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final int RULES = 3_000;
    private static final int ENOUGH = 30;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-31T09:00|FREQ=MONTHLY;COUNT=4|01-31T09:00 03-31T09:00 05-31T09:00 07-31T09:00",
                "2026-01-30T09:00|FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3|01-31T09:00 02-28T09:00 03-31T09:00",
                "2026-01-01T09:00|FREQ=MONTHLY;BYDAY=-1FR;COUNT=3|01-30T09:00 02-27T09:00 03-27T09:00",
                "2026-01-01T09:00|FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3|01-30T09:00 02-27T09:00"
                        + " 03-31T09:00",
                "2026-01-02T09:00|FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2|02-13T09:00 03-13T09:00",
                "2026-01-05T09:00|FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU,SU;COUNT=4|01-06T09:00 01-11T09:00"
                        + " 01-20T09:00 01-25T09:00",
                "2026-01-05T09:00|FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU;COUNT=4|01-06T09:00 01-18T09:00"
                        + " 01-20T09:00 02-01T09:00",
                "2026-01-01T09:00|FREQ=YEARLY;BYDAY=20MO;COUNT=1|05-18T09:00",
                "2026-01-01T09:00|FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=1|05-11T09:00",
                "2026-01-01T09:00|FREQ=YEARLY;BYYEARDAY=1,100,-1;COUNT=3|01-01T09:00 04-10T09:00 12-31T09:00",
                "2026-01-01T09:00|FREQ=YEARLY;BYMONTH=2,3;BYDAY=1TU;COUNT=2|02-03T09:00 03-03T09:00",
                "2026-01-01T09:00|FREQ=DAILY;BYHOUR=9,14;BYMINUTE=0,30;COUNT=5|01-01T09:00 01-01T09:30 01-01T14:00"
                        + " 01-01T14:30 01-02T09:00",
                "2026-01-01T09:00|FREQ=HOURLY;INTERVAL=5;BYHOUR=9,14;COUNT=3|01-01T09:00 01-01T14:00 01-06T09:00",
                "2026-01-01T09:00|FREQ=MINUTELY;INTERVAL=90;COUNT=3|01-01T09:00 01-01T10:30 01-01T12:00"
            })
    void aRuleGivesTheTimesOfTheStandard(LocalDateTime first, String rule, String expected) {
        List<LocalDateTime> times = ours(first, rule, first, first.plusYears(3));

        assertThat(times.stream().map(each -> each.toString().substring(5)).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void aLateWindowShowsTheSameTimesAsCountingFromTheFirst() {
        Random random = new Random(5);
        LocalDateTime first = LocalDateTime.parse("2019-03-31T09:30:00");
        LocalDateTime from = LocalDateTime.parse("2026-02-27T00:00:00");
        LocalDateTime to = from.plusDays(60);
        int shown = 0;
        for (int i = 0; i < RULES; i++) {
            String rule = rule(random, Frequency.HOURLY);
            if (!rule.contains("COUNT")) {
                List<LocalDateTime> late = ours(first, rule, from, to);
                List<LocalDateTime> all = ours(first, rule + ";COUNT=2000000", from, to);
                assertThat(late).as(rule).isEqualTo(all);
                shown += late.size();
            }
        }
        assertThat(shown).as("control: times that were compared").isGreaterThan(RULES);
    }

    /**
     * What both can do: the other does not look at which Friday it is where a rule also names days of the month, and loses
     * count of every other day or month where a rule narrows them down, and of hours.
     */
    @Test
    void randomRulesGiveTheTimesThatAnotherLibraryGives() throws IOException {
        Random random = new Random(7);
        int compared = 0;
        for (int i = 0; i < RULES; i++) {
            LocalDateTime first = LocalDateTime.parse("2024-01-01T09:30:00").plusDays(random.nextInt(800));
            String rule = rule(random, Frequency.DAILY);
            List<LocalDateTime> theirs = theirs(first, rule);
            LocalDateTime to = theirs.isEmpty() ? first.plusYears(20) : theirs.get(theirs.size() - 1);
            List<LocalDateTime> own = ours(first, rule, first, to);
            assertThat(own.subList(0, Math.min(own.size(), ENOUGH)))
                    .as(first + " " + rule)
                    .isEqualTo(theirs);
            compared += theirs.size();
        }
        System.out.println(compared + " times of " + RULES + " random rules are those that another library gives");
        assertThat(compared).isGreaterThan(10 * RULES);
    }

    private static List<LocalDateTime> ours(LocalDateTime first, String rule, LocalDateTime from, LocalDateTime to) {
        RecurrenceRule read = RecurrenceRuleReader.read(rule);
        CalendarTime start = new CalendarTime(first, ZoneOffset.UTC.getRules(), false);
        return new Recurrence(read, first, new Budget(Integer.MAX_VALUE)).between(from, Until.earlier(read, start, to));
    }

    private static List<LocalDateTime> theirs(LocalDateTime first, String rule) throws IOException {
        String event = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nRRULE:" + rule
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        try (ICalReader reader = new ICalReader(event)) {
            biweekly.property.RecurrenceRule read =
                    reader.readNext().getEvents().get(0).getRecurrenceRule();
            TimeZone utc = TimeZone.getTimeZone("UTC");
            Date start = Date.from(first.toInstant(ZoneOffset.UTC));
            DateIterator dates = read.getDateIterator(new ICalDate(start, true), utc);
            List<LocalDateTime> times = new ArrayList<>();
            while (dates.hasNext() && times.size() < ENOUGH) {
                times.add(LocalDateTime.ofInstant(dates.next().toInstant(), ZoneOffset.UTC));
            }
            return times;
        }
    }

    private static String rule(Random random, Frequency shortest) {
        Frequency frequency = Frequency.values()[random.nextInt(1 + shortest.ordinal())];
        StringBuilder rule = new StringBuilder("FREQ=" + frequency);
        if (random.nextInt(3) == 0) {
            rule.append(";INTERVAL=").append(1 + random.nextInt(4));
        }
        boolean skips = rule.indexOf("INTERVAL") > 0;
        if (!skips && random.nextInt(3) == 0) {
            rule.append(";BYMONTH=").append(numbers(random, 1, 12));
        }
        if (skips && frequency.compareTo(Frequency.WEEKLY) > 0) {
            return rule.toString();
        }
        if (random.nextInt(3) == 0 && frequency != Frequency.WEEKLY) {
            rule.append(";BYMONTHDAY=").append(numbers(random, 1, 28));
        }
        if (random.nextInt(2) == 0) {
            boolean nth = frequency == Frequency.MONTHLY && rule.indexOf("BYMONTHDAY") < 0;
            rule.append(";BYDAY=").append(days(random, nth && random.nextBoolean()));
        }
        if (random.nextInt(4) == 0) {
            rule.append(";BYHOUR=").append(numbers(random, 8, 17));
        }
        if (random.nextInt(4) == 0) {
            rule.append(";COUNT=").append(1 + random.nextInt(20));
        } else if (random.nextInt(4) == 0) {
            LocalDateTime until = LocalDateTime.parse("2026-05-01T12:00:00").plusDays(random.nextInt(400));
            rule.append(";UNTIL=").append(BASIC.format(until)).append('Z');
        }
        return rule.toString();
    }

    private static String numbers(Random random, int least, int greatest) {
        return random.ints(1 + random.nextInt(3), least, greatest + 1)
                .distinct()
                .sorted()
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }

    private static String days(Random random, boolean nth) {
        return random.ints(1 + random.nextInt(3), 1, 8)
                .distinct()
                .sorted()
                .mapToObj(day -> (nth ? (random.nextBoolean() ? "-" : "") + (1 + random.nextInt(4)) : "")
                        + DayOfWeek.of(day).name().substring(0, 2))
                .collect(Collectors.joining(","));
    }
}
