package io.github.carelet.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.OpenInterval;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursGrammarTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Mon-Fri 8am-5pm                                | mo-fr 08:00-17:00
            Monday – Friday: 8:00 AM – 5:30 PM             | mo-fr 08:00-17:30
            M-F 9-5                                        | mo-fr 09:00-17:00
            Mo-Fr 08:30-16:30                              | mo-fr 08:30-16:30
            Mon, Wed, Fri 8-12, 1-5                        | mo,we,fr 08:00-12:00 13:00-17:00
            Mon-Thu 8am-5pm, Fri 8am-noon                  | mo-th 08:00-17:00; fr 08:00-12:00
            Monday to Friday 8 a.m. to 5 p.m., closed 12-1 | mo-fr 08:00-12:00 13:00-17:00
            Saturday: Closed                               | sa
            Mon8:00 AM – 5:00 PM                           | mo 08:00-17:00
            Tuesday and Thursday 10:30am - 7pm             | tu,th 10:30-19:00
            Weekdays 7-3:30                                | mo-fr 07:00-15:30
            Open daily 24 hours                            | mo-su 00:00-24:00
            Fri 8pm-2am                                    | fr 20:00-02:00
            Lunes a viernes: 9:00 a.m. - 6:00 p.m.         | mo-fr 09:00-18:00
            Sábado 9 a 13                                  | sa 09:00-13:00
            We treat 8-12 patients a day                   | -
            Call us Monday                                 | -
            Chapters 3-5 of the handbook                   | -
            """)
    void areReadAsPeopleWriteThem(String line, String expected) {
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        HoursGrammar.read(line).stream()
                .filter(HoursGrammar.Line::timed)
                .forEach(each -> WeekHours.add(week, each.days(), each.open()));
        assertThat(week).as(line).isEqualTo(expected == null ? Map.of() : week(expected));
    }

    private static Map<DayOfWeek, List<OpenInterval>> week(String text) {
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (String part : text.split("; ")) {
            String[] words = part.split(" ");
            List<OpenInterval> open = List.of(words).subList(1, words.length).stream()
                    .map(OpenInterval::parse)
                    .collect(Collectors.toList());
            for (String days : words[0].split(",")) {
                DayOfWeek to = day(days.substring(days.length() - 2));
                for (DayOfWeek each = day(days.substring(0, 2)); ; each = each.plus(1)) {
                    week.put(each, open);
                    if (each == to) {
                        break;
                    }
                }
            }
        }
        return week;
    }

    private static DayOfWeek day(String start) {
        return List.of(DayOfWeek.values()).stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
