package io.github.carelet.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.safety.Cleaner;

/**
 * Makes {@link RichText} out of any HTML. Stateless and safe for use by several threads.
 *
 * <p>What is not in the subset goes, and is reported: of scripts, styles, frames, drawings and form controls nothing
 * stays; of any other element the text stays, in a paragraph of its own where the element was a block. {@code b} and
 * {@code i} become {@code strong} and {@code em}. A link stays only if {@link Link} takes it, and one to another site gets
 * {@code rel="noopener"}. An image stays only if its source is on the web or a path and it has an {@code alt}, which may be
 * empty for an image that only decorates. Headings become an outline without gaps that starts at {@code h1}.
 *
 * <p>Cleaning what is clean changes nothing.
 */
public final class RichTextCleaner {

    private static final Set<String> NOTHING_STAYS = Set.of(
            "script",
            "style",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "noscript",
            "noembed",
            "noframes",
            "template",
            "textarea",
            "select",
            "svg",
            "math",
            "xmp",
            "plaintext",
            "title",
            "audio",
            "video",
            "canvas");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> SEEN = Set.of("img", "br", "table");
    private static final Set<String> SAY_NOTHING_EMPTY =
            Set.of("p", "strong", "em", "a", "h1", "h2", "h3", "h4", "h5", "h6");

    /** Nesting that no HTML can say changes when it is read again; after so many readings it is taken for hostile. */
    private static final int PASSES = 8;

    private RichTextCleaner() {}

    /** Returns what of the HTML is allowed, and what was not. */
    public static RichText clean(String html) {
        Set<String> removed = new LinkedHashSet<>();
        String before = html;
        for (int pass = 0; pass < PASSES; pass++) {
            String after = cleanOnce(before, removed);
            if (after.equals(before)) {
                return new RichText(after, List.copyOf(removed));
            }
            before = after;
        }
        removed.add("nesting that HTML does not have");
        String text = Jsoup.parseBodyFragment(before).text();
        return new RichText(Entities.escape(text).strip(), List.copyOf(removed));
    }

    private static String cleanOnce(String html, Set<String> removed) {
        Document dirty = Jsoup.parseBodyFragment(html);
        drop(dirty.body(), removed);
        List<Element> elements = dirty.body().getAllElements();
        elements.subList(1, elements.size()).forEach(each -> rename(each, removed));
        Document clean = new Cleaner(new RichTextSubset(removed)).clean(dirty);
        finish(clean.body(), removed);
        clean.outputSettings().prettyPrint(false);
        return clean.body().html().strip();
    }

    /** Takes out comments and the elements of which nothing stays. */
    private static void drop(Element body, Set<String> removed) {
        List<Node> foreign = new ArrayList<>();
        body.traverse((node, depth) -> {
            if (NOTHING_STAYS.contains(node.normalName()) || node instanceof Comment) {
                foreign.add(node);
            }
        });
        for (Node node : foreign) {
            removed.add(node instanceof Comment ? "<!-- -->" : "<" + node.normalName() + ">");
            node.remove();
        }
    }

    /** Gives an element outside the subset a name inside it where one means the same. */
    private static void rename(Element element, Set<String> removed) {
        String name = element.normalName();
        if (name.equals("b") || name.equals("i")) {
            element.tagName(name.equals("b") ? "strong" : "em");
            return;
        }
        boolean foreign = element.isBlock() && !element.tag().isEmpty() && !RichTextSubset.TAGS.contains(name);
        if (foreign && element.children().stream().noneMatch(Element::isBlock)) {
            removed.add("<" + name + ">");
            element.tagName("p").clearAttributes();
        }
    }

    private static void finish(Element body, Set<String> removed) {
        List<Element> insideOut = new ArrayList<>(body.getAllElements());
        insideOut.remove(0);
        Collections.reverse(insideOut);
        for (Element each : insideOut) {
            switch (each.normalName()) {
                case "a" -> finishLink(each);
                case "img" -> finishImage(each, removed);
                default -> {}
            }
            if (each.hasParent() && SAY_NOTHING_EMPTY.contains(each.normalName()) && isEmpty(each)) {
                each.remove();
            }
        }
        outline(body);
    }

    private static boolean isEmpty(Element element) {
        return !element.hasText()
                && element.getAllElements().stream().noneMatch(each -> SEEN.contains(each.normalName()));
    }

    private static void finishLink(Element element) {
        if (!element.hasAttr("href")) {
            element.unwrap();
            return;
        }
        Link link = Link.parse(element.attr("href"));
        element.attr("href", link.href());
        if (link.isWeb()) {
            element.attr("rel", "noopener");
        }
    }

    private static void finishImage(Element image, Set<String> removed) {
        if (!image.hasAttr("alt") || !image.hasAttr("src")) {
            removed.add(image.hasAttr("alt") ? "<img> without a source" : "<img> without alt");
            image.remove();
        } else {
            image.attr("src", Link.parse(image.attr("src")).href());
        }
    }

    /** A heading is one level below the nearest one before it that was higher. */
    private static void outline(Element body) {
        Deque<Integer> above = new ArrayDeque<>();
        for (Element heading : body.getAllElements()) {
            if (!HEADINGS.contains(heading.normalName())) {
                continue;
            }
            int level = heading.normalName().charAt(1) - '0';
            while (!above.isEmpty() && above.element() >= level) {
                above.remove();
            }
            above.push(level);
            heading.tagName("h" + above.size());
        }
    }
}
