package io.github.carelet.servlet.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every kind, view, language and failure, enumerated. */
class EveryRenditionTest {

    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";

    private static MapleClinic clinic;

    @BeforeAll
    static void open() {
        clinic = MapleClinic.open();
        clinic.clock.set("2026-12-02T18:00:00Z");
    }

    static List<String> targets() {
        List<String> paths = List.of(
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
                "conditions/none",
                "practitioners",
                "practitioners/dana",
                "articles",
                "articles/moving",
                "search",
                "treatments/",
                "treatments/therapy/more");
        List<String> queries =
                List.of("", "?view=card", "?view=full", "?lang=es&partner=demo", "?lang=ar", "?view=bad");
        List<String> targets = new ArrayList<>();
        for (String path : paths) {
            queries.forEach(query -> targets.add(path + query));
        }
        return targets;
    }

    @Test
    void everyStatusIsAmongWhatIsEnumerated() {
        Set<Integer> statuses = new TreeSet<>();
        targets().forEach(each -> statuses.add(clinic.get("/fragments/" + each).status()));
        assertThat(statuses).containsExactly(200, 400, 404, 410);
        assertThat(targets()).hasSize(114);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void aFragmentHasOneRootElementAndNothingBesideIt(String target) {
        Element body = fragment(target);
        assertThat(body.childrenSize()).isOne();
        for (Node node : body.childNodes()) {
            assertThat(node instanceof Element || ((TextNode) node).isBlank()).isTrue();
        }
        Element root = body.child(0);
        boolean spanish = target.contains("lang=es");
        boolean arabic = target.contains("lang=ar");
        assertThat(root.className()).isEqualTo("carelet");
        assertThat(root.attr("data-carelet")).isNotBlank();
        assertThat(root.attr("lang")).isEqualTo(spanish ? "es" : arabic ? "ar" : "en");
        assertThat(root.attr("dir")).isEqualTo(arabic ? "rtl" : "ltr");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void aFragmentHasThePhoneTheWayToAnAppointmentAndTheEmergencyLine(String target) {
        Element body = fragment(target);
        assertThat(body.select("a[href^=tel:+1626555010]")).isNotEmpty();
        assertThat(body.select("a[href^=" + MapleClinic.BOOK + "?]")).hasSize(1);
        assertThat(body.select(".carelet-emergency").text()).contains("911");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void aFragmentHasNoScriptNoStyleAndOnlyNamesWithThePrefix(String target) {
        Element body = fragment(target);
        assertThat(body.select("script, style, h1, link, iframe")).isEmpty();
        assertThat(body.select("form").eachAttr("class"))
                .as("a form that asks for nothing but words to search for")
                .isSubsetOf("carelet-search");
        Set<String> ids = new HashSet<>();
        for (Element each : body.select("body *")) {
            for (Attribute attribute : each.attributes()) {
                assertThat(attribute.getKey()).isNotEqualTo("style").doesNotStartWith("on");
            }
            assertThat(each.classNames()).allMatch(name -> name.equals("carelet") || name.startsWith("carelet-"));
            if (each.hasAttr("id")) {
                assertThat(each.id()).startsWith("carelet-");
                assertThat(ids.add(each.id())).as(each.id()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void aPageHasOneHeadingOfTheFirstLevelAndSkipsNone(String target) {
        Document page = Jsoup.parse(clinic.html("/pages/" + target));
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.title()).isNotBlank();
        assertThat(page.select(".carelet")).hasSize(1);
        int level = 0;
        for (Element heading : page.select(HEADINGS)) {
            int next = heading.normalName().charAt(1) - '0';
            assertThat(next).isLessThanOrEqualTo(level + 1);
            level = next;
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void headingsStartWhereTheyAreAskedTo(String target) {
        List<String> levels =
                fragment(target + (target.contains("?") ? "&" : "?") + "heading=4").select(HEADINGS).stream()
                        .map(Element::normalName)
                        .toList();
        assertThat(levels).isNotEmpty().allMatch(each -> each.compareTo("h4") >= 0);
        assertThat(levels.get(0)).isEqualTo("h4");
    }

    static Stream<String> listsAndItems() {
        return Stream.of("locations?x", "treatments?view=full", "articles/moving?x", "conditions/sciatica?x");
    }

    @ParameterizedTest
    @MethodSource("listsAndItems")
    void twoInstancesShareNoId(String target) {
        Set<String> first =
                new HashSet<>(fragment(target + "&instance=a").select("[id]").eachAttr("id"));
        Set<String> second =
                new HashSet<>(fragment(target + "&instance=b").select("[id]").eachAttr("id"));
        assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(second);
    }

    private static Element fragment(String target) {
        return Jsoup.parseBodyFragment(clinic.html("/fragments/" + target)).body();
    }
}
