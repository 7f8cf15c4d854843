package io.github.carelet.search;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that sound like an emergency in any clinic, English and Spanish. Immutable. */
final class AlarmWords {

    private static final int SHORTEST_MISSPELT = 5;
    private static final AlarmWords BUNDLED = new AlarmWords(
            WordFile.lines("alarms.txt").stream().map(AlarmWords::groups).toList());

    private final List<List<Set<String>>> signs;
    private final List<String> words;
    private final Deletions deletions;

    private AlarmWords(List<List<Set<String>>> signs) {
        this.signs = signs;
        this.words = List.copyOf(signs.stream()
                .flatMap(List::stream)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new)));
        this.deletions = Deletions.of(words, word -> true);
    }

    /** Returns the words that came with the library. */
    static AlarmWords bundled() {
        return BUNDLED;
    }

    /**
     * Returns whether a text sounds like an emergency.
     *
     * @param tokens its words, those of the grammar included
     * @param known the words of the catalogue, which are not taken for others
     */
    boolean soundIn(List<Token> tokens, Dictionary known) {
        Set<String> heard = new HashSet<>();
        for (Token token : tokens) {
            heard.addAll(WordForms.of(token.term()));
            boolean word = known.has(token.term()) || CommonWords.bundled().isStop(token.term());
            if (!word && token.term().length() >= SHORTEST_MISSPELT) {
                for (int meant : deletions.near(token.term())) {
                    heard.addAll(WordForms.of(words.get(meant)));
                }
            }
        }
        return signs.stream()
                .anyMatch(groups -> groups.stream().noneMatch(group -> Collections.disjoint(group, heard)));
    }

    private static List<Set<String>> groups(String line) {
        return Stream.of(line.split(" +")).map(AlarmWords::group).toList();
    }

    private static Set<String> group(String alternatives) {
        return Stream.of(alternatives.split("\\|"))
                .map(WordFile::folded)
                .flatMap(word -> WordForms.of(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
