package io.github.carelet.importing;

import java.util.List;
import java.util.Map;

/**
 * A source that has been cut up.
 *
 * @param source its name
 * @param key names its text within the import
 * @param cut its blocks
 * @param head what it says about itself
 * @param structured what it says in schema.org's words
 * @param markup what of it is Carelet's own
 */
record PageParts(
        String source,
        String key,
        HtmlBlocks.Cut cut,
        PageHead head,
        StructuredFacts structured,
        CareletMarkup.Found markup) {

    static PageParts ofText(String source, String key, List<Block> blocks) {
        return new PageParts(
                source,
                key,
                new HtmlBlocks.Cut(blocks, Map.of()),
                PageHead.NONE,
                new StructuredFacts(List.of()),
                new CareletMarkup.Found(List.of(), List.of(), Map.of()));
    }
}
