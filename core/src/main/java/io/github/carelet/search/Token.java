package io.github.carelet.search;

/**
 * A word of a text, or two neighbouring characters of a script that writes no spaces.
 *
 * @param term the word, folded
 * @param start where it starts in the text
 * @param end where it ends
 * @param gram whether it is a piece of a text without spaces
 */
record Token(String term, int start, int end, boolean gram) {

    /** May be a patient's word. */
    @Override
    public String toString() {
        return "Token[" + start + ".." + end + "]";
    }
}
