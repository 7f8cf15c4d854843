package io.github.carelet.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;

/** Reads one source: cuts it into blocks, then passes over them twice, for facts and for the text. Immutable. */
final class PageImport {

    private static final int LEAST_TEXT = 8;

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
        if (Decoding.form(source) == Decoding.Form.TEXT) {
            List<Block> blocks = TextBlocks.of(Decoding.text(source));
            return draft(source.name(), key, blocks, PageHead.NONE, new StructuredFacts(List.of()));
        }
        Document page = Decoding.html(source, limits.depth());
        PageHead head = PageHead.of(page, source.name());
        StructuredFacts structured = StructuredReader.of(page);
        return draft(source.name(), key, HtmlBlocks.of(page), head, structured);
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

    private PageDraft draft(String name, String key, List<Block> cut, PageHead head, StructuredFacts structured) {
        List<Block> blocks = Headings.found(cut, knowledge.words());
        Facts facts = FactPass.of(blocks, structured, knowledge);
        new ClinicNames(knowledge.words()).in(blocks, head).ifPresent(facts::clinicName);
        Body body = BodyPass.of(blocks, facts, knowledge.words(), head);
        TermLists.Terms terms = TermLists.of(body.headline(), body.blocks(), knowledge);
        List<ItemDraft> items = new ArrayList<>();
        Map<Integer, Target> targets = new HashMap<>();
        int text = body.blocks().stream().mapToInt(Block::words).sum();
        if (text >= LEAST_TEXT) {
            Outline.Divided divided = Outline.of(body.blocks(), knowledge.words(), head.language());
            String headline = headline(body, head, facts);
            ItemDraft article = article(key, headline, divided, terms, head);
            items.add(article);
            divided.members().forEach((index, member) -> targets.put(index, article.target(member)));
            body.headline().ifPresent(each -> targets.put(each.index(), article.target("/headline")));
            targets.putAll(terms.targets());
            items.addAll(terms.items());
        }
        return new PageDraft(name, blocks, head, facts, items, targets, body.dropped(), structured, "");
    }

    private static String headline(Body body, PageHead head, Facts facts) {
        String title = head.title().split("\\s+[|–—·»]\\s+", 2)[0];
        String clinic = facts.clinicName().isEmpty() ? "Page" : facts.clinicName();
        return body.headline().map(Block::text).orElse(title.isEmpty() ? clinic : title);
    }

    private static ItemDraft article(
            String key, String headline, Outline.Divided divided, TermLists.Terms terms, PageHead head) {
        Set<Target> about = new LinkedHashSet<>(TermLists.references(terms.items()));
        Map<String, String> values = new LinkedHashMap<>();
        if (!head.url().isEmpty()) {
            values.put("canonicalUrl", head.url());
        }
        return new ItemDraft(
                "articles",
                key,
                "",
                headline,
                divided.summary(),
                divided.sections(),
                Map.of(),
                Map.of("about", List.copyOf(about)),
                values,
                head.published());
    }
}
