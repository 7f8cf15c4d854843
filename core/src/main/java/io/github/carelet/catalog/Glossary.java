package io.github.carelet.catalog;

import io.github.carelet.catalog.Phrases.Found;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds words of the trade that a text does not explain, in one language: those of the clinic, then those of Carelet's own
 * list. A term is explained where one of its plain words stands in the same sentence or in the one before or after.
 * Filled, then asked.
 */
final class Glossary {

    private static final Map<String, List<Map.Entry<String, String>>> BUILT_IN =
            Map.of("en", WordList.read("plain-words-en.txt"), "es", WordList.read("plain-words-es.txt"));

    /** A term with the plain words that explain it, as they are written. */
    record Term(String term, List<String> plain) {

        /** Returns the term with the first of its plain words, for a message. */
        String shown() {
            return "'" + term + "' (" + plain.get(0) + ")";
        }
    }

    private final Phrases<Term> terms = new Phrases<>();
    private final Phrases<String> plainWords = new Phrases<>();

    /** Makes the glossary of a language out of the clinic's words in it and of the list that there is for it. */
    Glossary(String languageTag, List<PlainWord> clinics) {
        for (PlainWord each : clinics) {
            String term = each.term().values().get(languageTag);
            String plain = each.plain().values().get(languageTag);
            if (term != null && plain != null) {
                put(term, List.of(plain));
            }
        }
        BUILT_IN.getOrDefault(Promises.primary(languageTag), List.of())
                .forEach(entry ->
                        put(entry.getKey(), Arrays.asList(entry.getValue().split(" *\\| *"))));
    }

    boolean isEmpty() {
        return terms.isEmpty();
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
            List<Found<Term>> here = in(terms, text.get(i));
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
                .flatMap(sentence -> in(terms, sentence).stream())
                .map(Found::meaning);
    }

    private Set<String> beside(List<Sentence> text, int at) {
        Set<String> beside = new LinkedHashSet<>();
        IntStream.rangeClosed(Math.max(0, at - 1), Math.min(text.size() - 1, at + 1))
                .forEach(i -> in(plainWords, text.get(i)).forEach(each -> beside.add(each.meaning())));
        return beside;
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
