package io.github.carelet.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a source that has been cut up what it gives to the draft, by two passes over its blocks: one for facts, one for the
 * text.
 *
 * @param knowledge what is known beforehand
 */
record PageDrafting(Knowledge knowledge) {

    private static final int LEAST_TEXT = 8;

    PageDraft draft(PageParts page) {
        PageHead head = page.head();
        List<Block> blocks = Headings.found(page.cut().blocks(), knowledge.words());
        Facts facts = facts(page, blocks);
        new ClinicNames(knowledge.words()).in(blocks, head).ifPresent(facts::clinicName);
        Body body = BodyPass.of(blocks, facts, knowledge.words(), head);
        TermLists.Terms terms = TermLists.of(body.headline(), body.blocks(), knowledge);
        List<ItemDraft> items = new ArrayList<>(page.markup().items());
        Map<Integer, Target> targets = new HashMap<>();
        int text = body.blocks().stream().mapToInt(Block::words).sum();
        if (text >= LEAST_TEXT) {
            Outline.Divided divided = Outline.of(body.blocks(), knowledge.words(), head.language());
            String headline = headline(body, head, facts);
            ItemDraft article = article(page.key(), headline, divided, terms, head);
            items.add(article);
            divided.members().forEach((index, member) -> targets.put(index, article.target(member)));
            body.headline().ifPresent(each -> targets.put(each.index(), article.target("/headline")));
            targets.putAll(terms.targets());
            items.addAll(terms.items());
        }
        return new PageDraft(
                page.source(), blocks, head, facts, items, targets, dropped(page, body), page.structured(), "");
    }

    /** What Carelet's own markup says needs no finding out. */
    private Facts facts(PageParts page, List<Block> blocks) {
        Map<Integer, Target> owned = page.cut().owned();
        List<Block> others = blocks.stream()
                .map(each -> isRead(owned.get(each.index())) ? each.as(Block.Kind.NOTE, 0) : each)
                .toList();
        Facts facts = FactPass.of(others, page.structured(), knowledge);
        page.markup().places().forEach(facts::add);
        owned.forEach((block, target) -> {
            facts.alone(block);
            if (isRead(target)) {
                facts.claim(block, target, true, "");
            }
        });
        return facts;
    }

    private static boolean isRead(@Nullable Target target) {
        return target != null && !target.array().equals(CareletMarkup.OWN);
    }

    private static Map<Integer, String> dropped(PageParts page, Body body) {
        Map<Integer, String> dropped = new HashMap<>(body.dropped());
        page.cut().owned().forEach((block, target) -> {
            if (!isRead(target) && !target.member().isEmpty()) {
                dropped.put(block, target.member());
            }
        });
        return dropped;
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
