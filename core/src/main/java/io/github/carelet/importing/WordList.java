package io.github.carelet.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that tell what a text is about, from {@code words.txt}. Immutable. Letters are those of Unicode: without that, newer
 * JDKs see no end of a word after an accented one.
 */
final class WordList {

    private static final int LONGEST = 400;

    private final Map<String, List<Pattern>> patterns = new LinkedHashMap<>();

    WordList() {
        for (String line : Lists.lines("words.txt")) {
            int bar = line.indexOf('|');
            patterns.computeIfAbsent(line.substring(0, bar), any -> new ArrayList<>())
                    .add(Pattern.compile(line.substring(bar + 1), Pattern.UNICODE_CHARACTER_CLASS));
        }
    }

    /** Returns whether a text says what the key stands for. */
    boolean says(String key, String text) {
        return find(key, text).isPresent();
    }

    /** Returns where it says so first. */
    Optional<Matcher> find(String key, String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return patterns.getOrDefault(key, List.of()).stream()
                .map(each -> each.matcher(start))
                .filter(Matcher::find)
                .findFirst();
    }

    /** Returns what follows the prefix in the first key that the text says; empty if it says none. */
    String first(String prefix, String text) {
        return patterns.keySet().stream()
                .filter(each -> each.startsWith(prefix) && says(each, text))
                .map(each -> each.substring(prefix.length()))
                .findFirst()
                .orElse("");
    }

    /** Returns the text without what the key stands for. */
    String without(String key, String text) {
        String rest = text;
        for (Pattern each : patterns.getOrDefault(key, List.of())) {
            rest = each.matcher(rest).replaceAll(" ");
        }
        return Words.squeeze(rest);
    }
}
