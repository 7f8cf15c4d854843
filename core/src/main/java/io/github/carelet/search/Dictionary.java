package io.github.carelet.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All words of a catalogue, sorted, with where they stand and how much they tell. Nobody changes the arrays.
 *
 * @param words the words, folded
 * @param postings where each stands, by item
 * @param rarity how much each tells: the more, the fewer items have it
 * @param stems for each stemmer the words by their stem, where that is not the word itself
 * @param written how a word is written, where that is not how it is folded
 * @param deletions finds words that may be meant by a word that is none
 * @param languages the BCP 47 tags of the texts, by their numbers in postings
 */
record Dictionary(
        List<String> words,
        int[][] postings,
        float[] rarity,
        Map<Stemmer, Map<String, int[]>> stems,
        Map<String, String> written,
        Deletions deletions,
        List<String> languages) {

    private static final int MOST_BEGINNINGS = 64;
    private static final int SHORTEST_BEGINNING = 2;
    private static final float STEM = 0.95f;
    private static final float BEGINNING = 0.7f;
    private static final float FIRST_ERROR = 0.6f;
    private static final float SECOND_ERROR = 0.4f;

    /**
     * A word that may be meant.
     *
     * @param word its place
     * @param quality how likely it is meant, above 0 and at most 1
     * @param mended whether there must have been a typing error
     */
    record Candidate(int word, float quality, boolean mended) {}

    /**
     * Returns what may be meant by a word: itself, other forms of it, what begins with it, and if there is nothing like
     * that, what it may be misspelt for.
     *
     * @param last whether it is the last one, which may still be being typed
     */
    List<Candidate> candidates(Token token, boolean last) {
        List<Candidate> candidates = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        add(candidates, seen, find(token.term()), word -> new Candidate(word, 1, false));
        add(candidates, seen, inflected(token.term()), word -> new Candidate(word, STEM, false));
        if (last || candidates.isEmpty()) {
            add(candidates, seen, beginnings(token), word -> beginning(token, word));
        }
        if (candidates.isEmpty()) {
            add(candidates, seen, IntStream.of(deletions.near(token.term())), word -> mended(token, word));
        }
        return candidates;
    }

    /** Returns whether there is exactly this word. */
    boolean has(String term) {
        return Collections.binarySearch(words, term) >= 0;
    }

    /** Returns a word as a reader would write it. */
    String written(int word) {
        return written.getOrDefault(words.get(word), words.get(word));
    }

    private IntStream find(String term) {
        int place = Collections.binarySearch(words, term);
        return place < 0 ? IntStream.empty() : IntStream.of(place);
    }

    private IntStream inflected(String term) {
        return Stream.of(Stemmer.values()).flatMapToInt(stemmer -> {
            String stem = stemmer.stem(term);
            int[] others = stems.getOrDefault(stemmer, Map.of()).getOrDefault(stem, new int[0]);
            return IntStream.concat(find(stem), IntStream.of(others));
        });
    }

    private IntStream beginnings(Token token) {
        if (!token.gram() && token.term().length() < SHORTEST_BEGINNING) {
            return IntStream.empty();
        }
        int found = Collections.binarySearch(words, token.term());
        return IntStream.range(found < 0 ? -found - 1 : found, words.size())
                .takeWhile(word -> words.get(word).startsWith(token.term()))
                .limit(MOST_BEGINNINGS);
    }

    private Candidate beginning(Token token, int word) {
        float share = (float) token.term().length() / words.get(word).length();
        return new Candidate(word, BEGINNING * (1 + share) / 2, false);
    }

    private Candidate mended(Token token, int word) {
        int errors = EditDistance.atMost(1, token.term(), words.get(word));
        return new Candidate(word, errors == 1 ? FIRST_ERROR : SECOND_ERROR, true);
    }

    private static void add(
            List<Candidate> candidates, Set<Integer> seen, IntStream found, IntFunction<Candidate> candidate) {
        found.filter(seen::add).mapToObj(candidate).forEach(candidates::add);
    }
}
