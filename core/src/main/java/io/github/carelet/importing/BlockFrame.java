package io.github.carelet.importing;

import io.github.carelet.importing.Block.Kind;
import io.github.carelet.importing.Block.Level;
import io.github.carelet.importing.Block.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * An element that is open while a page is read, and what it means for the text in it.
 *
 * @param element the element
 * @param role what it does
 * @param kind what a text directly in it is
 * @param level of a heading
 * @param lists the lists around it
 * @param item the list item or table around it
 * @param dropped why nothing in it belongs to the body
 * @param quoted whether it is a quotation
 */
record BlockFrame(
        Element element, Role role, Kind kind, int level, List<Level> lists, int item, String dropped, boolean quoted) {

    enum Role {
        INLINE,
        BLOCK,
        ROW,
        CELL,
        IN_CELL
    }

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "label",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "select",
            "summary",
            "table",
            "tbody",
            "td",
            "textarea",
            "tfoot",
            "th",
            "thead",
            "title",
            "tr",
            "ul",
            "button");
    private static final Set<String> APART = Set.of("a", "span", "time", "small", "bdi", "data");
    private static final Set<String> LISTS = Set.of("ul", "ol", "menu", "dir");
    private static final int LONG_CELL = 80;
    private static final int LONG_HEADING = 20;

    static BlockFrame of(Element element, Optional<BlockFrame> above, IntSupplier numbers) {
        BlockFrame around =
                above.orElseGet(() -> new BlockFrame(element, Role.BLOCK, Kind.PARAGRAPH, 0, List.of(), 0, "", false));
        String name = element.normalName();
        boolean block = BLOCKS.contains(name) || isBlockLink(element);
        Role role = block ? role(element, around) : around.inCell() ? Role.IN_CELL : Role.INLINE;
        if (around.kind == Kind.HEADING && block) {
            boolean heading = name.matches("div|p|center|button") && Words.count(element.text()) <= LONG_HEADING;
            if (heading) {
                return around.with(element, role, around.lists, around.item);
            }
            return of(element, Optional.of(around.as(Kind.PARAGRAPH, 0)), numbers);
        }
        if (LISTS.contains(name)) {
            List<Level> deeper = new ArrayList<>(around.lists);
            deeper.add(new Level(numbers.getAsInt(), name.equals("ol")));
            return around.with(element, role, deeper, around.item);
        }
        if (name.equals("table") || name.equals("dl")) {
            return around.with(element, role, List.of(), numbers.getAsInt());
        }
        if (name.equals("li") && !around.lists.isEmpty()) {
            return around.with(element, role, around.lists, numbers.getAsInt()).as(Kind.ITEM, 0);
        }
        BlockFrame same = around.with(element, role, around.lists, around.item);
        return switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> same.as(Kind.HEADING, name.charAt(1) - '0');
            case "summary" -> same.as(Kind.HEADING, 6);
            case "dt" -> same.as(Kind.TERM, 0);
            case "dd" -> same.as(Kind.DEFINITION, 0);
            case "blockquote" ->
                new BlockFrame(element, role, around.kind, 0, around.lists, around.item, around.dropped, true);
            default -> opens(element) ? same.as(Kind.HEADING, 6) : same;
        };
    }

    boolean boundary() {
        return role == Role.BLOCK || role == Role.ROW || role == Role.CELL;
    }

    boolean cell() {
        return role == Role.CELL || role == Role.IN_CELL;
    }

    boolean heads() {
        for (Element each = element; each != null; each = each.parent()) {
            if (each.normalName().matches("td|th")) {
                return each.normalName().equals("th");
            }
        }
        return false;
    }

    /** Returns whether only a style sheet keeps the element apart from what stands before it. */
    boolean partsFrom(@org.jspecify.annotations.Nullable Node before) {
        boolean apart = before instanceof Element previous
                && APART.contains(previous.normalName())
                && APART.contains(element.normalName());
        return apart || inCell() && BLOCKS.contains(element.normalName());
    }

    BlockFrame droppedFor(String reason) {
        return new BlockFrame(element, role, kind, level, lists, item, reason, quoted);
    }

    Setting setting(Runs runs) {
        return new Setting(dropped, lists, item, runs.allLinked(), runs.allStrong(), quoted, runs.href());
    }

    private boolean inCell() {
        return cell();
    }

    private BlockFrame with(Element inner, Role newRole, List<Level> newLists, int newItem) {
        return new BlockFrame(inner, newRole, kind, level, newLists, newItem, dropped, quoted);
    }

    private BlockFrame as(Kind newKind, int newLevel) {
        return new BlockFrame(element, role, newKind, newLevel, lists, item, dropped, quoted);
    }

    private static Role role(Element element, BlockFrame around) {
        if (around.cell()) {
            return Role.IN_CELL;
        }
        String name = element.normalName();
        if (name.equals("tr") && isOfFacts(element)) {
            return Role.ROW;
        }
        return name.matches("td|th") && around.role == Role.ROW ? Role.CELL : Role.BLOCK;
    }

    /** A table that only lays the page out has headings, lists, tables or long texts in its cells, or just one of them. */
    private static boolean isOfFacts(Element row) {
        return row.childrenSize() > 1
                && row.selectFirst("table, h1, h2, h3, h4, ul, ol") == null
                && row.children().stream().allMatch(each -> Words.count(each.text()) < LONG_CELL);
    }

    /** A link around blocks is a block itself. */
    private static boolean isBlockLink(Element element) {
        return element.normalName().equals("a")
                && element.children().stream().anyMatch(each -> BLOCKS.contains(each.normalName()));
    }

    private static boolean opens(Element element) {
        boolean control = element.hasAttr("aria-expanded") || element.hasAttr("aria-controls");
        return control && element.normalName().matches("div|button|a|p|span") && Words.count(element.text()) <= 20;
    }
}
