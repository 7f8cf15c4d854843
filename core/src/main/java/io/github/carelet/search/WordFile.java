package io.github.carelet.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Reads the lists of words that come with the library: UTF-8, folded when read, {@code #} starts a comment. */
final class WordFile {

    private WordFile() {}

    /** Returns the lines that say something. */
    static List<String> lines(String name) {
        try (InputStream file = WordFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the library lacks " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + name, e);
        }
    }

    /** Returns all words, folded as those of a text are. */
    static List<String> words(String name) {
        return lines(name).stream()
                .flatMap(line -> Stream.of(line.split(" +")))
                .map(WordFile::folded)
                .distinct()
                .toList();
    }

    /** Returns a word as {@link Tokenizer} gives it. */
    static String folded(String word) {
        return Folding.fold(word.replace("'", ""));
    }
}
