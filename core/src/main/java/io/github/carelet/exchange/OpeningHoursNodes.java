package io.github.carelet.exchange;

import io.github.carelet.catalog.HoursException;
import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.catalog.OpeningHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Opening hours as schema.org has them: one specification for each interval, of which a day may have several. An interval
 * past midnight closes before it opens, a day without one is left out, and a date on which a place is closed opens and
 * closes at midnight, as search engines have it.
 */
final class OpeningHoursNodes {

    private static final int DAY = 24 * 60;

    private OpeningHoursNodes() {}

    /** Returns the specifications of the usual week, those of days with the same interval as one. */
    static List<Map<String, Object>> weekly(OpeningHours hours) {
        Map<OpenInterval, List<String>> days = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (OpenInterval interval : hours.weekly().getOrDefault(day, List.of())) {
                days.computeIfAbsent(interval, key -> new ArrayList<>()).add(name(day));
            }
        }
        List<Map<String, Object>> specifications = new ArrayList<>();
        days.forEach((interval, names) -> specifications.add(
                specification(interval).with("dayOfWeek", names).json()));
        return specifications;
    }

    /**
     * Returns the specifications of the days that differ.
     *
     * @param first the first day to look at
     * @param count how many days; an exception that is still going on then is told to its end
     */
    static List<Map<String, Object>> special(OpeningHours hours, LocalDate first, int count) {
        List<Map<String, Object>> specifications = new ArrayList<>();
        LocalDate end = first.plusDays(count);
        for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
            Optional<HoursException> exception = hours.exception(day);
            if (exception.isPresent()) {
                LocalDate last = last(hours, exception.get(), day);
                specifications.addAll(special(exception.get(), day, last));
                day = last;
            }
        }
        return specifications;
    }

    private static LocalDate last(OpeningHours hours, HoursException exception, LocalDate first) {
        LocalDate last = first;
        while (hours.exception(last.plusDays(1))
                .filter(next -> next == exception)
                .isPresent()) {
            last = last.plusDays(1);
        }
        return last;
    }

    private static List<Map<String, Object>> special(HoursException exception, LocalDate from, LocalDate to) {
        List<Node> nodes = exception.closed()
                ? List.of(times(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                : exception.open().stream()
                        .map(OpeningHoursNodes::specification)
                        .toList();
        return nodes.stream()
                .map(node -> node.with("validFrom", from.toString())
                        .with("validThrough", to.toString())
                        .json())
                .toList();
    }

    private static Node specification(OpenInterval interval) {
        boolean aroundTheClock = interval.endMinute() - interval.startMinute() == DAY;
        // Equal times would mean closed: the last minute is given away.
        return times(interval.startTime(), aroundTheClock ? interval.endTime().minusMinutes(1) : interval.endTime());
    }

    private static Node times(LocalTime opens, LocalTime closes) {
        return Node.part("OpeningHoursSpecification")
                .with("opens", opens.toString())
                .with("closes", closes.toString());
    }

    private static String name(DayOfWeek day) {
        String name = day.name();
        return "https://schema.org/" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
