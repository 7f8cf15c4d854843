package io.github.carelet.importing;

import io.github.carelet.importing.Block.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds headings that a page only looks like it has: a short paragraph, all bold, with something under it. */
final class Headings {

    private static final int LEVEL = 5;
    private static final int MOST_WORDS = 12;

    private Headings() {}

    static List<Block> found(List<Block> blocks, WordList words) {
        List<Block> result = new ArrayList<>();
        for (Block each : blocks) {
            boolean next = each.index() + 1 < blocks.size()
                    && !blocks.get(each.index() + 1).isHeading();
            boolean looks = each.kind() == Kind.PARAGRAPH
                    && each.setting().strong()
                    && !each.setting().linked()
                    && each.lines().size() == 1
                    && each.words() <= MOST_WORDS
                    && !each.text().matches(".*([.;,]|\\d{3}.*)$");
            result.add(looks && next && !words.says("copyright", each.text()) ? each.as(Kind.HEADING, LEVEL) : each);
        }
        return result;
    }
}
