package io.github.carelet.search;

/**
 * How many typing errors lie between two words: letters left out, put in, exchanged for another, or swapped with their
 * neighbour (Damerau-Levenshtein, optimal string alignment).
 */
final class EditDistance {

    private EditDistance() {}

    /** Returns the distance, or one more than the given one if it is larger. */
    static int atMost(int most, String one, String other) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            if (fill(row, i, last, beforeLast, one, other) > most) {
                return most + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return Math.min(most + 1, last[other.length()]);
    }

    /** Fills a row of the table; returns the smallest value in it. */
    private static int fill(int[] row, int i, int[] last, int[] beforeLast, String one, String other) {
        row[0] = i;
        int least = i;
        char c = one.charAt(i - 1);
        for (int j = 1; j < row.length; j++) {
            int exchanged = last[j - 1] + (c == other.charAt(j - 1) ? 0 : 1);
            int value = Math.min(exchanged, Math.min(last[j], row[j - 1]) + 1);
            boolean swapped = i > 1 && j > 1 && c == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
            row[j] = swapped ? Math.min(value, beforeLast[j - 2] + 1) : value;
            least = Math.min(least, row[j]);
        }
        return least;
    }
}
