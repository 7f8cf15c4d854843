package io.github.carelet.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.carelet.schedule.Stretch;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

class BusyReaderFuzzTest {

    private static final Stretch WINDOW =
            new Stretch(Instant.parse("2026-10-20T00:00:00Z"), Instant.parse("2028-11-20T00:00:00Z"));
    private static final CalendarLimits LIMITS = new CalendarLimits(20_000, 2_000, 20_000);

    @FuzzTest
    void anyFileIsReadInOrderOrRefused(byte[] file) {
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
        } catch (UnreadableCalendarException refused) {
            assertThat(refused).hasMessageMatching("[ -~]+");
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
