package io.github.carelet.catalog;

import io.github.carelet.catalog.Node.Place;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads opening hours. */
final class HoursReader {

    private static final String INTERVAL = "an interval HH:mm-HH:mm, like 08:00-12:00";
    private static final String APART = "intervals that do not overlap";
    private static final int DAY = 24 * 60;

    /** An interval and where it stands. */
    private record Placed(OpenInterval interval, Place place) {}

    private final Texts texts;

    HoursReader(Texts texts) {
        this.texts = texts;
    }

    /** Returns the hours; empty if they name no day at all, which says nothing about when it is open. */
    Optional<OpeningHours> read(Fields fields) {
        Map<DayOfWeek, List<Placed>> week = new EnumMap<>(DayOfWeek.class);
        fields.object("weekly").ifPresent(weekly -> weekly(weekly, week));
        List<HoursException> exceptions = new ArrayList<>();
        for (Fields each : fields.objects("exceptions")) {
            exception(each).ifPresent(exceptions::add);
        }
        week.forEach((day, intervals) ->
                checkOvernight(intervals, week.getOrDefault(day.plus(1), List.of()), fields.problems()));
        fields.end();
        Map<DayOfWeek, List<OpenInterval>> open = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, intervals) -> open.put(day, values(intervals)));
        return open.isEmpty() && exceptions.isEmpty()
                ? Optional.empty()
                : Optional.of(new OpeningHours(open, exceptions));
    }

    private static void weekly(Fields weekly, Map<DayOfWeek, List<Placed>> week) {
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().substring(0, 3).toLowerCase(Locale.ROOT);
            if (weekly.node(name).isPresent()) {
                week.put(day, intervals(weekly, name));
            }
        }
        weekly.end();
    }

    private Optional<HoursException> exception(Fields fields) {
        Optional<LocalDate> from = ClinicReader.day(fields, "from");
        fields.required("from");
        Optional<LocalDate> to = ClinicReader.day(fields, "to").or(() -> from);
        boolean closed = fields.flag("closed", false);
        List<Placed> open = intervals(fields, "open");
        boolean said = closed || fields.node("open").isPresent();
        if (closed && !open.isEmpty() || !said) {
            fields.problems().error(fields.place(), "", "either \"closed\": true or intervals in \"open\"");
        }
        Optional<Localized<String>> note = texts.optional(fields, "note");
        fields.end();
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            fields.problems().error(fields.place("to"), to.get().toString(), "a day not before " + from.get());
            return Optional.empty();
        }
        if (from.get().isBefore(to.get())) {
            checkOvernight(open, open, fields.problems());
        }
        return Optional.of(new HoursException(from.get(), to.get(), values(open), note));
    }

    /** Returns the intervals of a day in order of their start. */
    private static List<Placed> intervals(Fields fields, String name) {
        List<Placed> intervals = new ArrayList<>();
        for (Node node : fields.list(name)) {
            fields.parsed(node, INTERVAL, OpenInterval::parse)
                    .ifPresent(interval -> intervals.add(new Placed(interval, node.place())));
        }
        intervals.sort(Comparator.comparingInt(each -> each.interval().startMinute()));
        int open = 0;
        for (Placed each : intervals) {
            if (each.interval().startMinute() < open) {
                fields.problems().error(each.place(), each.interval().toString(), APART);
            }
            open = Math.max(open, each.interval().endMinute());
        }
        return intervals;
    }

    /** Checks that an interval that runs past midnight ends before the first one of the next day starts. */
    private static void checkOvernight(List<Placed> day, List<Placed> next, Problems problems) {
        int open = day.stream()
                .mapToInt(each -> each.interval().endMinute() - DAY)
                .max()
                .orElse(0);
        for (Placed each : next) {
            if (each.interval().startMinute() < open) {
                problems.error(each.place(), each.interval().toString(), APART + ", also past midnight");
            }
        }
    }

    private static List<OpenInterval> values(List<Placed> intervals) {
        return intervals.stream().map(Placed::interval).toList();
    }
}
