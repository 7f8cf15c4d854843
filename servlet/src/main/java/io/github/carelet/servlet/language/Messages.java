package io.github.carelet.servlet.language;

import java.time.LocalDate;
import java.time.LocalTime;

/** What the interface says in one language. Immutable and safe for use by many threads. */
public final class Messages {

    private final String language;

    private Messages(String language) {
        this.language = language;
    }

    /** Returns the messages in the nearest language that there is, by the lookup of RFC 4647; else English. */
    public static Messages in(String language) {
        return new Messages(language);
    }

    /** Returns the BCP 47 tag of the language that these messages are in. */
    public String language() {
        return language;
    }

    /** Returns {@code rtl} or {@code ltr}. */
    public String direction() {
        return "ltr";
    }

    /**
     * Returns a message with its placeholders ({@code {0}}) filled, as plain text.
     *
     * @throws IllegalArgumentException if there is no such message
     */
    public String text(String key, Object... arguments) {
        throw new UnsupportedOperationException("not yet: " + key);
    }

    /** Returns a day as {@code Tuesday, December 1, 2026}. */
    public String longDate(LocalDate date) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns a day as {@code Tuesday, December 1}. */
    public String day(LocalDate date) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns a time of day as {@code 9:30 AM}, a full hour as {@code 9 AM}. */
    public String time(LocalTime time) {
        throw new UnsupportedOperationException("not yet");
    }
}
