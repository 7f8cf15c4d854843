package io.github.carelet.search;

/**
 * Where a word stands, in 32 bits: 20 for the item, 4 for the field, 4 for how long that is, 4 for the language. One for
 * each word, item and language: the place where it counts most.
 */
final class Posting {

    /** The most items that can be told apart. */
    static final int MOST_ITEMS = 1 << 20;

    /** The language of all that have no number of their own. */
    static final int OTHER_LANGUAGE = 15;

    private static final int LONGEST = 15;
    private static final SearchField[] FIELDS = SearchField.values();
    private static final float LENGTH_MATTERS = 0.25f;

    private Posting() {}

    /**
     * Packs a posting.
     *
     * @param words how many words the field has
     */
    static int of(int item, SearchField field, int words, int language) {
        return item << 12 | field.ordinal() << 8 | Math.min(LONGEST, words) << 4 | language;
    }

    static int item(int posting) {
        return posting >>> 12;
    }

    static SearchField field(int posting) {
        return FIELDS[posting >>> 8 & 15];
    }

    static int language(int posting) {
        return posting & 15;
    }

    /** Returns how much the word counts there: by its field, and the less the longer that is. */
    static float impact(int posting) {
        int words = posting >>> 4 & 15;
        return (float) (field(posting).weight() / Math.sqrt(1 + LENGTH_MATTERS * (words - 1)));
    }

    /** Returns a number of 0 to 255 that stands for the impact: postings with the same have the same. */
    static int impactClass(int posting) {
        return posting >>> 4 & 255;
    }

    /** Returns the impact of each class. */
    static float[] impacts() {
        float[] impacts = new float[256];
        for (int i = 0; i < FIELDS.length << 4; i++) {
            impacts[i] = impact(i << 4);
        }
        return impacts;
    }
}
