package io.github.carelet.search;

import io.github.carelet.search.Dictionary.Candidate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a query, each with what may be meant by it.
 *
 * @param words the words that tell something, in their order, each once
 */
record Wording(List<Word> words) {

    private static final int MOST_WORDS = 12;
    private static final int SHORTEST_PART = 3;

    Wording {
        words = List.copyOf(words);
    }

    /**
     * A word of the query.
     *
     * @param token where it stands
     * @param weight how much it counts
     * @param candidates what may be meant
     */
    record Word(Token token, float weight, List<Candidate> candidates) {

        Word {
            candidates = List.copyOf(candidates);
        }

        /** Says nothing of what a patient typed. */
        @Override
        public String toString() {
            return "Word[" + candidates.size() + " candidates]";
        }
    }

    /** Reads the words of a query; after a dozen it is known what is wanted. */
    static Wording of(List<Token> tokens, Dictionary dictionary) {
        CommonWords common = CommonWords.bundled();
        List<Word> words = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Token> telling = common.telling(tokens);
        for (int i = 0; i < telling.size() && words.size() < MOST_WORDS; i++) {
            boolean last = telling.get(i).equals(tokens.get(tokens.size() - 1));
            for (Token part : parts(telling.get(i), dictionary)) {
                if (seen.add(part.term())) {
                    words.add(new Word(part, common.weight(part.term()), dictionary.candidates(part, last)));
                }
            }
        }
        return new Wording(words);
    }

    /** Two words that were written as one, such as {@code backpain}, are two, if both are known and the whole is not. */
    private static List<Token> parts(Token token, Dictionary dictionary) {
        String term = token.term();
        if (token.gram() || token.end() - token.start() != term.length() || dictionary.has(term)) {
            return List.of(token);
        }
        for (int cut = term.length() - SHORTEST_PART; cut >= SHORTEST_PART; cut--) {
            if (dictionary.has(term.substring(0, cut)) && dictionary.has(term.substring(cut))) {
                int middle = token.start() + cut;
                return List.of(
                        new Token(term.substring(0, cut), token.start(), middle, false),
                        new Token(term.substring(cut), middle, token.end(), false));
            }
        }
        return List.of(token);
    }

    /**
     * Returns the text with its typing errors mended the way in which an item was found; empty if it has none.
     *
     * @param language the number of the language that is liked best
     */
    Optional<String> mended(String text, int item, int language, Dictionary dictionary) {
        StringBuilder mended = new StringBuilder(text);
        for (int i = words.size() - 1; i >= 0; i--) {
            Token token = words.get(i).token();
            meant(words.get(i), item, language, dictionary)
                    .ifPresent(meant -> mended.replace(token.start(), token.end(), dictionary.written(meant.word())));
        }
        return Optional.of(mended.toString()).filter(other -> !other.equals(text));
    }

    private static Optional<Candidate> meant(Word word, int item, int language, Dictionary dictionary) {
        return word.candidates().stream()
                .filter(Candidate::mended)
                .reduce((one, other) ->
                        worth(one, item, language, dictionary) >= worth(other, item, language, dictionary)
                                ? one
                                : other)
                .filter(each -> worth(each, item, language, dictionary) > 0);
    }

    /** Returns how well a word fits an item in a language; 0 if it is not in it. */
    private static float worth(Candidate candidate, int item, int language, Dictionary dictionary) {
        float best = 0;
        for (int posting : dictionary.postings()[candidate.word()]) {
            if (Posting.item(posting) == item) {
                best = Math.max(best, candidate.quality() * Scores.worth(posting, language));
            }
        }
        return best;
    }
}
