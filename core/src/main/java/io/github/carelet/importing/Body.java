package io.github.carelet.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a source, without what stands around it.
 *
 * @param headline the block that is its headline; empty if none is
 * @param blocks the blocks of the text, in their order
 * @param dropped why others were left out, by their index
 */
record Body(Optional<Block> headline, List<Block> blocks, Map<Integer, String> dropped) {

    Body {
        blocks = List.copyOf(blocks);
        dropped = Map.copyOf(dropped);
    }
}
