package io.github.carelet.importing;

import java.util.Optional;
import org.jsoup.nodes.Document;

/** Reads one source, if it is within the limits. Immutable. */
final class PageImport {

    private final ImportLimits limits;
    private final Knowledge knowledge;

    PageImport(ImportLimits limits, Knowledge knowledge) {
        this.limits = limits;
        this.knowledge = knowledge;
    }

    /** Reads a source; the key names its text within the import. */
    PageDraft read(ImportSource source, String key) {
        Optional<String> problem = problem(source);
        if (problem.isPresent()) {
            return PageDraft.unread(source.name(), problem.get());
        }
        return new PageDrafting(knowledge).draft(parts(source, key));
    }

    private PageParts parts(ImportSource source, String key) {
        if (Decoding.form(source) == Decoding.Form.TEXT) {
            return PageParts.ofText(source.name(), key, TextBlocks.of(Decoding.text(source)));
        }
        Document page = Decoding.html(source, limits.depth());
        PageHead head = PageHead.of(page, source.name());
        StructuredFacts structured = StructuredReader.of(page);
        CareletMarkup.Found markup = CareletMarkup.of(page, knowledge);
        return new PageParts(source.name(), key, HtmlBlocks.of(page, markup.owners()), head, structured, markup);
    }

    private Optional<String> problem(ImportSource source) {
        if (!source.problem().isEmpty()) {
            return Optional.of(source.problem());
        }
        byte[] content = source.content();
        if (content.length > limits.bytes()) {
            return Optional.of("it has " + content.length + " bytes; at most " + limits.bytes() + " are read");
        }
        if (Decoding.form(source) == Decoding.Form.OTHER) {
            return Optional.of("it is neither a web page nor plain text");
        }
        int nodes = nodes(content);
        return nodes > limits.nodes()
                ? Optional.of("it has " + nodes + " tags and lines; at most " + limits.nodes() + " are read")
                : Optional.empty();
    }

    /** Counted before anything is built of them. */
    private static int nodes(byte[] content) {
        int nodes = 0;
        for (byte each : content) {
            nodes += each == '<' || each == '\n' ? 1 : 0;
        }
        return nodes;
    }
}
