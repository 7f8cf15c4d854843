package io.github.carelet.importing;

import java.util.List;

/**
 * A block of text in a source: what stands between two boundaries that a reader sees.
 *
 * @param index its place among the blocks of the source
 * @param kind what it is
 * @param level of a heading, 1 to 6; else 0
 * @param lines its text, line by line, without markup; never empty
 * @param html the same with the markup of the subset that a catalogue may have
 * @param setting where it stands
 */
record Block(int index, Kind kind, int level, List<String> lines, String html, Setting setting) {

    Block {
        lines = List.copyOf(lines);
    }

    enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM,
        TERM,
        DEFINITION,
        ROW,
        /** Something that is no text, such as a picture: it is only reported. */
        NOTE
    }

    /**
     * Where a block stands.
     *
     * @param dropped why nothing here belongs to the body; empty if it may
     * @param lists the lists around it, outermost first
     * @param item which list item or table it belongs to; blocks of one item have the same number
     * @param linked whether all of its text is links
     * @param strong whether all of its text is bold
     * @param quoted whether it is a quotation
     * @param href where its first link leads; empty if it has none
     */
    record Setting(
            String dropped, List<Level> lists, int item, boolean linked, boolean strong, boolean quoted, String href) {

        static final Setting PLAIN = new Setting("", List.of(), 0, false, false, false, "");

        Setting {
            lists = List.copyOf(lists);
        }
    }

    /**
     * A list around a block.
     *
     * @param list which one
     * @param ordered whether its items are numbered
     */
    record Level(int list, boolean ordered) {}

    String text() {
        return String.join(" ", lines);
    }

    boolean isHeading() {
        return kind == Kind.HEADING;
    }

    boolean isItem() {
        return kind == Kind.ITEM;
    }

    boolean isDropped() {
        return !setting.dropped().isEmpty();
    }

    int words() {
        return Words.count(text());
    }

    Block as(Kind other, int newLevel) {
        return new Block(index, other, newLevel, lines, html, setting);
    }
}
