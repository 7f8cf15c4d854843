package io.github.carelet.servlet.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The number to call, the way to an appointment and the emergency line are in every rendition, whatever is asked for. */
class CareCoreTest {

    private static final List<String> PATHS = List.of(
            "clinic",
            "booking",
            "locations",
            "locations/arcadia",
            "locations/glendale",
            "treatments",
            "treatments/therapy",
            "treatments/block",
            "conditions",
            "conditions/sciatica",
            "conditions/old-pain",
            "practitioners",
            "practitioners/dana",
            "articles",
            "articles/moving",
            "treatments/none",
            "nothing",
            "treatments/therapy/more");

    private static final Map<String, List<String>> PARAMETERS = new TreeMap<>(Map.of(
            "view", List.of("", "card", "full", "bad"),
            "heading", List.of("", "6", "7"),
            "sections", List.of("", "risks", "benefits,after", "why"),
            "location", List.of("", "arcadia", "glendale", "none"),
            "instance", List.of("", "a-1"),
            "partner", List.of("", "demo", "other"),
            "lang", List.of("", "es", "ar", "e")));

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void theyAreInEveryRendition() {
        MapleClinic clinic = MapleClinic.open();
        clinic.clock.set("2026-12-02T18:00:00Z");
        List<String> queries = queries();
        Set<Fragment> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String path : PATHS) {
            for (String form : List.of("/fragments/", "/pages/")) {
                for (String query : queries) {
                    counts.merge("requests", 1, Integer::sum);
                    Fragment fragment = clinic.cache.find(MapleClinic.BASE, form + path, query);
                    if (seen.add(fragment)) {
                        check(form + path + "?" + query, fragment);
                    }
                }
            }
        }
        System.out.println("care core: " + counts + ", wrong: " + wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(counts.get("requests"))
                .isEqualTo(PATHS.size() * 2 * queries.size())
                .isGreaterThan(150_000);
        assertThat(counts)
                .containsKeys("status 200", "status 400", "status 404", "status 410")
                .containsEntry("control: found without the core", counts.get("renditions"));
    }

    @Test
    void whatTheClinicHasNotSaidInTheLanguageOfThePageIsSaidInOurWordsFirst() {
        String spanish = ", \"es\": \"En una emergencia, llame al 911.\"";
        assertThat(MapleClinic.json()).contains(spanish);
        Element mixed = emergency(MapleClinic.of(MapleClinic.json().replace(spanish, "")));
        assertThat(mixed.text())
                .isEqualTo("Si es una emergencia, llame al número de emergencias de su zona."
                        + " If this is an emergency, call 911.");
        assertThat(mixed.expectFirst("[lang=en]").text()).isEqualTo("If this is an emergency, call 911.");
        Element said = emergency(MapleClinic.open());
        assertThat(said.html()).as("the control").isEqualTo("En una emergencia, llame al 911.");
    }

    private static Element emergency(MapleClinic clinic) {
        Fragment fragment = clinic.cache.find(MapleClinic.BASE, "/fragments/treatments", "lang=es");
        return Jsoup.parse(fragment.html()).expectFirst(".carelet-emergency");
    }

    private void check(String target, Fragment fragment) {
        counts.merge("renditions", 1, Integer::sum);
        counts.merge("status " + fragment.reply().plain().status(), 1, Integer::sum);
        Element page = Jsoup.parse(fragment.html());
        List<String> missing = missing(page);
        if (!missing.isEmpty()) {
            wrong.add(target + " lacks " + missing);
        }
        page.select(".carelet-core").remove();
        if (missing(page).contains("emergency") && missing(page).contains("booking")) {
            counts.merge("control: found without the core", 1, Integer::sum);
        }
    }

    private static List<String> missing(Element page) {
        List<String> missing = new ArrayList<>();
        boolean called = page.select("a[href^=tel:]").stream()
                .anyMatch(each -> each.attr("href").matches("tel:\\+1626555010[0-9]")
                        && each.text().contains("(626) 555-010"));
        if (!called) {
            missing.add("phone");
        }
        if (page.select("a[href^=" + MapleClinic.BOOK + "?]").stream().noneMatch(Element::hasText)) {
            missing.add("booking");
        }
        if (!page.select(".carelet-emergency").text().contains("911")) {
            missing.add("emergency");
        }
        return missing;
    }

    /** Every combination of the parameters. */
    private static List<String> queries() {
        List<String> queries = List.of("");
        for (Map.Entry<String, List<String>> parameter : PARAMETERS.entrySet()) {
            List<String> more = new ArrayList<>();
            for (String query : queries) {
                for (String value : parameter.getValue()) {
                    more.add(value.isEmpty() ? query : query + "&" + parameter.getKey() + "=" + value);
                }
            }
            queries = more;
        }
        return queries;
    }
}
