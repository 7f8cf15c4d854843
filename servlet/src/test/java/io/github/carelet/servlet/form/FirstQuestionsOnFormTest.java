package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstQuestionsOnFormTest {

    private static final String INSURANCE = "Insurance accepted, checked October 2026: Medicare";
    private static final String FAX = "Fax: (626) 555-0190";

    private Site site;

    @BeforeAll
    void open(@TempDir Path folder) {
        site = Site.taking(folder);
    }

    @AfterAll
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type=pt-evaluation | Referral needed: No | What to bring: Loose clothes.",
                "type=first-visit&treatment=physical-therapy | Referral needed: No | What to bring: Loose clothes.",
                "type=injection | Referral needed: Yes | What to bring: not stated, call us at (626) 555-0111",
                "type=first-visit | Referral needed: depends on the treatment | What to bring: depends on the treatment",
                "type=surgery-talk | Referral needed: depends on the treatment | What to bring: depends on the treatment"
            })
    void theFormAnswersThemForWhatIsAskedFor(String choice, String referral, String bring) {
        HttpResponse<String> form = site.get("/book?location=arcadia&" + choice);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(known(form.body())).containsExactlyInAnyOrder(INSURANCE, FAX, referral, bring);
    }

    /** The times come first; what may mean an emergency comes before them. */
    @Test
    void theyComeAfterTheTimesAndAgainWhenTheFormComesBack() {
        String page = site.get("/book?type=pt-evaluation&location=arcadia").body();
        assertThat(page.indexOf("Good to know")).isGreaterThan(page.indexOf("data-carelet-next"));
        assertThat(page.indexOf("carelet-form-emergency")).isBetween(1, page.indexOf("<form method=\"get\""));
        String again = site.post(
                        "/bookings",
                        site.form("/book?type=pt-evaluation&location=arcadia").fields())
                .body();
        assertThat(known(again)).contains("What to bring: Loose clothes.");
    }

    @Test
    void theyAreInTheLanguageOfThePage() {
        String page =
                site.get("/book?type=pt-evaluation&location=arcadia&lang=es").body();
        assertThat(known(page))
                .containsExactly(
                        "Seguros aceptados, verificado en octubre de 2026: Medicare",
                        "Necesita una remisión: No",
                        "Qué traer: Ropa cómoda.",
                        "Fax: (626) 555-0190");
        assertThat(Filled.parse(page).select(".carelet-form-known [lang]").eachAttr("lang"))
                .containsExactly("en");
    }

    /** What is to be brought for one treatment would tell which one it is. */
    @ParameterizedTest
    @CsvSource({"pt-evaluation, physical-therapy", "injection, nerve-block", "first-visit, physical-therapy"})
    void thePatientsPageAnswersOnlyWhatThePlaceDecides(String type, String treatment) {
        String form = site.lastStep("/book?location=arcadia&type=" + type + "&treatment=" + treatment);
        Filled filled =
                Filled.from(form).asPatient().set("patientType", "existing").set("familyName", type);
        if (type.equals("pt-evaluation")) {
            filled.set("answers.side", "Left");
        }
        HttpResponse<String> sent = site.post("/bookings", filled.fields());
        assertThat(sent.statusCode()).isEqualTo(303);
        String page = site.get(sent.headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceAll("#.*", "")
                        .substring(Site.BASE.length()))
                .body();
        assertThat(known(page)).containsExactly(INSURANCE, FAX);
        assertThat(page).doesNotContain("Loose clothes").doesNotContain("therapy");
    }

    private static List<String> known(String html) {
        return Filled.parse(html).select(".carelet-form-known dl > div").stream()
                .map(line -> line.select("dt").text() + ": "
                        + String.join(", ", line.select("dd").eachText()))
                .toList();
    }
}
