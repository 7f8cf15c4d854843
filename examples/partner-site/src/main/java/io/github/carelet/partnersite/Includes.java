package io.github.carelet.partnersite;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what a page leaves open: {@code <!--#page _header -->} is another file of the site,
 * {@code <!--#carelet treatments?view=card&heading=3 -->} a fragment, {@code <!--#carelet-stylesheet -->} what fragments
 * look like, and {@code {id}}, {@code {name}} and {@code {path}} are values of the page.
 */
final class Includes {

    private static final Pattern PAGE = Pattern.compile("[ \\t]*<!--#page +([a-z0-9_-]+) *-->\\n?");
    private static final Pattern VALUE = Pattern.compile("\\{(id|name|path)}");
    private static final Pattern STYLESHEET = Pattern.compile("<!--#carelet-stylesheet *-->");
    private static final Pattern FRAGMENT = Pattern.compile("<!--#carelet +([a-z0-9/-]+)(?:\\?([^ >]*))? *-->");

    private final UnaryOperator<String> pages;
    private final Content content;

    Includes(UnaryOperator<String> pages, Content content) {
        this.pages = pages;
        this.content = content;
    }

    /** Where fragments come from. */
    interface Content {

        /** Returns the link element for what fragments look like. */
        String stylesheet();

        /** Returns a fragment by its path below {@code fragments/} and its parameters. */
        String fragment(String path, Map<String, String> parameters);
    }

    /** Returns a page with everything filled in. Values are text; what is included is markup already. */
    String fill(String page, Map<String, String> values) {
        String whole = replace(PAGE, pages.apply(page), match -> pages.apply(match.group(1)));
        String valued = replace(VALUE, whole, match -> escape(values.getOrDefault(match.group(1), "")));
        String styled = replace(STYLESHEET, valued, match -> content.stylesheet());
        return replace(FRAGMENT, styled, match -> content.fragment(match.group(1), parameters(match.group(2))));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] sides = pair.split("=", 2);
            parameters.put(sides[0], sides.length == 1 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static String replace(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(by.apply(match)));
    }
}
