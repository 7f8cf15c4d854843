package io.github.carelet.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The lists of words that come with Carelet, one entry a line: {@code left = right}; {@code #} starts a comment. */
final class WordList {

    private WordList() {}

    /** Returns the entries of a list, in order. */
    static List<Map.Entry<String, String>> read(String name) {
        return text(name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Map.entry(
                        line.substring(0, line.indexOf('=')).strip(),
                        line.substring(line.indexOf('=') + 1).strip()))
                .toList();
    }

    /** Returns the words of a phrase, as those of a {@link Sentence}. */
    static List<String> words(String phrase) {
        return Sentence.in(phrase).stream()
                .flatMap(sentence -> sentence.clauses().stream())
                .flatMap(List::stream)
                .toList();
    }

    private static String text(String name) {
        try (InputStream in = WordList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }
}
