package io.github.carelet.importing;

import io.github.carelet.importing.Block.Kind;
import io.github.carelet.importing.Block.Level;
import io.github.carelet.importing.Block.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/** Finds lists that a page only draws: lines that start with a bullet, in a paragraph or each in one of its own. */
final class Bullets {

    private static final Pattern DRAWN = Pattern.compile("^((?:<(?:strong|em)>)*)\\s*[•●▪‣◦∙·⁃]\\s*(?=\\S)");

    private Bullets() {}

    static boolean areIn(Block block) {
        return block.kind() == Kind.PARAGRAPH && block.lines().stream().anyMatch(Bullets::isBullet);
    }

    /**
     * Returns a block for every line: an item for those with a bullet.
     *
     * @param block a paragraph with bullets
     * @param list the number of the list that its items belong to
     * @param numbers gives each item its own
     */
    static List<Block> parted(Block block, int list, IntSupplier numbers) {
        List<Block> parts = new ArrayList<>();
        List<String> marked = markup(block);
        Setting around = block.setting();
        List<Level> lists = new ArrayList<>(around.lists());
        lists.add(new Level(list, false));
        for (int i = 0; i < marked.size(); i++) {
            String line = block.lines().get(i);
            boolean item = isBullet(line);
            Setting setting = item
                    ? new Setting(
                            around.dropped(),
                            lists,
                            numbers.getAsInt(),
                            around.linked(),
                            false,
                            around.quoted(),
                            around.href())
                    : around;
            parts.add(new Block(
                    block.index() + i,
                    item ? Kind.ITEM : Kind.PARAGRAPH,
                    0,
                    List.of(bare(line)),
                    bare(marked.get(i)),
                    setting));
        }
        return parts;
    }

    private static boolean isBullet(String line) {
        return DRAWN.matcher(line).find();
    }

    private static String bare(String line) {
        return DRAWN.matcher(line).replaceFirst("$1");
    }

    /** Markup that reaches over several lines is left out, so that each line can stand alone. */
    private static List<String> markup(Block block) {
        List<String> parts = List.of(block.html().split("<br>"));
        boolean whole = parts.size() == block.lines().size()
                && parts.stream().allMatch(each -> opened(each, "<[a-z]") == opened(each, "</"));
        return whole ? parts : block.lines().stream().map(Entities::escape).toList();
    }

    private static long opened(String html, String tag) {
        return Pattern.compile(tag).matcher(html).results().count();
    }
}
