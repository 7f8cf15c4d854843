package io.github.carelet.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of all blocks of a source, one after the other: facts don't keep to blocks.
 *
 * @param blocks the blocks
 * @param all the text of each line
 * @param owners the index of the block of each line
 */
record Lines(List<Block> blocks, List<String> all, List<Integer> owners) {

    private static final Pattern ORNAMENT =
            Pattern.compile("\\s*[|•·●∙◦*~¦‖►»]+\\s+|\\s+[/–—]\\s+(?=\\p{Lu}[\\p{L}. ]*,\\s*\\p{Lu}{2}\\b)");

    Lines {
        blocks = List.copyOf(blocks);
        all = List.copyOf(all);
        owners = List.copyOf(owners);
    }

    static Lines of(List<Block> blocks) {
        List<String> all = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (Block block : blocks) {
            List<String> lines = block.kind() == Block.Kind.NOTE ? List.of("") : block.lines();
            lines.forEach(line -> {
                all.add(even(line));
                owners.add(block.index());
            });
        }
        return new Lines(blocks, all, owners);
    }

    /** Returns a line with commas for the ornaments that people put between facts. */
    static String even(String line) {
        return ORNAMENT.matcher(line).replaceAll(", ");
    }

    Block block(int line) {
        return blocks.get(owners.get(line));
    }

    int size() {
        return all.size();
    }
}
