package io.github.carelet.servlet.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstQuestionsTest {

    private static final String ANSWER = "We answer requests: within one day, in opening hours";

    private final MapleClinic clinic = MapleClinic.open();

    @Test
    void aTreatmentAnswersThemForWhereItIsOffered() {
        assertThat(known(clinic, "treatments/therapy"))
                .containsExactly(
                        "Insurance accepted: Blue Cross",
                        "Referral needed: Yes",
                        "What to bring: Loose clothes.",
                        "Fax: (626) 555-0109",
                        ANSWER);
    }

    @Test
    void whatIsMissingIsSaidToBeInOneLineWithTheNumber() {
        assertThat(known(clinic, "treatments/block"))
                .containsExactly(
                        "Insurance accepted: Medicare",
                        "Referral needed and what to bring: not stated, call us at (626) 555-0100",
                        ANSWER);
        assertThat(root(clinic, "treatments/block").select(".carelet-known a").eachAttr("href"))
                .containsExactly("tel:+16265550100");
    }

    @Test
    void aLocationAnswersThemForWhateverIsDoneThere() {
        assertThat(known(clinic, "locations/arcadia"))
                .containsExactly(
                        "Insurance accepted: Blue Cross",
                        "Referral needed: Yes",
                        "What to bring: Loose clothes.",
                        "Fax: (626) 555-0109",
                        ANSWER);
        MapleClinic both = MapleClinic.of(MapleClinic.json()
                .replace(
                        "\"availableAt\": [\"glendale\"]",
                        "\"availableAt\": [\"arcadia\"], \"referralRequired\": \"no\""));
        assertThat(known(both, "locations/arcadia"))
                .as("what depends on a treatment can't be answered there")
                .containsExactly("Insurance accepted: Blue Cross", "Fax: (626) 555-0109", ANSWER);
    }

    @Test
    void whatDependsOnTheLocationIsNotSaidAsIfItDidNot() {
        MapleClinic both = MapleClinic.of(MapleClinic.json()
                .replace("\"availableAt\": [\"arcadia\"]", "\"availableAt\": [\"arcadia\", \"glendale\"]"));
        assertThat(known(both, "treatments/therapy"))
                .contains("Insurance accepted: depends on the location", "Fax: depends on the location");
        assertThat(known(both, "treatments/therapy?location=glendale"))
                .contains("Insurance accepted: Medicare")
                .noneMatch(line -> line.startsWith("Fax"));
        assertThat(root(both, "clinic").select(".carelet-facts").get(0).text())
                .isEqualTo("Insurance accepted depends on the location Fax depends on the location "
                        + ANSWER.replace(":", ""));
    }

    @Test
    void whatIsAcceptedEverywhereIsSaidAlsoWhereTheRestDependsOnTheLocation() {
        MapleClinic both = MapleClinic.of(MapleClinic.json()
                .replace("\"availableAt\": [\"arcadia\"]", "\"availableAt\": [\"arcadia\", \"glendale\"]")
                .replace("[{\"name\": \"Blue Cross\"}]", "[{\"name\": \"Blue Cross\"}, {\"name\": \"Medicare\"}]"));
        assertThat(known(both, "treatments/therapy"))
                .startsWith("Insurance accepted: Medicare", "Other insurance: depends on the location");
        assertThat(known(both, "treatments/therapy?lang=es"))
                .startsWith("Seguros aceptados: Medicare", "Otros seguros: depende de la sede");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-01 | en | Insurance accepted, checked October 2026: Medicare",
                "2026-10-01 | es | Seguros aceptados, verificado en octubre de 2026: Medicare",
                "2019-02-28 | en | Insurance accepted, checked February 2019: Medicare"
            })
    void theDayOfTheCheckIsSaid(String day, String language, String line) {
        MapleClinic dated = MapleClinic.of(MapleClinic.json()
                .replace(
                        "{\"name\": \"Medicare\"}",
                        "{\"name\": \"Medicare\", \"reviewedOn\": \"" + day + "\"}, {\"name\": \"Aetna\"}"));
        assertThat(known(dated, "treatments/block?lang=" + language).get(0)).isEqualTo(line);
        assertThat(known(dated, "treatments/block?lang=" + language).get(1)).endsWith(": Aetna");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT1H | within one hour, in opening hours",
                "PT5M | within one hour, in opening hours",
                "PT36H | within 36 hours, in opening hours",
                "P1D | within one day, in opening hours",
                "PT48H | within 2 days, in opening hours"
            })
    void howSoonAnAnswerComesIsSaidInWords(String within, String words) {
        MapleClinic quick = MapleClinic.of(MapleClinic.json()
                .replace("\"timeZone\": \"America", "\"answerWithin\": \"" + within + "\", \"timeZone\": \"America"));
        assertThat(known(quick, "locations/glendale")).endsWith("We answer requests: " + words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"treatments", "locations", "conditions", "treatments/therapy?view=card"})
    void cardsAreSpared(String target) {
        assertThat(root(clinic, target).select(".carelet-known")).isEmpty();
    }

    @Test
    void anItemWithoutAReviewSaysSoAndOneThatIsDueSaysWhen() {
        assertThat(root(clinic, "conditions/sciatica")
                        .select(".carelet-reviewed")
                        .text())
                .isEqualTo("Nobody has said when this text was reviewed.");
        clinic.clock.set("2027-02-20T18:00:00Z");
        assertThat(root(clinic, "treatments/therapy")
                        .select(".carelet-reviewed")
                        .text())
                .isEqualTo("Reviewed March 2026 by Dana Reed, PT. The next review is due by March 10, 2027.");
        assertThat(root(clinic, "treatments/therapy").attr("data-carelet-review"))
                .isEqualTo("due");
    }

    private static List<String> known(MapleClinic clinic, String target) {
        return root(clinic, target).select(".carelet-known dl > div").stream()
                .map(line -> line.select("dt").text() + ": "
                        + String.join(", ", line.select("dd").eachText()))
                .toList();
    }

    private static Element root(MapleClinic clinic, String target) {
        return Jsoup.parseBodyFragment(clinic.html("/fragments/" + target))
                .body()
                .child(0);
    }
}
