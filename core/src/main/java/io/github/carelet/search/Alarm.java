package io.github.carelet.search;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Item;
import io.github.carelet.catalog.Localized;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hears emergencies: by {@link AlarmWords}, and by the signs at which, as the catalogue's conditions say, nobody should
 * wait. A query sounds like a sign if at least two of its words, and at least half of them, are in it, and one of these is
 * a word that is not in the names and summaries of ordinary items. Immutable once built.
 */
final class Alarm {

    private static final int MOST_SIGNS = 3;
    private static final int LEAST_COMMON = 2;

    private final Dictionary dictionary;
    private final List<Sign> signs = new ArrayList<>();
    private final Map<String, int[]> signsByWord = new HashMap<>();

    private Alarm(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * A sign of the catalogue in one language.
     *
     * @param text what the catalogue says
     * @param withdrawnOn from when on it does not say so any more
     * @param words its words, by their forms, sorted
     */
    private record Sign(Localized<String> text, Optional<LocalDate> withdrawnOn, String[] words) {

        boolean has(Token token) {
            return WordForms.of(token.term()).stream().anyMatch(form -> Arrays.binarySearch(words, form) >= 0);
        }

        boolean holds(LocalDate today) {
            return withdrawnOn.filter(day -> !today.isBefore(day)).isEmpty();
        }
    }

    /**
     * What was heard.
     *
     * @param urgent whether it sounds like an emergency
     * @param signs the signs of the catalogue that it sounds like
     */
    record Sound(boolean urgent, List<Localized<String>> signs) {

        Sound {
            signs = List.copyOf(signs);
        }
    }

    /** Collects the signs of a catalogue. */
    static Alarm of(Catalog catalog, Dictionary dictionary) {
        Alarm alarm = new Alarm(dictionary);
        Set<String> ordinary = ordinary(catalog);
        for (Condition condition : catalog.conditions()) {
            for (Localized<String> flag : condition.redFlags()) {
                flag.values().values().forEach(value -> alarm.add(condition, flag, value, ordinary));
            }
        }
        return alarm;
    }

    private void add(Condition condition, Localized<String> flag, String value, Set<String> ordinary) {
        String[] words = telling(Tokenizer.tokens(value)).stream()
                .flatMap(token -> WordForms.of(token.term()).stream())
                .sorted()
                .distinct()
                .toArray(String[]::new);
        int number = signs.size();
        signs.add(new Sign(flag, condition.review().withdrawnOn(), words));
        Stream.of(words)
                .filter(word -> !ordinary.contains(word))
                .forEach(word -> signsByWord.merge(word, new int[] {number}, DictionaryBuilder::joined));
    }

    /** Listens to the words of a query. */
    Sound sound(List<Token> tokens, LocalDate today) {
        Set<Localized<String>> heard = signs(telling(tokens), today);
        boolean urgent = !heard.isEmpty() || AlarmWords.bundled().soundIn(tokens, dictionary);
        return new Sound(urgent, heard.stream().limit(MOST_SIGNS).toList());
    }

    private Set<Localized<String>> signs(List<Token> tokens, LocalDate today) {
        Set<Integer> candidates = tokens.stream()
                .flatMap(token -> WordForms.of(token.term()).stream())
                .flatMapToInt(form -> Arrays.stream(signsByWord.getOrDefault(form, new int[0])))
                .boxed()
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return candidates.stream()
                .map(signs::get)
                .filter(sign -> sign.holds(today) && isLike(sign, tokens))
                .map(Sign::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isLike(Sign sign, List<Token> tokens) {
        long common = tokens.stream().filter(sign::has).count();
        return common >= LEAST_COMMON && common * 2 >= tokens.size();
    }

    private static List<Token> telling(List<Token> tokens) {
        CommonWords common = CommonWords.bundled();
        return common.telling(tokens).stream()
                .filter(token -> !common.isWeak(token.term()))
                .toList();
    }

    /** Returns the words of names and summaries, which don't alarm by themselves. */
    private static Set<String> ordinary(Catalog catalog) {
        Set<String> ordinary = new HashSet<>();
        Stream<? extends Item> items = Stream.of(catalog.conditions(), catalog.treatments(), catalog.articles())
                .flatMap(List::stream);
        Stream<String> said = items.flatMap(item -> Stream.of(item.name(), item.summary()))
                .flatMap(text -> text.values().values().stream());
        Stream<String> words = catalog.conditions().stream()
                .flatMap(each -> each.patientWords().byLanguage().values().stream())
                .flatMap(List::stream);
        Stream.concat(said, words)
                .flatMap(text -> Tokenizer.tokens(text).stream())
                .forEach(token -> ordinary.addAll(WordForms.of(token.term())));
        return ordinary;
    }
}
