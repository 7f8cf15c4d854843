package io.github.carelet.booking;

import io.github.carelet.catalog.Slug;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads single fields of a submission into types, and gathers what is wrong with them. A field that is empty counts as
 * absent. Knows at the end which fields nobody read.
 */
final class FieldReader {

    private static final int MAX_BYTES = 2048;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");

    private final Submission submission;
    private final Set<String> read = new HashSet<>();
    private final Set<FieldError> errors = new LinkedHashSet<>();

    FieldReader(Submission submission) {
        this.submission = submission;
    }

    /** A field of one line. */
    Optional<String> line(String name, int maxLength) {
        return text(name, maxLength).filter(value -> accept(name, !FieldText.hasControls(value)));
    }

    /** A field of several lines. */
    Optional<String> lines(String name, int maxLength) {
        return text(name, maxLength).filter(value -> accept(name, !FieldText.hasControlsBesidesBreaks(value)));
    }

    /** A field that holds the name of one of the values of an enum, in lower case. */
    <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> values) {
        return parsed(name, text -> {
            for (E each : values.getEnumConstants()) {
                if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        });
    }

    /** A field that is ticked or not. */
    boolean ticked(String name) {
        return parsed(name, FieldText::yesOrNo).orElse(false);
    }

    /** A field that a function parses. */
    <T> Optional<T> parsed(String name, Function<String, Optional<T>> parser) {
        Optional<String> text = line(name, MAX_BYTES);
        Optional<T> value = text.flatMap(parser);
        accept(name, value.isPresent() || text.isEmpty());
        return value;
    }

    /** A field that holds the id of something that the catalogue may have. */
    <T> Optional<T> known(String name, Function<String, Optional<T>> lookUp) {
        Optional<String> id = line(name, MAX_BYTES);
        Optional<T> found = id.filter(Slug::isValid).flatMap(lookUp);
        if (id.isPresent() && found.isEmpty() && !isWrong(name)) {
            wrong(name, "unknown");
        }
        return found;
    }

    /** All values of a field that may be repeated. */
    List<String> all(String name, int most) {
        read.add(name);
        List<String> values = submission.all(name);
        if (values.size() > most) {
            errors.add(new FieldError(name, "too_many", List.of(Integer.toString(most))));
            return List.of();
        }
        return values.stream()
                .filter(value -> isShort(name, value, MAX_BYTES))
                .map(FieldText::normalized)
                .toList();
    }

    /** Notes that a field is wrong. */
    void wrong(String name, String code) {
        errors.add(FieldError.of(name, code));
    }

    /** Notes that a field does not say what it should, unless something else is wrong with it. */
    void invalid(String name) {
        accept(name, false);
    }

    /** Notes that a field is missing, unless something else is wrong with it. */
    void requireUnlessWrong(String name) {
        if (!isWrong(name)) {
            wrong(name, "required");
        }
    }

    /** Returns whether something is wrong with a field. */
    boolean isWrong(String name) {
        return errors.stream().anyMatch(each -> each.field().equals(name));
    }

    /** Marks a field as known without reading it. */
    void ignore(String name) {
        read.add(name);
    }

    /** Marks all fields whose names start so as known without reading them. */
    void ignoreBelow(String prefix) {
        submission.fields().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(read::add);
    }

    /** Returns every error, also those of fields that nobody read. */
    List<FieldError> errors() {
        List<FieldError> all = new ArrayList<>(errors);
        submission.fields().keySet().stream()
                .filter(name -> !read.contains(name) && !submission.all(name).isEmpty())
                .map(name -> FieldError.of(NAME.matcher(name).matches() ? name : "form", "undeclared"))
                .distinct()
                .forEach(all::add);
        return all;
    }

    private Optional<String> text(String name, int maxLength) {
        return all(name, 1).stream().findFirst().filter(value -> isShort(name, value, maxLength));
    }

    private boolean isShort(String name, String value, int maxLength) {
        boolean fits = value.codePointCount(0, value.length()) <= maxLength
                && value.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
        if (!fits) {
            errors.add(new FieldError(name, "too_long", List.of(Integer.toString(maxLength))));
        }
        return fits;
    }

    private boolean accept(String name, boolean accepted) {
        if (!accepted && !isWrong(name)) {
            wrong(name, "invalid");
        }
        return accepted;
    }
}
