package io.github.carelet.importing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Tells which parts of a page are around its content: by the elements and roles that say so, and by names of classes that
 * builders of sites have in common. A part that holds most of the page's text is never one of them, whatever it is called.
 */
final class Zones {

    private static final Set<String> ACCORDION = Set.of(
            "accordion", "toggle", "collapse", "collapsible", "tab", "tabs", "tabpanel", "panel", "faq", "expand");
    private static final Pattern SPLIT = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])");
    private static final Pattern INVISIBLE = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");
    private static final Set<String> NAVIGATION = Set.of(
            "nav",
            "navbar",
            "navigation",
            "menu",
            "megamenu",
            "submenu",
            "breadcrumb",
            "breadcrumbs",
            "pagination",
            "pager",
            "menubar",
            "offcanvas",
            "sitenav",
            "subnav",
            "topnav",
            "mainnav",
            "toc");
    private static final Set<String> HEADER = Set.of("topbar", "masthead", "skip", "skiplink", "siteheader", "utility");
    private static final Set<String> FOOTER = Set.of("footer", "colophon", "copyright", "subfooter", "sitefooter");
    private static final Set<String> SIDEBAR = Set.of("sidebar", "sidenav", "widgets", "rail");
    private static final Set<String> COOKIES = Set.of("cookie", "cookies", "gdpr", "ccpa", "cookiebanner", "onetrust");
    private static final Set<String> POPUP = Set.of(
            "popup", "modal", "lightbox", "newsletter", "subscribe", "subscription", "chat", "chatbot", "livechat");
    private static final Set<String> SHARE = Set.of(
            "share",
            "sharing",
            "social",
            "socials",
            "addtoany",
            "sharedaddy",
            "addthis",
            "followus",
            "jp-relatedposts");
    private static final Set<String> RELATED =
            Set.of("related", "comments", "respond", "postnav", "postmeta", "tagcloud", "recentposts", "byline");

    private final Map<Element, Integer> words = new IdentityHashMap<>();
    private final int pageWords;

    Zones(Element page) {
        Deque<int[]> open = new ArrayDeque<>();
        page.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element) {
                    open.push(new int[1]);
                } else if (node instanceof TextNode text && !open.isEmpty()) {
                    open.element()[0] += Words.count(text.getWholeText());
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    int count = open.pop()[0];
                    words.put(element, count);
                    if (!open.isEmpty()) {
                        open.element()[0] += count;
                    }
                }
            }
        });
        this.pageWords = words(page);
    }

    /** Returns how many words an element of the page has, scripts aside. */
    int words(Element element) {
        return words.getOrDefault(element, 0);
    }

    /** Returns why nothing in the element belongs to the body; empty if it may. */
    String of(Element element) {
        String reason = reason(element);
        return reason.isEmpty() || holdsThePage(element) ? "" : reason;
    }

    private static String reason(Element element) {
        if (isHidden(element)) {
            return "hidden on the page";
        }
        if (element.className().matches("carelet-(core|reviewed|note|opening|links)\\b.*")) {
            return "what Carelet says anew each time";
        }
        String byRole = byRole(element);
        return byRole.isEmpty() ? byName(element) : byRole;
    }

    private static String byRole(Element element) {
        String role = element.attr("role").toLowerCase(Locale.ROOT);
        return switch (element.normalName() + "/" + role) {
            case "form/", "fieldset/", "select/", "textarea/" -> "a form";
            case "nav/" -> "navigation";
            case "dialog/" -> "a pop-up";
            case "footer/" ->
                isInContent(element) && !looksLikeSiteFooter(element) ? "a footer of the text" : "page footer";
            case "header/" -> isInContent(element) || isHero(element) ? "" : "page header";
            case "aside/" -> isCallout(element) ? "" : "beside the text";
            default ->
                switch (role) {
                    case "navigation", "menu", "menubar" -> "navigation";
                    case "banner" -> isHero(element) ? "" : "page header";
                    case "contentinfo" -> "page footer";
                    case "complementary" -> "beside the text";
                    case "dialog", "alertdialog" -> "a pop-up";
                    case "search", "form" -> "a form";
                    default -> "";
                };
        };
    }

    private static String byName(Element element) {
        if (element.normalName().matches("body|html|main|article|h1|p|a|li|span|strong|em")) {
            return "";
        }
        for (String token : SPLIT.split(element.className() + " " + element.id())) {
            String reason = byToken(token.toLowerCase(Locale.ROOT));
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        String all = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
        if (all.matches(".*\\b(site|page|main|top)[-_]?header\\b.*|.*location-header.*") && !isHero(element)) {
            return "page header";
        }
        return all.matches(".*(post|entry)[-_](meta|navigation|footer|tags).*|.*author-box.*") ? "about the post" : "";
    }

    private static String byToken(String token) {
        if (NAVIGATION.contains(token)) {
            return "navigation";
        } else if (HEADER.contains(token)) {
            return "page header";
        } else if (FOOTER.contains(token)) {
            return "page footer";
        } else if (SIDEBAR.contains(token)) {
            return "beside the text";
        } else if (COOKIES.contains(token)) {
            return "a notice about cookies";
        } else if (POPUP.contains(token)) {
            return "a pop-up";
        } else if (SHARE.contains(token)) {
            return "links to share";
        }
        return RELATED.contains(token) ? "about other posts" : "";
    }

    /** What opens at a click is hidden at first, and belongs to the text all the same. */
    private static boolean isHidden(Element element) {
        boolean hidden = element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || INVISIBLE.matcher(element.attr("style")).find();
        return hidden && !opens(element);
    }

    private static boolean opens(Element element) {
        if (element.attr("role").equals("tabpanel") || element.attr("role").equals("region")) {
            return true;
        }
        Element each = element;
        for (int up = 0; up < 5 && each != null; up++, each = each.parent()) {
            for (String token : SPLIT.split(each.className() + " " + each.id())) {
                if (ACCORDION.contains(token.toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isInContent(Element element) {
        return element.parents().stream()
                .anyMatch(each -> each.normalName().matches("main|article|section|blockquote")
                        || each.attr("role").equals("main"));
    }

    private static boolean looksLikeSiteFooter(Element element) {
        return element.text().contains("©");
    }

    /** A header with the page's title and no menu introduces the text. */
    private static boolean isHero(Element element) {
        return element.selectFirst("h1") != null && element.selectFirst("nav, ul li a, [role=navigation]") == null;
    }

    private static boolean isCallout(Element element) {
        return element.className().toLowerCase(Locale.ROOT).matches(".*(callout|note|notice|tip|alert|warning).*");
    }

    private boolean holdsThePage(Element element) {
        if (isHidden(element) || element.normalName().equals("nav")) {
            return false;
        }
        return words(element) * 2 > pageWords;
    }
}
