package io.github.carelet.search;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes texts alike that a reader takes for the same: case, accents and other signs on Latin, Greek and Cyrillic letters,
 * vowel points of Hebrew and Arabic, letters that have no decomposition, wide and narrow forms. The same on every machine.
 */
final class Folding {

    private static final Pattern SIGNS =
            Pattern.compile("[\\u0300-\\u036f\\u0591-\\u05c7\\u0640\\u064b-\\u065f\\u0670]+");
    private static final Map<Character, String> UNDIVIDED = Map.of(
            'ß', "ss", 'æ', "ae", 'œ', "oe", 'ø', "o", 'ł', "l", 'đ', "d", 'ð', "d", 'þ', "th", 'ı', "i", 'ς', "σ");

    private Folding() {}

    /** Returns a text folded. */
    static String fold(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String bare = SIGNS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
        String lower = Normalizer.normalize(bare, Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        lower.chars().forEach(c -> folded.append(UNDIVIDED.getOrDefault((char) c, String.valueOf((char) c))));
        return SIGNS.matcher(folded).replaceAll("");
    }
}
