package io.github.carelet.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;

/** Known ways to smuggle script into HTML, and a check that knows nothing of the cleaner. */
final class XssCases {

    /** One a line; the tests of other modules read the same file. */
    static final List<String> ALL = read();

    private static final Set<String> ELEMENTS = Set.of(
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "button",
            "base",
            "meta",
            "link",
            "template",
            "svg",
            "math",
            "textarea",
            "title",
            "video",
            "plaintext",
            "noscript",
            "details",
            "marquee");
    private static final Set<String> LINKS =
            Set.of("href", "src", "action", "formaction", "data", "background", "xlink:href", "srcdoc");

    private XssCases() {}

    private static List<String> read() {
        try (InputStream file = Objects.requireNonNull(XssCases.class.getResourceAsStream("xss.txt"))) {
            return new String(file.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether the HTML, read as a browser would, has anything that runs, loads code or changes the page. */
    static boolean isDangerous(String html) {
        return Jsoup.parse(html).getAllElements().stream()
                        .anyMatch(each -> ELEMENTS.contains(each.normalName())
                                || each.attributes().asList().stream().anyMatch(XssCases::isDangerous))
                || Jsoup.parse(html).head().childrenSize() > 0;
    }

    private static boolean isDangerous(Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().replaceAll("[\\p{Cc}\\s]", "").toLowerCase(Locale.ROOT);
        return name.startsWith("on")
                || name.equals("style")
                || name.equals("id")
                || LINKS.contains(name) && value.matches("(javascript|vbscript|data):.*|srcdoc.*");
    }
}
