package io.github.carelet.servlet.form;

import io.github.carelet.booking.FieldError;
import io.github.carelet.booking.Submission;
import io.github.carelet.language.Messages;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a visitor put into a form before, and what was wrong with it. Prints nothing of it. */
record Kept(Submission submission, List<FieldError> errors) {

    private static final int LAST_YEAR = 9999;

    Kept {
        errors = List.copyOf(errors);
    }

    /** Returns what is in a form that nobody has filled in. */
    static Kept nothing() {
        return new Kept(new Submission(Map.of()), List.of());
    }

    /** Returns the value of a field, as it was typed; empty if there is none. */
    String value(String name) {
        List<String> values = submission.fields().getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Returns whether one of several values was chosen. */
    boolean chose(String name, String value) {
        return submission.all(name).contains(value);
    }

    /** Returns the free time that was picked; empty if none was, or what was sent is none that a calendar has everywhere. */
    Optional<OffsetDateTime> slot() {
        try {
            return submission
                    .first("slot")
                    .map(OffsetDateTime::parse)
                    .filter(start -> start.getYear() > 0 && start.getYear() <= LAST_YEAR);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Returns whether a free time was picked, whatever offset it was written with. */
    boolean picked(OffsetDateTime start) {
        return slot().map(OffsetDateTime::toInstant)
                .filter(start.toInstant()::equals)
                .isPresent();
    }

    /** Returns whether anything is wrong with a field. */
    boolean isWrong(String name) {
        return errors.stream().anyMatch(error -> error.field().equals(name));
    }

    /** Returns what is wrong with a field, in words. */
    Optional<String> error(String name, Messages words) {
        return errors.stream()
                .filter(error -> error.field().equals(name))
                .findFirst()
                .map(error -> said(error, words));
    }

    /** Returns an error in words, which know what else was chosen: who does not want to be called may write an email address instead. */
    String said(FieldError error, Messages words) {
        boolean either =
                error.field().equals("phone") && error.code().equals("required") && !chose("contactBy", "phone");
        return either ? words.text("form.error.phone.required.either") : message(error, words);
    }

    /** Returns an error in words: those of the field if there are any, else those that suit every field. */
    static String message(FieldError error, Messages words) {
        Object[] arguments = error.arguments().toArray();
        for (String key : List.of("form.error." + error.field() + "." + error.code(), "form.error." + error.code())) {
            if (words.has(key)) {
                return words.text(key, arguments);
            }
        }
        return words.text("form.error.invalid");
    }

    @Override
    public String toString() {
        return "Kept[" + errors.size() + " errors]";
    }
}
