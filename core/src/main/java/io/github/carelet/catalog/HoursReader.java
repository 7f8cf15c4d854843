package io.github.carelet.catalog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads opening hours. */
final class HoursReader {

    private static final String INTERVAL = "an interval, like 08:00-12:00";

    private final Texts texts;

    HoursReader(Texts texts) {
        this.texts = texts;
    }

    OpeningHours read(Fields fields) {
        Map<DayOfWeek, List<OpenInterval>> weekly = new EnumMap<>(DayOfWeek.class);
        fields.object("weekly").ifPresent(week -> {
            for (DayOfWeek day : DayOfWeek.values()) {
                weekly.put(day, intervals(week, day.name().substring(0, 3).toLowerCase(Locale.ROOT)));
            }
            week.end();
        });
        List<HoursException> exceptions = new ArrayList<>();
        fields.objects("exceptions").forEach(each -> exception(each, exceptions));
        fields.end();
        return new OpeningHours(weekly, exceptions);
    }

    private void exception(Fields fields, List<HoursException> exceptions) {
        LocalDate from = fields.required("from", "a day, like 2026-12-24", LocalDate::parse, LocalDate.EPOCH);
        LocalDate to = ClinicReader.day(fields, "to").orElse(from);
        boolean closed = fields.flag("closed", false);
        List<OpenInterval> open = intervals(fields, "open");
        if (closed == !open.isEmpty()) {
            fields.problems().error(fields.place(), "", "either \"closed\": true or intervals in \"open\"");
        }
        if (to.isBefore(from)) {
            fields.problems().error(fields.place("to"), to.toString(), "a day not before " + from);
        } else {
            exceptions.add(new HoursException(from, to, open, texts.optional(fields, "note")));
        }
        texts.optional(fields, "note");
        fields.end();
    }

    private static List<OpenInterval> intervals(Fields fields, String name) {
        List<OpenInterval> intervals = new ArrayList<>(fields.texts(name, INTERVAL, OpenInterval::parse));
        intervals.sort(Comparator.comparingInt(OpenInterval::startMinute));
        for (int i = 1; i < intervals.size(); i++) {
            if (intervals.get(i).startMinute() < intervals.get(i - 1).endMinute()) {
                fields.problems()
                        .error(fields.place(name), intervals.get(i).toString(), "intervals that do not overlap");
            }
        }
        return intervals;
    }
}
