package io.github.carelet.servlet.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Item;
import io.github.carelet.servlet.NuChecker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every fragment and page conforms to HTML, by the Nu checker: each kind, item, view, language, state and parameter. */
class NuFragmentsTest {

    private static final NuChecker NU = new NuChecker();
    private static final Path SAMPLE = Path.of("..", "examples", "partner-site", "src", "main", "resources", "clinic");

    @Test
    void whatIsBrokenIsFound() {
        assertThat(NU.problems(NuChecker.wrapped(2, "<p>Fine.</p>"))).isEmpty();
        for (String broken : List.of(
                "<p id=\"carelet-a\">1</p><p id=\"carelet-a\">2</p>",
                "<dl><p>1</p></dl>",
                "<p><div>1</div></p>",
                "<h2></h2>",
                "<a href=\"tel:+1 626\">1</a>",
                "<span lang=\"no-such-language\">1</span>",
                "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>")) {
            assertThat(NU.problems(NuChecker.wrapped(2, broken))).as(broken).isNotEmpty();
        }
    }

    @Test
    void theSmallClinicConforms() {
        MapleClinic clinic = MapleClinic.open();
        clinic.clock.set("2026-12-02T18:00:00Z");
        Set<Integer> statuses = check("small clinic", clinic, NuFragmentsTest::everything);
        assertThat(statuses).contains(200, 400, 404, 410);
    }

    @Test
    void theSampleClinicConforms() {
        check("sample clinic", MapleClinic.from(SAMPLE), NuFragmentsTest::briefly);
    }

    @Test
    void aHostileClinicConforms() {
        check("hostile clinic", MapleClinic.of(HostileClinic.json()), NuFragmentsTest::briefly);
    }

    @Test
    void theSameFragmentMayStandOnAPageThreeTimes() {
        for (MapleClinic clinic : List.of(MapleClinic.open(), MapleClinic.of(HostileClinic.json()))) {
            int clashes = 0;
            for (String path : paths(clinic.carelet.publication().catalog())) {
                for (String view : List.of("card", "full")) {
                    String target = "/fragments/" + path + "?view=" + view;
                    String three = NuChecker.wrapped(
                            2,
                            clinic.html(target + "&instance=a"),
                            clinic.html(target + "&instance=b"),
                            clinic.html(target + "&instance=a-b"));
                    assertThat(NU.problems(three)).as(target).isEmpty();
                    String same = clinic.html(target);
                    clashes +=
                            NU.problems(NuChecker.wrapped(2, same, same, same)).isEmpty() ? 0 : 1;
                }
            }
            assertThat(clashes).as("control: without an instance ids clash").isPositive();
        }
    }

    private interface Queries {

        List<String> of(Catalog catalog);
    }

    private static Set<Integer> check(String name, MapleClinic clinic, Queries queries) {
        Catalog catalog = clinic.carelet.publication().catalog();
        Set<Integer> statuses = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Map<String, List<String>> wrong = new TreeMap<>();
        int before = NU.checked();
        int asked = 0;
        for (String path : paths(catalog)) {
            for (String query : queries.of(catalog)) {
                for (String form : List.of("/fragments/", "/pages/")) {
                    String target = form + path + query;
                    String html = clinic.html(target);
                    asked++;
                    statuses.add(clinic.get(target).status());
                    if (seen.add(html)) {
                        List<String> problems =
                                NU.problems(form.equals("/pages/") ? html : NuChecker.wrapped(heading(query), html));
                        problems.forEach(each -> wrong.computeIfAbsent(
                                        each.replaceAll("at [0-9:]+", ""), key -> new ArrayList<>())
                                .add(target));
                    }
                }
            }
        }
        System.out.printf(
                "Nu checker, %s: %d requests, %d different documents, %d problems%n",
                name, asked, NU.checked() - before, wrong.size());
        assertThat(wrong.entrySet().stream()
                        .map(each -> each.getKey() + ", " + each.getValue().size() + " times, as in "
                                + each.getValue().get(0)))
                .isEmpty();
        return statuses;
    }

    private static int heading(String query) {
        return query.contains("heading=6") ? 6 : 2;
    }

    private static List<String> paths(Catalog catalog) {
        Set<String> paths = new LinkedHashSet<>(List.of(
                "clinic",
                "booking",
                "locations",
                "treatments",
                "conditions",
                "practitioners",
                "articles",
                "search",
                "treatments/none",
                "nothing"));
        catalog.locations().forEach(each -> paths.add("locations/" + each.id()));
        catalog.practitioners().forEach(each -> paths.add("practitioners/" + each.id()));
        add(paths, "treatments/", catalog.treatments());
        add(paths, "conditions/", catalog.conditions());
        add(paths, "articles/", catalog.articles());
        return List.copyOf(paths);
    }

    private static void add(Set<String> paths, String kind, List<? extends Item> items) {
        items.forEach(each -> paths.add(kind + each.id()));
    }

    private static List<String> briefly(Catalog catalog) {
        return catalog.clinic().languages().stream()
                .flatMap(tag -> Stream.of("?lang=" + tag + "&view=card", "?lang=" + tag + "&view=full&heading=6"))
                .toList();
    }

    private static List<String> everything(Catalog catalog) {
        List<String> queries = new ArrayList<>(List.of("", "?view=bad", "?sections=risks", "?sections=benefits,after"));
        for (String language : List.of("en", "es", "ar")) {
            for (String view : List.of("card", "full")) {
                for (String heading : List.of("2", "6")) {
                    for (String rest : List.of("", "&location=arcadia", "&instance=x&partner=demo&location=glendale")) {
                        queries.add("?lang=" + language + "&view=" + view + "&heading=" + heading + rest);
                    }
                }
            }
        }
        return queries;
    }
}
