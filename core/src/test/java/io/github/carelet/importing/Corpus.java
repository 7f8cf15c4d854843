package io.github.carelet.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pages of clinics that do not exist, in the markup of builders that do, each with the text and the facts that a person would
 * take from it. The rules were tried on one part; the other was written before that and never looked at for them.
 */
final class Corpus {

    private static final String SCRIPT = "/* a megabyte of script is put here by the test */";

    /**
     * A page and what is in it.
     *
     * @param name its name
     * @param html the page
     * @param gold its text
     * @param phones its numbers in E.164
     * @param zips the ZIP codes of its addresses
     */
    record Page(String name, String html, String gold, List<String> phones, List<String> zips) {

        ImportSource source() {
            return ImportSource.of(name + ".html", html.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Corpus() {}

    static List<Page> tuned() {
        return pages("tuned");
    }

    static List<Page> heldOut() {
        return pages("held-out");
    }

    private static List<Page> pages(String part) {
        try (Stream<Path> files =
                Files.list(Path.of(Corpus.class.getResource("corpus/" + part).toURI()))) {
            return files.filter(each -> each.toString().endsWith(".html"))
                    .sorted()
                    .map(Corpus::page)
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("no corpus '" + part + "'", e);
        }
    }

    private static Page page(Path html) {
        String name = html.getFileName().toString().replace(".html", "");
        String script = "var chunk = ['" + "something that is no text, ".repeat(40_000) + "'];";
        List<String> facts =
                read(html.resolveSibling(name + ".facts.txt")).lines().toList();
        return new Page(
                name,
                read(html).replace(SCRIPT, script),
                read(html.resolveSibling(name + ".gold.txt")),
                of(facts, "phone "),
                of(facts, "zip "));
    }

    private static List<String> of(List<String> facts, String kind) {
        return facts.stream()
                .filter(each -> each.startsWith(kind))
                .map(each -> each.substring(kind.length()))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
