package io.github.carelet.calendar;

import io.github.carelet.schedule.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the rules of a zone that a calendar writes out, around the time that matters (RFC 5545, 3.6.5). Used by one thread. */
final class WrittenZoneReader {

    /** Rules recur within a year. */
    private static final Duration MARGIN = Duration.ofDays(400);

    private final Stretch window;
    private final Budget budget;

    WrittenZoneReader(Stretch window, Budget budget) {
        this.window = window;
        this.budget = budget;
    }

    /** The clocks change. */
    private record Onset(Instant at, ZoneOffset from, ZoneOffset to) {}

    /** Returns the rules; empty if there are none. */
    Optional<ZoneRules> read(Component zone) {
        List<Onset> onsets = Stream.concat(zone.parts("STANDARD").stream(), zone.parts("DAYLIGHT").stream())
                .flatMap(each -> onsets(each).stream())
                .sorted(Comparator.comparing(Onset::at))
                .toList();
        return onsets.isEmpty() ? Optional.empty() : Optional.of(rules(onsets));
    }

    private static ZoneRules rules(List<Onset> onsets) {
        ZoneOffset before = onsets.get(0).from();
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        ZoneOffset now = before;
        for (Onset onset : onsets) {
            if (!onset.to().equals(now)) {
                LocalDateTime local = LocalDateTime.ofEpochSecond(onset.at().getEpochSecond(), 0, now);
                transitions.add(ZoneOffsetTransition.of(local, now, onset.to()));
                now = onset.to();
            }
        }
        return ZoneRules.of(before, before, List.of(), transitions, List.of());
    }

    private List<Onset> onsets(Component observance) {
        ZoneOffset from = offset(observance, "TZOFFSETFROM");
        ZoneOffset to = offset(observance, "TZOFFSETTO");
        ZoneRules clock = from.getRules();
        CalendarTime first = TimeReader.time(value(observance, "DTSTART"), clock);
        List<LocalDateTime> times = new ArrayList<>(List.of(first.local()));
        for (Property dates : observance.all("RDATE")) {
            for (String each : dates.value().split(",")) {
                times.add(TimeReader.time(each, clock).on(clock));
            }
        }
        for (Property text : observance.all("RRULE")) {
            times.addAll(recurring(first, RecurrenceRuleReader.read(text.value())));
        }
        budget.use(times.size());
        return times.stream()
                .map(each -> new Onset(each.toInstant(from), from, to))
                .distinct()
                .toList();
    }

    private List<LocalDateTime> recurring(CalendarTime first, RecurrenceRule rule) {
        LocalDateTime from = LocalDateTime.ofInstant(window.from().minus(MARGIN), ZoneOffset.UTC);
        LocalDateTime to = LocalDateTime.ofInstant(window.until().plus(MARGIN), ZoneOffset.UTC);
        return new Recurrence(rule, first.local(), budget).between(from, Until.earlier(rule, first, to));
    }

    private static String value(Component observance, String name) {
        return observance
                .first(name)
                .map(Property::value)
                .orElseThrow(() -> new IllegalArgumentException("an observance is not whole"));
    }

    /** As in {@code -0800}; seconds may follow. */
    private static ZoneOffset offset(Component observance, String name) {
        return ZoneOffset.of(value(observance, name).strip());
    }
}
