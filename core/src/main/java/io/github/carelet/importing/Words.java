package io.github.carelet.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words, and how they are compared. */
final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’]*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\u200B\\uFEFF\\u00AD]+");
    private static final Set<String> SMALL = Set.of(
            "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or", "our", "that",
            "the", "to", "vs", "with", "your", "de", "del", "la", "el", "los", "las", "y", "para", "con", "en");
    private static final int LONGEST_ID = 60;

    private Words() {}

    /** Returns how many words a text has. */
    static int count(String text) {
        return (int) WORD.matcher(text).results().count();
    }

    /** Returns the text with every run of blanks as one space, and none around it. */
    static String squeeze(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** Returns the words in lower case, without accents and plural endings, so that two names of a thing are equal. */
    static List<String> stems(String text) {
        List<String> stems = new ArrayList<>();
        WORD.matcher(plain(text).replace("&", " and ")).results().forEach(word -> stems.add(stem(word.group())));
        return stems;
    }

    /** Returns the stems as one text. */
    static String key(String text) {
        return String.join(" ", stems(text));
    }

    /** Returns an id for a text; the fallback if it has no letter of the Latin alphabet. */
    static String slug(String text, String fallback) {
        String slug = plain(text).replace("&", " and ").replaceAll("['’]", "").replaceAll("[^a-z0-9]+", "-");
        slug = slug.replaceAll("^-+|-+$", "");
        if (slug.length() > LONGEST_ID) {
            int cut = slug.lastIndexOf('-', LONGEST_ID);
            slug = slug.substring(0, cut > 0 ? cut : LONGEST_ID);
        }
        return slug.isEmpty() ? fallback : slug;
    }

    /** Returns whether a line is set like a heading: its long words start with a capital, and it is no sentence. */
    static boolean isTitleCase(String line) {
        List<String> words = new ArrayList<>();
        WORD.matcher(line).results().map(match -> match.group()).forEach(words::add);
        List<String> weighty = words.stream()
                .filter(word -> !SMALL.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
        long capital = weighty.stream()
                .filter(word -> !Character.isLowerCase(word.codePointAt(0)))
                .count();
        return !weighty.isEmpty() && words.size() <= 14 && capital * 4 >= weighty.size() * 3L;
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static String stem(String word) {
        String bare = word.replaceAll("['’]s?$", "").replaceAll("['’]", "");
        if (bare.length() > 4 && bare.endsWith("ies")) {
            return bare.substring(0, bare.length() - 3) + "y";
        }
        boolean plural = bare.length() > 3
                && bare.endsWith("s")
                && !bare.endsWith("ss")
                && !bare.endsWith("is")
                && !bare.endsWith("us");
        return plural ? bare.substring(0, bare.length() - 1) : bare;
    }
}
