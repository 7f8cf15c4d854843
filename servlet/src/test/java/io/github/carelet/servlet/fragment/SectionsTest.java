package io.github.carelet.servlet.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.servlet.http.Reply;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sections are shown, by their ids, and what travels with them. */
class SectionsTest {

    /** Risks are required by two, one of them through another; two require each other. */
    private static final String SECTIONS = """
            [{"id": "risks", "aspect": "risks", "heading": "Risks"},
             {"id": "benefits", "aspect": "benefits", "heading": "Benefits", "requires": ["method"]},
             {"id": "method", "aspect": "overview", "heading": "Method", "requires": ["risks", "method"]},
             {"id": "before", "aspect": "preparation", "heading": "Before", "requires": ["after"]},
             {"id": "after", "aspect": "aftercare", "heading": "After", "requires": ["before"]},
             {"id": "a-1", "aspect": "other", "heading": "More"}]""";

    private final MapleClinic clinic = MapleClinic.of(MapleClinic.json()
            .replaceFirst(
                    "(?s)\"sections\": \\[\\s*\\{\"id\": \"benefits\".*?\\}\\],", "\"sections\": " + SECTIONS + ","));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "risks | risks",
                "method | risks,method",
                "benefits | risks,benefits,method",
                "before | before,after",
                "after,before | before,after",
                "a-1,risks | risks,a-1",
                "a-1%2Crisks | risks,a-1",
                "%72isks | risks",
                "risks,risks,risks | risks",
                "a-1,after,method | risks,method,before,after,a-1"
            })
    void theyComeInTheOrderOfTheItemWithWhatTheyRequire(String asked, String shown) {
        assertThat(sections("treatments/therapy?sections=" + asked)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none",
                "''",
                "Risks",
                "RISKS",
                "risks,",
                ",risks",
                "risks,,after",
                "risks%2C%2Cafter",
                "+risks",
                "risks,+after",
                "risks%20",
                "risks%00",
                "risks%0A",
                "risks;after",
                "risks%7Cafter",
                "risks%252Cafter",
                "risks,none",
                "benefits&sections=risks",
                "risks&sections=risks",
                "why",
                "%F0%9F%9A%80",
                "ri%C5%9Fks",
                "*",
                "../risks"
            })
    void anythingElseIsInvalidAndStillHasTheCore(String asked) {
        for (String form : List.of("/fragments/", "/pages/")) {
            Reply reply = clinic.get(form + "treatments/therapy?sections=" + asked);
            assertThat(reply.status()).isEqualTo(400);
            Element page = Jsoup.parse(MapleClinic.text(reply));
            assertThat(page.select("section")).isEmpty();
            assertThat(page.select(".carelet")).hasSize(1);
            assertThat(page.select("a[href^=tel:]")).isNotEmpty();
            assertThat(page.select("a[href^=" + MapleClinic.BOOK + "]")).hasSize(1);
            assertThat(page.select(".carelet-emergency")).hasSize(1);
        }
    }

    @Test
    void aListTakesAnyIdThatOneOfItsItemsHas() {
        assertThat(sections("treatments?view=full&sections=benefits")).isEqualTo("risks,benefits,method");
        assertThat(Jsoup.parse(clinic.html("/fragments/treatments?view=full&sections=benefits"))
                        .select(".carelet-story"))
                .hasSize(2);
        assertThat(clinic.get("/fragments/articles?sections=why").status()).isEqualTo(200);
        assertThat(clinic.get("/fragments/articles?sections=risks").status()).isEqualTo(400);
        assertThat(clinic.get("/fragments/treatments/block?sections=risks").status())
                .isEqualTo(400);
    }

    /** Of each set of sections: nothing is shown without what it requires, and all that was asked for is shown. */
    @Test
    void noChoiceStripsWhatIsRequired() {
        List<String> ids = List.of("risks", "benefits", "method", "before", "after", "a-1");
        int sets = 0;
        int strippable = 0;
        for (int set = 1; set < 1 << ids.size(); set++) {
            int chosen = set;
            List<String> asked = ids.stream()
                    .filter(id -> (chosen >> ids.indexOf(id) & 1) == 1)
                    .toList();
            List<String> shown = List.of(sections("treatments/therapy?sections=" + String.join(",", asked))
                    .split(","));
            assertThat(shown).containsAll(asked);
            assertThat(isComplete(shown)).as(asked.toString()).isTrue();
            strippable += isComplete(asked) ? 0 : 1;
            sets++;
        }
        System.out.printf(
                "sections: %d choices, 0 stripped; control: %d would be if requires did not travel%n",
                sets, strippable);
        assertThat(strippable).isPositive();
    }

    private static boolean isComplete(List<String> shown) {
        return (!shown.contains("benefits") || shown.contains("method"))
                && (!shown.contains("method") || shown.contains("risks"))
                && shown.contains("before") == shown.contains("after");
    }

    private String sections(String target) {
        return String.join(
                ",",
                Jsoup.parse(clinic.html("/fragments/" + target)).select("section").stream()
                        .map(each -> each.id().replaceFirst(".*_", ""))
                        .toList());
    }
}
