package io.github.carelet.partnersite;

import io.github.carelet.language.Languages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Two languages that nobody speaks, made from the English messages: {@code ar-XB} is written from right to left, {@code
 * en-XA} has words that are very long. What is still in plain English in a page of theirs is in no file of messages.
 */
final class PseudoLocales {

    static final String RIGHT_TO_LEFT = "ar-XB";
    static final String LONG_WORDS = "en-XA";

    private static final List<String> FILES = List.of("messages", "form", "mail");
    private static final Pattern WORD = Pattern.compile("\\{[0-9]}|[A-Za-z]+");
    private static final String ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنه";

    private PseudoLocales() {}

    /** Writes both as files of a clinic's own languages. */
    static void write(Path folder) throws IOException {
        write(folder, RIGHT_TO_LEFT, PseudoLocales::arabic);
        write(folder, LONG_WORDS, PseudoLocales::longer);
    }

    private static void write(Path folder, String tag, UnaryOperator<String> word) throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        for (String file : FILES) {
            Properties english = english(file);
            english.stringPropertyNames().forEach(key -> texts.put(key, text(key, english.getProperty(key), word)));
        }
        String lines = texts.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve(tag + ".properties"), lines);
    }

    private static Properties english(String name) throws IOException {
        Properties english = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Languages.class.getResourceAsStream(name + "_en.properties")),
                StandardCharsets.UTF_8)) {
            english.load(reader);
        }
        return english;
    }

    private static String text(String key, String english, UnaryOperator<String> word) {
        if (key.startsWith("meta.")) {
            return english;
        }
        return WORD.matcher(english)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().startsWith("{") ? found.group() : word.apply(found.group())));
    }

    private static String arabic(String word) {
        return word.chars()
                .map(letter -> Character.toLowerCase(letter) - 'a')
                .mapToObj(index -> String.valueOf(ARABIC.charAt(index)))
                .collect(Collectors.joining());
    }

    private static String longer(String word) {
        return word.length() < 3 ? word : word.replaceAll("[aeiou]", "$0̈$0") + "sverfahren";
    }
}
