package io.github.carelet.search;

import io.github.carelet.search.Dictionary.Candidate;

/** How well each item fits a query, while its words are gone through. Used by one thread, for one search. */
final class Scores {

    private static final float OTHER_LANGUAGE = 0.8f;
    private static final float FULL_WEIGHT = 1;
    private static final float[] IMPACTS = Posting.impacts();

    private final int language;
    private final float[] total;
    private final float[] covered;
    private final boolean[] telling;
    private final float[] ofWord;
    private final float[] best;
    private final float[] bonus;
    private final byte[] field;
    private final int[] touched;
    private float asked;
    private boolean anyTelling;

    /**
     * Starts with nothing.
     *
     * @param language the number of the language that counts in full
     */
    Scores(int items, int language) {
        this.language = language;
        this.total = new float[items];
        this.covered = new float[items];
        this.telling = new boolean[items];
        this.ofWord = new float[items];
        this.best = new float[items];
        this.bonus = new float[items];
        this.field = new byte[items];
        this.touched = new int[items];
    }

    /** Adds what a word of the query gives: for each item what is best of all that may be meant by the word. */
    void add(Wording.Word word, Dictionary dictionary) {
        asked += word.weight();
        anyTelling |= word.weight() == FULL_WEIGHT;
        int count = 0;
        for (Candidate candidate : word.candidates()) {
            float worth = word.weight() * candidate.quality() * dictionary.rarity()[candidate.word()];
            count = touch(dictionary.postings()[candidate.word()], worth, count);
        }
        for (int i = 0; i < count; i++) {
            int item = touched[i];
            total[item] += ofWord[item];
            covered[item] += word.weight();
            telling[item] |= word.weight() == FULL_WEIGHT;
            ofWord[item] = 0;
        }
    }

    /** Adds what it gives that the query is exactly a name or phrase. */
    void addPhrases(int[] postings) {
        for (int posting : postings) {
            int item = Posting.item(posting);
            float worth = Phrases.bonus(posting) * (Posting.language(posting) == language ? 1 : OTHER_LANGUAGE);
            if (worth > bonus[item]) {
                bonus[item] = worth;
                field[item] = (byte) Posting.field(posting).ordinal();
            }
        }
    }

    /** Returns how well an item fits by its words, 0 if not at all; the less, the more words of the query it leaves out. */
    float of(int item) {
        if (covered[item] == 0 || (anyTelling && !telling[item])) {
            return 0;
        }
        float share = covered[item] / asked;
        return total[item] * share * share;
    }

    /** Returns what the item gets since the query is exactly one of its names or phrases, else 0. */
    float bonus(int item) {
        return bonus[item];
    }

    /** Returns where the most telling word of an item was found. */
    SearchField field(int item) {
        return SearchField.values()[field[item]];
    }

    /** Returns how much a word counts where it stands; less if that is in another language. */
    static float worth(int posting, int language) {
        float impact = IMPACTS[Posting.impactClass(posting)];
        return Posting.language(posting) == language ? impact : impact * OTHER_LANGUAGE;
    }

    private int touch(int[] postings, float worth, int countBefore) {
        int count = countBefore;
        for (int posting : postings) {
            int item = Posting.item(posting);
            float score = worth * worth(posting, language);
            if (score > ofWord[item]) {
                if (ofWord[item] == 0) {
                    touched[count++] = item;
                }
                ofWord[item] = score;
                if (score > best[item]) {
                    best[item] = score;
                    field[item] = (byte) Posting.field(posting).ordinal();
                }
            }
        }
        return count;
    }
}
