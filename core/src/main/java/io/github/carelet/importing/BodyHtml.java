package io.github.carelet.importing;

import io.github.carelet.catalog.RichTextCleaner;
import io.github.carelet.importing.Block.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts blocks together to the HTML of a section: lists stay lists, and a bullet's term is set off. Used once. */
final class BodyHtml {

    private static final Pattern TERM = Pattern.compile(
            "^(?:<strong>)?([^.!?<>]{2,60}?)(?:</strong>)?\\s*(?::|\\s[–—-]\\s)\\s*(?:</strong>)?\\s*(?=\\S)(.+)$");
    private static final int TERM_WORDS = 8;
    private static final int LEAST_DESCRIPTION = 3;

    private final StringBuilder html = new StringBuilder();
    private final Deque<Level> open = new ArrayDeque<>();
    private final Map<Integer, Boolean> defining = new HashMap<>();
    private String around = "";
    private int table;
    private int item;

    private BodyHtml() {}

    static String of(List<Block> blocks) {
        BodyHtml writer = new BodyHtml();
        writer.findDefinitions(blocks);
        blocks.forEach(writer::add);
        writer.closeLists(0);
        writer.around("");
        return RichTextCleaner.clean(writer.html.toString()).html();
    }

    /** Returns the term and the description of a bullet, or nothing if it has none. */
    static List<String> definition(String text) {
        Matcher term = TERM.matcher(text);
        boolean defines = term.matches()
                && Words.count(term.group(1)) <= TERM_WORDS
                && Words.count(term.group(2)) >= LEAST_DESCRIPTION;
        return defines ? List.of(term.group(1).strip(), term.group(2).strip()) : List.of();
    }

    /** A list defines terms if most of its bullets do. */
    private void findDefinitions(List<Block> blocks) {
        Map<Integer, Integer> votes = new HashMap<>();
        for (Block each : blocks) {
            if (each.isItem()) {
                votes.merge(list(each), definition(each.html()).isEmpty() ? -1 : 1, Integer::sum);
            }
        }
        votes.forEach((list, vote) -> defining.put(list, vote > 0));
    }

    private static int list(Block block) {
        List<Level> lists = block.setting().lists();
        return lists.isEmpty() ? 0 : lists.get(lists.size() - 1).list();
    }

    private void add(Block block) {
        switch (block.kind()) {
            case ITEM -> item(block);
            case TERM -> inside("dl", block, "<dt>" + block.html() + "</dt>");
            case DEFINITION -> inside("dl", block, "<dd>" + block.html() + "</dd>");
            case ROW -> inside("table", block, block.html());
            case HEADING -> plain("<h" + block.level() + ">" + block.html() + "</h" + block.level() + ">");
            default -> {
                String quote = block.setting().quoted() ? "blockquote" : "";
                closeLists(0);
                around(quote);
                html.append("<p>").append(block.html()).append("</p>");
            }
        }
    }

    private void plain(String element) {
        closeLists(0);
        around("");
        html.append(element);
    }

    private void inside(String element, Block block, String piece) {
        closeLists(0);
        if (!around.equals(element) || table != block.setting().item()) {
            around("");
            around(element);
            table = block.setting().item();
        }
        html.append(piece);
    }

    private void around(String element) {
        if (!around.equals(element)) {
            html.append(around.isEmpty() ? "" : "</" + around + ">");
            html.append(element.isEmpty() ? "" : "<" + element + ">");
            around = element;
        }
    }

    private void item(Block block) {
        around("");
        List<Level> lists = block.setting().lists();
        int same = common(lists);
        closeLists(same);
        if (same == lists.size() && item == block.setting().item() && !open.isEmpty()) {
            html.append("<p>").append(block.html()).append("</p>");
            return;
        }
        if (same == lists.size() && !open.isEmpty()) {
            html.append("</li>");
        }
        for (Level each : lists.subList(same, lists.size())) {
            html.append(each.ordered() ? "<ol>" : "<ul>");
            open.addLast(each);
            if (open.size() < lists.size()) {
                html.append("<li>");
            }
        }
        html.append("<li>").append(bullet(block));
        item = block.setting().item();
    }

    private String bullet(Block block) {
        List<String> parts = defining.getOrDefault(list(block), false) ? definition(block.html()) : List.of();
        return parts.isEmpty() ? block.html() : "<strong>" + parts.get(0) + "</strong>: " + parts.get(1);
    }

    private int common(List<Level> lists) {
        int same = 0;
        for (Level each : open) {
            if (same < lists.size() && lists.get(same).equals(each)) {
                same++;
            } else {
                break;
            }
        }
        return same;
    }

    private void closeLists(int keep) {
        while (open.size() > keep) {
            html.append("</li>").append(open.removeLast().ordered() ? "</ol>" : "</ul>");
        }
    }
}
