package io.github.carelet.search;

import java.util.List;
import java.util.Set;

/** Words that say little: those of the grammar, and those that every patient says of everything. */
final class CommonWords {

    /** How much a word counts that every patient says. */
    private static final float LITTLE = 0.25f;

    private static final CommonWords BUNDLED =
            new CommonWords(Set.copyOf(WordFile.words("stop-words.txt")), Set.copyOf(WordFile.words("weak-words.txt")));

    private final Set<String> stop;
    private final Set<String> weak;

    private CommonWords(Set<String> stop, Set<String> weak) {
        this.stop = stop;
        this.weak = weak;
    }

    /** Returns the words that came with the library, English and Spanish. */
    static CommonWords bundled() {
        return BUNDLED;
    }

    /** Returns the words that say something; all of them, if none does. */
    List<Token> telling(List<Token> tokens) {
        List<Token> telling =
                tokens.stream().filter(each -> !isStop(each.term())).toList();
        return telling.isEmpty() ? tokens : telling;
    }

    /** Returns whether a word is one of the grammar. */
    boolean isStop(String term) {
        return stop.contains(term);
    }

    /** Returns whether a word says little. */
    boolean isWeak(String term) {
        return weak.contains(term);
    }

    /** Returns how much a word counts. */
    float weight(String term) {
        return isWeak(term) ? LITTLE : 1;
    }
}
