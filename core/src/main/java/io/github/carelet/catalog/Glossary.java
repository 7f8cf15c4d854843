package io.github.carelet.catalog;

import io.github.carelet.catalog.Phrases.Found;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds words of the trade that a text does not explain, in one language: those of the clinic, then those of Carelet's own
 * list. A term is explained where one of its plain words stands in the same sentence or in the one before or after.
 * Filled, then asked.
 */
final class Glossary {

    private static final Map<String, Glossary> BUILT_IN = Map.of("en", builtIn("en"), "es", builtIn("es"));

    private static final Glossary NONE = new Glossary(Optional.empty());

    /** A term with the plain words that explain it, as they are written. */
    record Term(String term, List<String> plain) {

        /** Returns the term with the first of its plain words, for a message. */
        String shown() {
            return "'" + term + "' (" + plain.get(0) + ")";
        }
    }

    private final Phrases<Term> terms = new Phrases<>();
    private final Phrases<String> plainWords = new Phrases<>();

    private final Optional<Glossary> rest;

    private Glossary(Optional<Glossary> rest) {
        this.rest = rest;
    }

    /** Returns a glossary for each language that a clinic has words in. */
    static Map<String, Glossary> of(List<PlainWord> clinics) {
        Map<String, Glossary> glossaries = new HashMap<>();
        for (PlainWord each : clinics) {
            each.term()
                    .values()
                    .forEach((tag, term) -> Optional.ofNullable(
                                    each.plain().values().get(tag))
                            .ifPresent(plain -> glossaries
                                    .computeIfAbsent(tag, language -> new Glossary(Optional.of(builtInFor(language))))
                                    .put(term, List.of(plain))));
        }
        return glossaries;
    }

    /** Returns Carelet's own glossary of a language; an empty one if there is none. */
    static Glossary builtInFor(String languageTag) {
        return BUILT_IN.getOrDefault(Promises.primary(languageTag), NONE);
    }

    private static Glossary builtIn(String language) {
        Glossary glossary = new Glossary(Optional.empty());
        WordList.read("plain-words-" + language + ".txt")
                .forEach(entry -> glossary.put(
                        entry.getKey(), Arrays.asList(entry.getValue().split(" *\\| *"))));
        return glossary;
    }

    boolean isEmpty() {
        return terms.isEmpty() && rest.map(Glossary::isEmpty).orElse(true);
    }

    /**
     * Returns the terms that a text leaves unexplained, each once.
     *
     * @param known names that need no explanation here, such as that of the treatment which the text is about
     */
    List<Term> unexplained(List<Sentence> text, List<String> known) {
        Set<Term> unexplained = new LinkedHashSet<>();
        Set<Term> explained = new LinkedHashSet<>();
        for (int i = 0; i < text.size(); i++) {
            List<Found<Term>> here = terms(text.get(i));
            if (!here.isEmpty()) {
                Set<String> beside = beside(text, i);
                here.forEach(
                        each -> (Collections.disjoint(beside, each.meaning().plain()) ? unexplained : explained)
                                .add(each.meaning()));
            }
        }
        unexplained.removeAll(explained);
        if (unexplained.isEmpty()) {
            return List.of();
        }
        known.forEach(name -> named(name).forEach(unexplained::remove));
        return List.copyOf(unexplained);
    }

    private Stream<Term> named(String name) {
        return Sentence.in(name).stream()
                .flatMap(sentence -> terms(sentence).stream())
                .map(Found::meaning);
    }

    private Set<String> beside(List<Sentence> text, int at) {
        Set<String> beside = new LinkedHashSet<>();
        IntStream.rangeClosed(Math.max(0, at - 1), Math.min(text.size() - 1, at + 1))
                .forEach(i -> plain(text.get(i)).forEach(beside::add));
        return beside;
    }

    private List<Found<Term>> terms(Sentence sentence) {
        List<Found<Term>> own = in(terms, sentence);
        List<Found<Term>> all = new ArrayList<>(own);
        rest.ifPresent(more -> more.terms(sentence).stream()
                .filter(each -> own.stream().noneMatch(other -> other.from() == each.from() && other.to() == each.to()))
                .forEach(all::add));
        return all;
    }

    private Stream<String> plain(Sentence sentence) {
        return Stream.concat(
                in(plainWords, sentence).stream().map(Found::meaning),
                rest.stream().flatMap(more -> more.plain(sentence)));
    }

    private static <T> List<Found<T>> in(Phrases<T> phrases, Sentence sentence) {
        List<Found<T>> all = new ArrayList<>();
        for (List<String> clause : sentence.clauses()) {
            all.addAll(phrases.in(clause));
        }
        return all;
    }

    private void put(String term, List<String> plain) {
        Term entry = new Term(term, List.copyOf(plain));
        forms(WordList.words(term)).forEach(words -> terms.put(words, entry));
        plain.forEach(each -> forms(WordList.words(each)).forEach(words -> plainWords.put(words, each)));
    }

    /** The words as they are and in the regular plural, of the last one or (as in Spanish) of all. */
    private static List<List<String>> forms(List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<String> start = words.subList(0, words.size() - 1);
        String last = words.get(words.size() - 1);
        List<List<String>> forms = new ArrayList<>(List.of(words));
        for (String plural : List.of(last + "s", last + "es")) {
            forms.add(Stream.concat(start.stream(), Stream.of(plural)).toList());
        }
        forms.add(words.stream().map(Glossary::plural).toList());
        return forms;
    }

    private static String plural(String word) {
        return word + ("aeiouáéíóú".indexOf(word.charAt(word.length() - 1)) < 0 ? "es" : "s");
    }
}
