package io.github.carelet.partnersite;

import io.github.carelet.catalog.Article;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.Treatment;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which page a path shows. English pages are at the root, Spanish ones below {@code /es}.
 *
 * @param language {@code en} or {@code es}
 * @param page the name of the page's file
 * @param values what the page leaves open
 * @param found whether there is such a page
 */
record SiteRoute(String language, String page, Map<String, String> values, boolean found) {

    private static final Set<String> PLAIN =
            Set.of("index", "conditions", "treatments", "guides", "locations", "appointment", "search", "embedded");
    private static final Pattern ITEM = Pattern.compile("/(conditions|treatments|locations|guides)/([a-z0-9-]{1,64})");

    /** Copies the values. */
    SiteRoute {
        values = Map.copyOf(values);
    }

    /** Returns the route of a request's path, which may be anything. */
    static SiteRoute of(String requestPath, Catalog catalog) {
        boolean spanish = requestPath.equals("/es") || requestPath.startsWith("/es/");
        String path = spanish ? requestPath.substring("/es".length()) : requestPath;
        return of(spanish ? "es" : "en", path.isEmpty() ? "/" : path, catalog);
    }

    private static SiteRoute of(String language, String path, Catalog catalog) {
        String name = path.equals("/") ? "index" : path.substring(1);
        if (PLAIN.contains(name) && !path.equals("/index")) {
            return new SiteRoute(language, name, Map.of("path", path), true);
        }
        Matcher item = ITEM.matcher(path);
        return item.matches() ? item(language, path, item.group(1), item.group(2), catalog) : missing(language);
    }

    private static SiteRoute item(String language, String path, String section, String id, Catalog catalog) {
        String page = section.substring(0, section.length() - 1);
        return name(catalog, section, id)
                .map(name ->
                        Map.of("path", path, "id", id, "name", name.in(language).value()))
                .map(values -> new SiteRoute(language, page, values, true))
                .orElseGet(() -> missing(language));
    }

    private static Optional<Localized<String>> name(Catalog catalog, String section, String id) {
        return switch (section) {
            case "conditions" -> catalog.condition(id).map(Condition::name);
            case "treatments" -> catalog.treatment(id).map(Treatment::name);
            case "locations" -> catalog.location(id).map(Location::name);
            default -> catalog.article(id).map(Article::name);
        };
    }

    private static SiteRoute missing(String language) {
        return new SiteRoute(language, "404", Map.of("path", "/"), false);
    }
}
