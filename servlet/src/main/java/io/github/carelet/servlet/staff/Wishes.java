package io.github.carelet.servlet.staff;

import io.github.carelet.language.Messages;
import io.github.carelet.schedule.Preference;
import java.util.Locale;

/** Puts into words when patients would like to come. */
final class Wishes {

    private Wishes() {}

    /** Returns a wish as {@code Tuesday, December 1, in the morning}. */
    static String in(Messages words, Preference wish) {
        String part = wish.part().name().toLowerCase(Locale.ROOT);
        return words.text("staff.time.at", words.day(wish.date()), words.text("staff.part." + part));
    }
}
