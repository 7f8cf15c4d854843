package io.github.carelet.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whole names, other names and patients' phrases: what is typed exactly like one of them is that, whatever else it
 * resembles. Immutable once built.
 */
final class Phrases {

    private static final float NAME = 10_000;
    private static final float ALSO_CALLED = 5_000;
    private static final float PATIENT_WORDS = 50;

    private final Map<String, int[]> whole = new HashMap<>();
    private final Map<String, int[]> telling = new HashMap<>();
    private final CommonWords common;

    Phrases(CommonWords common) {
        this.common = common;
    }

    /** Adds a name, another name or a phrase of patients. */
    void add(int posting, List<Token> tokens) {
        add(whole, key(tokens), posting);
        add(telling, key(common.telling(tokens)), posting);
    }

    /** Returns the postings of the phrases that are exactly the text, with the words of the grammar or without. */
    int[] find(List<Token> tokens) {
        int[] exact = whole.getOrDefault(key(tokens), new int[0]);
        return exact.length > 0 ? exact : telling.getOrDefault(key(common.telling(tokens)), new int[0]);
    }

    /** Returns how much it counts that the text is exactly this phrase. */
    static float bonus(int posting) {
        return switch (Posting.field(posting)) {
            case NAME -> NAME;
            case ALSO_CALLED -> ALSO_CALLED;
            default -> PATIENT_WORDS;
        };
    }

    private static void add(Map<String, int[]> phrases, String key, int posting) {
        if (!key.isEmpty()) {
            phrases.merge(key, new int[] {posting}, DictionaryBuilder::joined);
        }
    }

    private static String key(List<Token> tokens) {
        return tokens.stream().map(Token::term).collect(Collectors.joining(" "));
    }
}
