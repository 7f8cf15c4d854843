package io.github.carelet.catalog;

import java.util.List;
import java.util.Locale;

/**
 * How hard an English text is to read, in school grades of the United States.
 *
 * <p>Flesch-Kincaid (Kincaid and others, 1975) is {@code 0.39 words/sentence + 11.8 syllables/word - 15.59}; SMOG
 * (McLaughlin, 1969) is {@code 3.1291 + 1.0430 sqrt(30 p / sentences)} where {@code p} words have three syllables or
 * more. SMOG stands for understanding all of a text and so lies about two grades above the other.
 *
 * @param words how many words
 * @param sentences how many sentences, list items included
 * @param syllables how many syllables
 * @param polysyllables how many words of three syllables or more
 * @param longSentences how many sentences of more than {@link #LONG} words
 */
record Readability(int words, int sentences, int syllables, int polysyllables, int longSentences) {

    /** A sentence of more words is long. */
    static final int LONG = 25;

    /** A grade above it is hard by Flesch-Kincaid. */
    static final int MOST_GRADE = 8;

    /** A grade above it is hard by SMOG. */
    static final int MOST_SMOG = 10;

    /** A text of fewer words has no grade: one long word would decide it. */
    static final int LEAST_WORDS = 30;

    static Readability of(List<Sentence> text, Syllables syllables) {
        int words = 0;
        int all = 0;
        int polysyllables = 0;
        int longSentences = 0;
        for (Sentence sentence : text) {
            words += sentence.length();
            longSentences += sentence.length() > LONG ? 1 : 0;
            for (List<String> clause : sentence.clauses()) {
                for (String word : clause) {
                    int count = syllables.of(word);
                    all += count;
                    polysyllables += count >= 3 ? 1 : 0;
                }
            }
        }
        return new Readability(words, text.size(), all, polysyllables, longSentences);
    }

    /** Returns the grade by Flesch-Kincaid; 0 for a text without words. */
    double fleschKincaid() {
        return words == 0 ? 0 : 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    /** Returns the grade by SMOG; 0 for a text without words. */
    double smog() {
        return words == 0 ? 0 : 3.1291 + 1.0430 * Math.sqrt(30.0 * polysyllables / sentences);
    }

    /** Returns whether it is harder than what most patients read with ease. */
    boolean isHard() {
        return longSentences > 0 || isGraded() && (fleschKincaid() > MOST_GRADE || smog() > MOST_SMOG);
    }

    /** Returns the numbers that decide, such as {@code Flesch-Kincaid 9.4, SMOG 11.2; 2 of 9 sentences over 25 words}. */
    @Override
    public String toString() {
        String grades = String.format(Locale.ROOT, "Flesch-Kincaid %.1f, SMOG %.1f", fleschKincaid(), smog());
        String longOnes = longSentences + " of " + sentences + " sentences over " + LONG + " words";
        if (!isGraded()) {
            return longOnes;
        }
        return longSentences == 0 ? grades : grades + "; " + longOnes;
    }

    private boolean isGraded() {
        return words >= LEAST_WORDS;
    }
}
