package io.github.carelet.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Counts the syllables of English words: groups of vowels, less those that are silent, plus those that are two, and a few
 * words that follow no rule. A number or an abbreviation without a vowel counts as one. Remembers what it has counted: used
 * by one reading.
 */
final class Syllables {

    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern CONSONANT_Y = Pattern.compile("^y(?=[aeiou])");
    private static final Pattern CONTRACTED = Pattern.compile("'(?:s|re|ve|ll|d|m)?$");

    /** Two vowels that are two syllables, and syllables without a vowel. */
    private static final List<Pattern> MORE = patterns(
            "[^ctsgx]i(?:a(?!ge)|um|us)",
            "[^ctsgxhn]io",
            "[ct]iat[ei]",
            "[ct]ios?$",
            "[^tcs]ien[tc]",
            "iet",
            "[^aeiou]i(?:er|est)s?$",
            "[aeouy]ing",
            "[^gp]eo",
            "eoa",
            "sio[lt]",
            "[^aeiou]eum",
            "[^gk]u(?:a[ltrbn]|en[tc])",
            "uous",
            "uit(?:y|ies)",
            "[aeou]y(?:a|o|er)",
            "sms?$",
            "thms?$",
            "^re(?:a[cls][st]|i|u)",
            "crea[^kms]",
            "[^aeiou][^t]ea$",
            "^co(?:ex|op|or)");

    /** Vowels that are not heard: at the end, before an ending, and inside a compound. */
    private static final List<Pattern> FEWER = patterns(
            "[^aeiouyl]e$|[aeiouy]l+e$",
            "[^aeioutdylr]ed$|[aeiouy][lr]+ed$",
            "[^aeiousxzcghyl]es$|[^cs]hes$|[aeiouy]les$|(?:^|head|back|tooth|stomach|ear)aches$",
            "gues?$",
            "ically$",
            "^every",
            "[aeiouy](?:[^aeiouylr]+|[lr])e(?:ment|ly|ful|less|ness|some)"
                    + "|^(?:some|there|where|here(?!d)|life|home|care|side|base|time|house|line|white|wide|bone|safe|like"
                    + "|pace|trade|guide|file|name|make|take|else)[^aeiour].");

    private static final Map<String, Integer> IRREGULAR = Map.ofEntries(
            Map.entry("acne", 2),
            Map.entry("anyone", 3),
            Map.entry("area", 3),
            Map.entry("areas", 3),
            Map.entry("argue", 2),
            Map.entry("behavior", 3),
            Map.entry("being", 2),
            Map.entry("business", 2),
            Map.entry("clothes", 1),
            Map.entry("diabetes", 4),
            Map.entry("element", 3),
            Map.entry("elements", 3),
            Map.entry("evening", 2),
            Map.entry("everyone", 3),
            Map.entry("eye", 1),
            Map.entry("eyes", 1),
            Map.entry("forearm", 2),
            Map.entry("forehead", 2),
            Map.entry("however", 3),
            Map.entry("idea", 3),
            Map.entry("ideas", 3),
            Map.entry("maybe", 2),
            Map.entry("recipe", 3),
            Map.entry("science", 2),
            Map.entry("someone", 2),
            Map.entry("whatever", 3));

    /** A longer run of letters is no word. */
    private static final int LONGEST_WORD = 45;

    private final Map<String, Integer> counted = new HashMap<>();

    /** Returns how many syllables a word in lower case has, at least 1. */
    int of(String word) {
        return word.length() > LONGEST_WORD ? 1 : counted.computeIfAbsent(word, Syllables::count);
    }

    private static int count(String word) {
        Integer irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.endsWith("n't") && word.length() > 3) {
            String verb = word.substring(0, word.length() - 3);
            return regular(verb) + ("sdt".indexOf(verb.charAt(verb.length() - 1)) < 0 ? 0 : 1);
        }
        return regular(CONTRACTED.matcher(word).replaceFirst(""));
    }

    private static int regular(String word) {
        String letters = CONSONANT_Y.matcher(word.replace("qu", "kw")).replaceFirst("j");
        int groups = (int) VOWELS.matcher(letters).results().count();
        return Math.max(1, groups + found(MORE, letters) - found(FEWER, letters));
    }

    private static int found(List<Pattern> patterns, String word) {
        return (int) patterns.stream()
                .map(each -> each.matcher(word))
                .filter(Matcher::find)
                .count();
    }

    private static List<Pattern> patterns(String... patterns) {
        return Stream.of(patterns).map(Pattern::compile).toList();
    }
}
