package io.github.carelet.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the lists of words that come with this package: a line each, {@code #} starts a remark. */
final class Lists {

    private Lists() {}

    static List<String> lines(String name) {
        try (InputStream resource = Lists.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the package lacks its resource '" + name + "'");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("resource '" + name + "' can't be read", e);
        }
    }
}
