package io.github.carelet.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Collects the words of one item after the other. Used by one thread. */
final class DictionaryBuilder {

    private final Map<String, Word> words = new TreeMap<>();
    private final List<String> languages = new ArrayList<>();

    /** A word while it is collected; its postings grow in place. */
    private static final class Word {

        private int[] postings = new int[1];
        private int size;
        private final Set<Stemmer> stemmers = new HashSet<>();
        private String written = "";
        private boolean mendable;

        /** Adds a posting, or replaces that of the same item and language if it counts more than that. */
        void add(int posting) {
            int last = size - 1;
            while (last >= 0 && Posting.item(postings[last]) == Posting.item(posting)) {
                if (Posting.language(postings[last]) == Posting.language(posting)) {
                    postings[last] =
                            Posting.impact(postings[last]) < Posting.impact(posting) ? posting : postings[last];
                    return;
                }
                last--;
            }
            if (size == postings.length) {
                postings = Arrays.copyOf(postings, size * 2);
            }
            postings[size++] = posting;
        }
    }

    /** Returns the number of a language in postings. */
    int language(String tag) {
        int known = languages.indexOf(tag);
        if (known >= 0 || languages.size() == Posting.OTHER_LANGUAGE) {
            return known < 0 ? Posting.OTHER_LANGUAGE : known;
        }
        languages.add(tag);
        return languages.size() - 1;
    }

    /** Adds a text of an item. Items come one after the other. */
    void add(int item, SearchField field, String tag, String text, List<Token> tokens) {
        int language = language(tag);
        Optional<Stemmer> stemmer = Stemmer.of(tag);
        for (Token token : tokens) {
            Word word = words.computeIfAbsent(token.term(), term -> new Word());
            word.add(Posting.of(item, field, tokens.size(), language));
            stemmer.ifPresent(word.stemmers::add);
            word.mendable |= field != SearchField.BODY && !token.gram();
            if (word.written.isEmpty()) {
                word.written = text.substring(token.start(), token.end()).toLowerCase(Locale.ROOT);
            }
        }
    }

    /** Returns what was collected of a number of items. */
    Dictionary build(int items) {
        List<String> terms = List.copyOf(words.keySet());
        List<Word> all = List.copyOf(words.values());
        float[] rarity = new float[terms.size()];
        int[][] postings = new int[terms.size()][];
        Map<String, String> written = new HashMap<>();
        for (int i = 0; i < rarity.length; i++) {
            Word word = all.get(i);
            postings[i] = Arrays.copyOf(word.postings, word.size);
            rarity[i] = rarity(postings[i], items);
            if (word.mendable && !word.written.equals(terms.get(i))) {
                written.put(terms.get(i), word.written);
            }
        }
        Deletions deletions = Deletions.of(terms, i -> all.get(i).mendable && Deletions.forgiven(terms.get(i)) > 0);
        return new Dictionary(
                terms, postings, rarity, stems(terms, all), Map.copyOf(written), deletions, List.copyOf(languages));
    }

    /** What names few items tells much, in however many texts it is mentioned. */
    private static float rarity(int[] postings, int items) {
        long naming = countItems(
                IntStream.of(postings).filter(each -> Posting.field(each).names()));
        long having = naming > 0 ? naming : countItems(IntStream.of(postings));
        return (float) Math.log(2 + (double) items / having);
    }

    private static long countItems(IntStream postings) {
        return postings.map(Posting::item).distinct().count();
    }

    private static Map<Stemmer, Map<String, int[]>> stems(List<String> terms, List<Word> all) {
        Map<Stemmer, Map<String, int[]>> stems = new HashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            String term = terms.get(i);
            int place = i;
            for (Stemmer stemmer : all.get(i).stemmers) {
                String stem = stemmer.stem(term);
                if (!stem.equals(term)) {
                    stems.computeIfAbsent(stemmer, each -> new HashMap<>())
                            .merge(stem, new int[] {place}, DictionaryBuilder::joined);
                }
            }
        }
        return stems;
    }

    static int[] joined(int[] some, int[] more) {
        return IntStream.concat(IntStream.of(some), IntStream.of(more)).toArray();
    }
}
