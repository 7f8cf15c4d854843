package io.github.carelet.importing;

import java.util.List;
import java.util.Map;

/**
 * What one source gives to the draft.
 *
 * @param source its name
 * @param blocks its blocks
 * @param head what it says about itself
 * @param facts its facts
 * @param items its text, and the conditions and treatments in it
 * @param targets where blocks of its text went, by their index
 * @param dropped why blocks were left out, by their index
 * @param structured what it says in schema.org's words
 * @param problem why it could not be read; empty if it could
 */
record PageDraft(
        String source,
        List<Block> blocks,
        PageHead head,
        Facts facts,
        List<ItemDraft> items,
        Map<Integer, Target> targets,
        Map<Integer, String> dropped,
        StructuredFacts structured,
        String problem) {

    PageDraft {
        blocks = List.copyOf(blocks);
        items = List.copyOf(items);
        targets = Map.copyOf(targets);
        dropped = Map.copyOf(dropped);
    }

    static PageDraft unread(String source, String problem) {
        return new PageDraft(
                source,
                List.of(),
                PageHead.NONE,
                new Facts(),
                List.of(),
                Map.of(),
                Map.of(),
                new StructuredFacts(List.of()),
                problem);
    }

    String language() {
        return head.language().isEmpty() ? "en" : head.language();
    }

    boolean recognised() {
        return !items.isEmpty() || !facts.places().isEmpty() || !facts.loose().isEmpty();
    }
}
