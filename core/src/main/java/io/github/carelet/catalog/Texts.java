package io.github.carelet.catalog;

import io.github.carelet.catalog.CatalogProblem.Check;
import io.github.carelet.catalog.Node.Members;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads texts in one or several languages: a string is in the clinic's first language, an object has a string for each
 * BCP 47 tag. A language of the clinic that is missing is a warning, except where a name of a person, a place or a firm
 * is written as one string.
 */
final class Texts {

    private final List<String> languages;
    private final Problems problems;
    private final Map<String, String> tags = new HashMap<>();

    /** Reads for a clinic of these languages, the first one being the default. */
    Texts(List<String> languages, Problems problems) {
        this.languages = List.copyOf(languages);
        this.problems = problems;
    }

    /** Returns the canonical form of a language tag. */
    static String tag(String text) {
        try {
            String tag = new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
            if (tag.equals("und")) {
                throw new IllegalArgumentException("'" + text + "' names no language");
            }
            return tag;
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("'" + text + "' is no BCP 47 tag", e);
        }
    }

    Localized<String> required(Fields fields, String name) {
        return fields.required(name).flatMap(this::read).orElseGet(this::nothing);
    }

    /** Returns the name of a person, place or firm: written as one string, it is the same in every language. */
    Localized<String> properName(Fields fields, String name) {
        Optional<Node> node = fields.required(name);
        if (node.isPresent() && node.get() instanceof Node.Text text) {
            return Localized.of(languages.get(0), text.text().strip());
        }
        return node.flatMap(this::read).orElseGet(this::nothing);
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

    /** Returns HTML, cleaned, or an empty text if it is absent; what was removed is a warning. */
    Localized<RichText> richText(Fields fields, String name) {
        Localized<RichText> cleaned = orEmpty(fields, name).map(RichTextCleaner::clean);
        cleaned.values().forEach((tag, text) -> {
            if (!text.removed().isEmpty()) {
                problems.warning(
                        Check.MARKUP,
                        fields.place(name),
                        String.join(" ", text.removed()),
                        "markup of the allowed subset only; this was removed from the text in " + tag);
            }
        });
        return cleaned;
    }

    /** Returns words for each language: an array is in the clinic's first one, an object has an array for each tag. */
    PatientWords patientWords(Fields fields, String name) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        fields.node(name).ifPresent(node -> {
            if (node instanceof Members members) {
                members.members()
                        .forEach((tag, value) -> canonical(tag, value)
                                .ifPresent(canonical -> words.merge(canonical, words(fields, value), Texts::joined)));
            } else {
                words.put(languages.get(0), words(fields, node));
            }
        });
        return new PatientWords(words);
    }

    private List<String> words(Fields fields, Node node) {
        if (!(node instanceof Node.Elements array)) {
            problems.error(node, "an array of words or phrases, or an object of language tag to such an array");
            return List.of();
        }
        return array.elements().stream()
                .flatMap(each -> fields.parsed(each, "a word or phrase that is not blank", text -> text).stream())
                .toList();
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Optional<Localized<String>> read(Node node) {
        Map<String, String> values = new LinkedHashMap<>();
        if (node instanceof Members members) {
            members.members().forEach((tag, value) -> translation(tag, value, values));
        } else if (node instanceof Node.Text text && !text.text().isBlank()) {
            values.put(languages.get(0), text.text().strip());
        } else {
            problems.error(node, "a text that is not blank, or an object of language tag to text");
            return Optional.empty();
        }
        if (values.isEmpty()) {
            problems.error(node, "a text in at least one language");
            return Optional.empty();
        }
        warnOfMissing(node, values);
        String original = values.containsKey(languages.get(0))
                ? languages.get(0)
                : values.keySet().iterator().next();
        return Optional.of(new Localized<>(values, original));
    }

    /** A blank translation is as if it were absent. */
    private void translation(String tag, Node value, Map<String, String> values) {
        Optional<String> canonical = canonical(tag, value);
        if (!(value instanceof Node.Text text)) {
            problems.error(value, "a text");
        } else if (canonical.isPresent()
                && !text.text().isBlank()
                && values.putIfAbsent(canonical.get(), text.text().strip()) != null) {
            problems.error(value.place(), tag, "each language once");
        }
    }

    private Optional<String> canonical(String tag, Node value) {
        try {
            return Optional.of(tags.computeIfAbsent(tag, Texts::tag));
        } catch (IllegalArgumentException e) {
            problems.error(value.place(), tag, "a BCP 47 language tag, like es or zh-Hans");
            return Optional.empty();
        }
    }

    private void warnOfMissing(Node node, Map<String, String> values) {
        List<String> missing =
                languages.stream().filter(tag -> !values.containsKey(tag)).toList();
        if (!missing.isEmpty()) {
            String shown = values.values().iterator().next();
            problems.warning(
                    Check.TRANSLATION,
                    node.place(),
                    shown,
                    "a translation into " + String.join(", ", missing) + " as well");
        }
    }

    private Localized<String> nothing() {
        return Localized.of(languages.get(0), "");
    }
}
