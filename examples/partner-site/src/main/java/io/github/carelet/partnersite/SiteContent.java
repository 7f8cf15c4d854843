package io.github.carelet.partnersite;

import io.github.carelet.Carelet;
import io.github.carelet.servlet.Fragments;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The clinic's content as this site shows it: in the language of the page, with links to the site's own pages. */
final class SiteContent {

    private static final Map<String, String> OWN_PAGES = Map.of(
            "conditions", "conditions", "treatments", "treatments", "locations", "locations", "articles", "guides");

    private final Fragments fragments;
    private final Pattern careletPages;

    SiteContent(Carelet carelet, String mount) {
        this.fragments = Fragments.of(carelet, mount);
        this.careletPages = Pattern.compile("href=\"" + Pattern.quote(mount)
                + "/pages/(conditions|treatments|locations|articles)/([a-z0-9-]+)[^\"]*\"");
    }

    /** Returns the content in a language of the site. */
    Includes.Content in(String language) {
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
                return toOwnPages(fragments.html(path, all), language);
            }
        };
    }

    private String toOwnPages(String html, String language) {
        String root = language.equals("en") ? "/" : "/" + language + "/";
        return careletPages
                .matcher(html)
                .replaceAll(link -> "href=\"" + root + OWN_PAGES.get(link.group(1)) + "/" + link.group(2) + "\"");
    }
}
