package io.github.carelet.partnersite;

import io.github.carelet.Carelet;
import io.github.carelet.servlet.Fragments;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The clinic's content as this site shows it: in the language of the page, with links to the site's own pages. */
final class SiteContent {

    private static final Map<String, String> OWN_PAGES = Map.of(
            "conditions", "conditions", "treatments", "treatments", "locations", "locations", "articles", "guides");

    private final Fragments fragments;
    private final Pattern careletPages;
    private final Pattern careletSearch;

    SiteContent(Carelet carelet, String mount) {
        this.fragments = Fragments.of(carelet, mount);
        this.careletPages = Pattern.compile("href=\"" + Pattern.quote(mount)
                + "/pages/(conditions|treatments|locations|articles)/([a-z0-9-]+)[^\"]*\"");
        this.careletSearch = Pattern.compile("action=\"" + Pattern.quote(mount) + "/pages/search[^\"]*\"");
    }

    /**
     * Returns the content in a language of the site.
     *
     * @param words what the visitor looks for, if they do; it goes into the search and nowhere else
     */
    Includes.Content in(String language, Optional<String> words) {
        return new Includes.Content() {
            @Override
            public String stylesheet() {
                Fragments.Stylesheet stylesheet = fragments.stylesheet();
                return "<link rel=\"stylesheet\" href=\"" + Includes.escape(stylesheet.href()) + "\" integrity=\""
                        + Includes.escape(stylesheet.integrity()) + "\">";
            }

            @Override
            public String fragment(String path, Map<String, String> parameters) {
                Map<String, String> all = new LinkedHashMap<>(parameters);
                all.put("lang", language);
                all.put("partner", DemoServer.PARTNER);
                words.filter(any -> path.equals("search")).ifPresent(text -> all.put("q", text));
                return toOwnPages(fragments.html(path, all), language);
            }
        };
    }

    private String toOwnPages(String html, String language) {
        String root = language.equals("en") ? "/" : "/" + language + "/";
        String searching = careletSearch.matcher(html).replaceAll("action=\"" + root + "search\"");
        return careletPages
                .matcher(searching)
                .replaceAll(link -> "href=\"" + root + OWN_PAGES.get(link.group(1)) + "/" + link.group(2) + "\"");
    }
}
