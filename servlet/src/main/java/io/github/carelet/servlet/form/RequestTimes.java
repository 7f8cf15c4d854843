package io.github.carelet.servlet.form;

import io.github.carelet.language.Messages;
import io.github.carelet.schedule.DayChoice;
import io.github.carelet.schedule.DayPart;
import io.github.carelet.schedule.Preference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Puts the days that may be asked for into words, the nearest first, with what the visitor chose before. */
record RequestTimes(Messages words, Kept kept) {

    private static final int NEAR_DAYS = 10;

    /** Returns the days as the page shows them. */
    Times show(List<DayChoice> choices) {
        int near = Math.min(NEAR_DAYS, choices.size());
        List<Times.Day> later = days(choices, near, choices.size());
        boolean laterChosen =
                later.stream().flatMap(day -> day.parts().stream()).anyMatch(Times.Part::checked);
        return new Times(
                gone(choices),
                days(choices, 0, near),
                later,
                laterChosen,
                kept.error("preferred", words).or(() -> kept.error("slot", words)));
    }

    /** Returns a preference as one would say it: {@code Tuesday, December 1, morning}. */
    String inWords(Preference preference) {
        return words.text(
                "form.time.of.day", words.day(preference.date()), words.text("form.in." + key(preference.part())));
    }

    /** Some of the days, each after those before it on which nobody can come. */
    private List<Times.Day> days(List<DayChoice> choices, int from, int to) {
        List<Times.Day> days = new ArrayList<>();
        for (int i = from; i < to; i++) {
            LocalDate date = choices.get(i).date();
            if (i > 0 && choices.get(i - 1).date().plusDays(1).isBefore(date)) {
                days.add(closed(choices.get(i - 1).date().plusDays(1), date.minusDays(1)));
            }
            days.add(new Times.Day(words.day(date), "", parts(choices.get(i))));
        }
        return days;
    }

    private Times.Day closed(LocalDate first, LocalDate last) {
        String name = first.equals(last)
                ? words.day(first)
                : words.text("form.slots.days", words.day(first), words.day(last));
        return new Times.Day(name, words.text("form.slots.none.closed"), List.of());
    }

    private List<Times.Part> parts(DayChoice choice) {
        return Stream.of(DayPart.values())
                .filter(choice.parts()::contains)
                .map(part -> part(new Preference(choice.date(), part)))
                .toList();
    }

    private Times.Part part(Preference preference) {
        String value = preference.toString();
        return new Times.Part(value, partName(preference.part()), kept.chose("preferred", value));
    }

    private List<Times.Day> gone(List<DayChoice> choices) {
        List<Times.Day> gone = new ArrayList<>();
        for (String text :
                kept.submission().all("preferred").stream().distinct().toList()) {
            preference(text)
                    .filter(each -> !offers(choices, each))
                    .forEach(each -> gone.add(new Times.Day(words.longDate(each.date()), "", List.of(part(each)))));
        }
        return gone;
    }

    private static boolean offers(List<DayChoice> choices, Preference preference) {
        return choices.stream()
                .anyMatch(choice -> choice.date().equals(preference.date())
                        && choice.parts().contains(preference.part()));
    }

    private static Stream<Preference> preference(String text) {
        try {
            return Stream.of(Preference.parse(text));
        } catch (IllegalArgumentException e) {
            // Not written by our form: nothing that a visitor could recognize.
            return Stream.empty();
        }
    }

    private String partName(DayPart part) {
        return words.text("form.part." + key(part));
    }

    private static String key(DayPart part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
