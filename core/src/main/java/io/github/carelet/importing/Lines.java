package io.github.carelet.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of all blocks of a source, one after the other: facts don't keep to blocks. A line that is longer than people
 * write them stands here in several parts, so that looking for facts takes a time in proportion to the source.
 *
 * @param blocks the blocks
 * @param all the text of each line
 * @param owners the index of the block of each line
 */
record Lines(List<Block> blocks, List<String> all, List<Integer> owners) {

    private static final String SIGNS = "[|•·●∙◦*~¦‖►»]";
    private static final Pattern ORNAMENT = Pattern.compile(
            "\\s*(?<!" + SIGNS + ")" + SIGNS + "++\\s+|\\s+[/–—]\\s+(?=\\p{Lu}[\\p{L}. ]*,\\s*\\p{Lu}{2}\\b)");
    private static final int LONGEST = 2_000;

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
            for (String line : lines) {
                parts(line).forEach(part -> {
                    all.add(even(part));
                    owners.add(block.index());
                });
            }
        }
        return new Lines(blocks, all, owners);
    }

    /** Parts a line after a sentence if it can, else between two words. */
    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (line.length() - from > LONGEST) {
            int most = from + LONGEST;
            int sentence = line.lastIndexOf(". ", most) + 1;
            int word = line.lastIndexOf(' ', most);
            int to = sentence > from + LONGEST / 2 ? sentence : word > from ? word : most;
            parts.add(line.substring(from, to));
            from = to;
        }
        parts.add(line.substring(from));
        return parts;
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
