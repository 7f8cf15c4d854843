package io.github.carelet.booking;

import java.util.Locale;

/**
 * An attempt of the clinic to reach a patient.
 *
 * @param way how
 * @param result what came of it
 */
public record ContactAttempt(Way way, Result result) {

    /** How a clinic reaches its patients. */
    public enum Way {
        /** By phone. */
        PHONE,
        /** By e-mail. */
        EMAIL;

        /** Returns the name as it is written down, such as {@code phone}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What came of an attempt. */
    public enum Result {
        /** The patient was reached. */
        REACHED,
        /** Nobody answered. */
        NO_ANSWER,
        /** A message was left; only where the patient allowed that. */
        VOICEMAIL_LEFT,
        /** The number or address is somebody else's, or nobody's. */
        WRONG_NUMBER;

        /** Returns the name as it is written down, such as {@code no_answer}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Returns the attempt that is written like {@code phone no_answer}.
     *
     * @throws IllegalArgumentException if it is not written so
     */
    public static ContactAttempt parse(String text) {
        String[] words = text.toUpperCase(Locale.ROOT).split(" ", 2);
        if (words.length != 2) {
            throw new IllegalArgumentException("no contact attempt: expected like 'phone no_answer'");
        }
        return new ContactAttempt(Way.valueOf(words[0]), Result.valueOf(words[1]));
    }

    @Override
    public String toString() {
        return way.code() + " " + result.code();
    }
}
