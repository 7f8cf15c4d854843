package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.Article;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.exchange.OwnPages;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.page.Document.HeadLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where else a page can be found: the original, the same in other languages, and as something to embed.
 *
 * @param catalog the catalogue
 * @param rendition the page
 */
record HeadLinks(Catalog catalog, Rendition rendition) {

    static final String OEMBED = "application/json+oembed";

    /**
     * Returns the links of a page that shows something; none for others.
     *
     * @param absolute whether its addresses are known to the world: a player outside can do nothing with a path
     */
    List<HeadLink> all(boolean absolute) {
        List<HeadLink> links = new ArrayList<>();
        if (rendition.status() != Rendition.Status.OK) {
            return links;
        }
        Optional<String> elsewhere = original();
        links.add(HeadLink.of("canonical", elsewhere.orElseGet(() -> own(rendition.language()))));
        if (elsewhere.isEmpty() && catalog.clinic().languages().size() > 1) {
            catalog.clinic().languages().forEach(tag -> links.add(HeadLink.inLanguage(tag, own(tag))));
            links.add(HeadLink.inLanguage("x-default", own(catalog.clinic().defaultLanguage())));
        }
        if (absolute) {
            links.add(HeadLink.ofType(OEMBED, oembed()));
        }
        return links;
    }

    /** Returns where the answer is that says how to embed the page. */
    String oembed() {
        Map<String, String> parameters = new LinkedHashMap<>();
        String page = own(rendition.language());
        String partner = rendition
                .partner()
                .map(id -> (page.contains("?") ? "&partner=" : "?partner=") + id)
                .orElse("");
        parameters.put("url", page + partner);
        parameters.put("format", "json");
        return rendition.base() + "/oembed" + Query.written(parameters);
    }

    private String own(String language) {
        return new OwnPages(rendition.base(), catalog.clinic().defaultLanguage()).page(rendition.path(), language);
    }

    private Optional<String> original() {
        return rendition
                .kind()
                .filter(Kind.ARTICLES::equals)
                .flatMap(kind -> rendition.id())
                .flatMap(catalog::article)
                .flatMap(Article::canonicalUrl)
                .map(link -> link.href());
    }
}
