package io.github.carelet.catalog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
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

    private static final String NOTHING_STAYS =
            "script, style, iframe, frame, frameset, object, embed, applet, noscript, noembed, noframes, template, textarea,"
                    + " select, svg, math, xmp, plaintext, title, audio, video, canvas";

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
        drop(dirty, removed);
        rename(dirty, removed);
        Document clean = new Cleaner(new RichTextSubset(removed)).clean(dirty);
        clean.select("a").forEach(RichTextCleaner::finishLink);
        clean.select("img").forEach(image -> finishImage(image, removed));
        outline(clean);
        clean.outputSettings().prettyPrint(false);
        return clean.body().html().strip();
    }

    private static void drop(Document dirty, Set<String> removed) {
        for (Element element : dirty.select(NOTHING_STAYS)) {
            removed.add("<" + element.normalName() + ">");
            element.remove();
        }
        for (Comment comment : dirty.selectNodes("::comment", Comment.class)) {
            removed.add("<!-- -->");
            comment.remove();
        }
    }

    /** Gives elements outside the subset a name inside it where one means the same. */
    private static void rename(Document dirty, Set<String> removed) {
        dirty.body().select("b").tagName("strong");
        dirty.body().select("i").tagName("em");
        for (Element element : dirty.body().select("body > *, body > * *")) {
            boolean foreign = element.isBlock()
                    && !element.tag().isEmpty()
                    && !RichTextSubset.TAGS.contains(element.normalName());
            if (foreign && element.children().stream().noneMatch(Element::isBlock)) {
                removed.add("<" + element.normalName() + ">");
                element.tagName("p").clearAttributes();
            }
        }
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
    private static void outline(Document clean) {
        Deque<Integer> above = new ArrayDeque<>();
        for (Element heading : clean.select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.normalName().charAt(1) - '0';
            while (!above.isEmpty() && above.element() >= level) {
                above.remove();
            }
            above.push(level);
            heading.tagName("h" + above.size());
        }
    }
}
