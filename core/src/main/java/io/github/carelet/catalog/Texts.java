package io.github.carelet.catalog;

import io.github.carelet.catalog.Node.Members;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads texts in one or several languages: a string is in the clinic's first language, an object has a string for each
 * BCP 47 tag. A language of the clinic that is missing is a warning.
 */
final class Texts {

    private final List<String> languages;
    private final Problems problems;

    /** Reads for a clinic of these languages, the first one being the default. */
    Texts(List<String> languages, Problems problems) {
        this.languages = List.copyOf(languages);
        this.problems = problems;
    }

    /** Returns the canonical form of a language tag. */
    static String tag(String text) {
        try {
            return new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("'" + text + "' is no BCP 47 tag", e);
        }
    }

    Localized<String> required(Fields fields, String name) {
        return fields.required(name).flatMap(this::read).orElseGet(this::nothing);
    }

    Optional<Localized<String>> optional(Fields fields, String name) {
        return fields.node(name).flatMap(this::read);
    }

    /** Returns the text, or an empty one if it is absent. */
    Localized<String> orEmpty(Fields fields, String name) {
        return optional(fields, name).orElseGet(this::nothing);
    }

    List<Localized<String>> list(Fields fields, String name) {
        List<Localized<String>> texts = new ArrayList<>();
        fields.list(name).forEach(node -> read(node).ifPresent(texts::add));
        return texts;
    }

    /** Returns HTML, cleaned; what was removed is a warning. */
    Localized<RichText> requiredRichText(Fields fields, String name) {
        Localized<RichText> cleaned = required(fields, name).map(RichTextCleaner::clean);
        cleaned.values().forEach((tag, text) -> {
            if (!text.removed().isEmpty()) {
                problems.warning(
                        fields.place(name),
                        String.join(" ", text.removed()),
                        "markup of the allowed subset; this was removed (" + tag + ")");
            }
        });
        return cleaned;
    }

    Optional<Localized<String>> read(Node node) {
        Map<String, String> values = new LinkedHashMap<>();
        if (node instanceof Members members) {
            members.members().forEach((tag, value) -> translation(tag, value, values));
            warnOfMissing(node, values);
        } else if (node instanceof Node.Text text && !text.text().isBlank()) {
            values.put(languages.get(0), text.text().strip());
            warnOfMissing(node, values);
        }
        if (values.isEmpty()) {
            problems.error(node, "a text that is not blank, or an object of language tag to text");
            return Optional.empty();
        }
        String original = values.containsKey(languages.get(0))
                ? languages.get(0)
                : values.keySet().iterator().next();
        return Optional.of(new Localized<>(values, original));
    }

    private void translation(String tag, Node value, Map<String, String> values) {
        if (!(value instanceof Node.Text text) || text.text().isBlank()) {
            problems.error(value, "a text that is not blank");
            return;
        }
        try {
            values.put(tag(tag), text.text().strip());
        } catch (IllegalArgumentException e) {
            problems.error(value.place(), tag, "a BCP 47 language tag, like es or zh-Hans");
        }
    }

    private void warnOfMissing(Node node, Map<String, String> values) {
        List<String> missing =
                languages.stream().filter(tag -> !values.containsKey(tag)).toList();
        if (!missing.isEmpty() && !values.isEmpty()) {
            problems.warning(
                    node.place(), node.shown(), "a translation into " + String.join(", ", missing) + " as well");
        }
    }

    private Localized<String> nothing() {
        return Localized.of(languages.get(0), "");
    }
}
