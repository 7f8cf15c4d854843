package io.github.carelet.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Cuts texts into words: runs of letters and digits, an apostrophe within a word not counting. What is written without
 * spaces (Chinese, Japanese, Thai and their neighbours; Korean too, whose particles hang on) becomes pairs of characters.
 */
final class Tokenizer {

    private static final int LONGEST = 40;
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    private Tokenizer(String text) {
        this.text = text;
    }

    /** Returns the words of a text in their order. */
    static List<Token> tokens(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        tokenizer.run();
        return tokenizer.tokens;
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            int next = at + Character.charCount(text.codePointAt(at));
            if (isPart(at)) {
                boolean spaceless = isSpaceless(at);
                next = end(next, spaceless);
                add(at, next, spaceless);
            }
            at = next;
        }
    }

    private int end(int from, boolean spaceless) {
        int at = from;
        while (at < text.length() && continues(at, spaceless)) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private boolean continues(int at, boolean spaceless) {
        boolean apostrophe = "'\u2019\u02bc".indexOf(text.charAt(at)) >= 0;
        if (apostrophe) {
            return !spaceless && at + 1 < text.length() && isPart(at + 1) && !isSpaceless(at + 1);
        }
        return isMark(at) || (isPart(at) && isSpaceless(at) == spaceless);
    }

    private void add(int start, int end, boolean spaceless) {
        if (spaceless) {
            addPairs(start, end);
            return;
        }
        String term = Folding.fold(text.substring(start, end).replaceAll("['\u2019\u02bc]", ""));
        if (!term.isEmpty()) {
            tokens.add(new Token(term.substring(0, Math.min(LONGEST, term.length())), start, end, false));
        }
    }

    private void addPairs(int start, int end) {
        int[] characters = IntStream.concat(
                        IntStream.range(start, end).filter(at -> !Character.isLowSurrogate(text.charAt(at))),
                        IntStream.of(end))
                .toArray();
        int pairs = Math.max(1, characters.length - 2);
        for (int i = 0; i < pairs; i++) {
            int stop = characters[Math.min(i + 2, characters.length - 1)];
            tokens.add(new Token(Folding.fold(text.substring(characters[i], stop)), characters[i], stop, true));
        }
    }

    private boolean isPart(int at) {
        return Character.isLetterOrDigit(text.codePointAt(at));
    }

    private boolean isMark(int at) {
        int type = Character.getType(text.codePointAt(at));
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private boolean isSpaceless(int at) {
        return WITHOUT_SPACES.contains(UnicodeScript.of(text.codePointAt(at)));
    }
}
