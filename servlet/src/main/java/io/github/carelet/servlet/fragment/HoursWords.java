package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.HoursException;
import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.catalog.OpeningHours;
import io.github.carelet.language.Messages;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opening hours as people say them.
 *
 * @param hours the hours
 * @param zone the zone of their wall clock
 * @param now when they are read
 * @param voice the language they are said in
 */
record HoursWords(OpeningHours hours, ZoneId zone, Instant now, Voice voice) {

    /** How long before it closes the day need not be named. */
    static final Duration WITHOUT_DAY = Duration.ofHours(24);

    private static final int CHANGES_WITHIN_DAYS = 14;
    private static final OpenInterval WHOLE_DAY = new OpenInterval(0, 24 * 60);

    /** Returns whether it is open now, and when that changes. */
    Place.Opening opening() {
        OpeningHours.State state = hours.at(now, zone);
        Optional<ZonedDateTime> until = state.until().map(instant -> instant.atZone(zone));
        return new Place.Opening(
                state.open(),
                state.open()
                        ? open(until)
                        : until.map(this::opens)
                                .orElseGet(() -> voice.ours(capital(messages().text("closed")))));
    }

    private Text open(Optional<ZonedDateTime> until) {
        if (until.isEmpty()) {
            return voice.say("open.always");
        }
        ZonedDateTime end = until.get();
        boolean soon = Duration.between(now, end.toInstant()).compareTo(WITHOUT_DAY) <= 0;
        return voice.say("open.until", soon ? messages().time(end.toLocalTime()) : dayAndTime(end));
    }

    private Text opens(ZonedDateTime start) {
        return start.toLocalDate().equals(today())
                ? voice.say("closed.opens.today", messages().time(start.toLocalTime()))
                : voice.say("closed.opens", dayAndTime(start));
    }

    private String dayAndTime(ZonedDateTime time) {
        LocalDate day = time.toLocalDate();
        String name = day.isBefore(today().plusDays(7))
                ? messages().text("time.weekday", messages().weekday(day.getDayOfWeek()))
                : messages().day(day) + ",";
        return name + " " + messages().time(time.toLocalTime());
    }

    /** Returns the week, equal days that follow each other together, today marked unless an exception rules it. */
    Place.Week week() {
        List<Place.Row> rows = new ArrayList<>();
        DayOfWeek[] days = DayOfWeek.values();
        for (int first = 0; first < days.length; ) {
            int last = first;
            while (last + 1 < days.length && intervals(days[last + 1]).equals(intervals(days[first]))) {
                last++;
            }
            rows.add(row(days[first], days[last]));
            first = last + 1;
        }
        return new Place.Week(voice.say("hours"), messages().text("list.comma"), rows);
    }

    private Place.Row row(DayOfWeek first, DayOfWeek last) {
        DayOfWeek day = today().getDayOfWeek();
        boolean holdsToday = day.compareTo(first) >= 0 && day.compareTo(last) <= 0;
        Optional<Text> today = holdsToday && hours.exception(today()).isEmpty()
                ? Optional.of(voice.say(first == last ? "today" : "today.among"))
                : Optional.empty();
        return new Place.Row(days(first, last), each(intervals(first)), today);
    }

    private Text days(DayOfWeek first, DayOfWeek last) {
        String from = messages().weekday(first);
        String to = messages().weekday(last);
        String key = switch (last.getValue() - first.getValue()) {
            case 0 -> "days.one";
            case 1 -> "days.two";
            case 6 -> "days.all";
            default -> "days.range";
        };
        return voice.ours(capital(messages().text(key, from, to)));
    }

    /** Returns the days of the next two weeks that differ, those that follow each other by one exception together. */
    List<Place.Change> changes() {
        List<Place.Change> changes = new ArrayList<>();
        LocalDate end = today().plusDays(CHANGES_WITHIN_DAYS);
        for (LocalDate day = today(); day.isBefore(end); day = day.plusDays(1)) {
            Optional<HoursException> exception = hours.exception(day);
            if (exception.isPresent()) {
                LocalDate last = lastOf(exception.get(), day);
                changes.add(change(exception.get(), day, last));
                day = last;
            }
        }
        return changes;
    }

    private LocalDate lastOf(HoursException exception, LocalDate first) {
        LocalDate last = first;
        while (hours.exception(last.plusDays(1))
                .filter(next -> next == exception)
                .isPresent()) {
            last = last.plusDays(1);
        }
        return last;
    }

    private Place.Change change(HoursException exception, LocalDate first, LocalDate last) {
        String days = first.equals(last)
                ? messages().day(first)
                : messages()
                        .text("days.range", messages().day(first), messages().day(last));
        String sentence = exception.closed()
                ? messages().text("change.closed", days)
                : messages().text("change.open", days, spoken(exception.open()));
        return new Place.Change(voice.ours(capital(sentence)), exception.note().map(voice::of));
    }

    private List<Text> each(List<OpenInterval> intervals) {
        return intervals.isEmpty()
                ? List.of(voice.ours(capital(messages().text("closed"))))
                : intervals.stream().map(this::spoken).map(voice::ours).toList();
    }

    private String spoken(List<OpenInterval> intervals) {
        return messages().list(intervals.stream().map(this::spoken).toList());
    }

    private String spoken(OpenInterval interval) {
        return interval.equals(WHOLE_DAY)
                ? messages().text("open.day")
                : messages()
                        .text(
                                "time.range",
                                messages().time(interval.startTime()),
                                messages().time(interval.endTime()));
    }

    private List<OpenInterval> intervals(DayOfWeek day) {
        return hours.weekly().getOrDefault(day, List.of());
    }

    private LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    private Messages messages() {
        return voice.messages();
    }

    private static String capital(String text) {
        int first = text.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + text.substring(Character.charCount(first));
    }
}
