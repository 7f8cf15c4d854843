package io.github.carelet.servlet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.carelet.Carelet;
import io.github.carelet.servlet.http.Reply;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupHandlerTest {

    private final Carelet carelet =
            Clinic.open(builder -> builder.contentOnly().bookingAt(URI.create("https://book.example.org/c")));
    private final LookupHandler handler = new LookupHandler(carelet);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "system=ICD-10-CM&code=M54.30 | exact | sciatica",
                "system=icd10cm&code=m5430 | exact | sciatica",
                "system=2.16.840.1.113883.6.90&code=+M54.30+ | exact | sciatica",
                "system=urn:oid:2.16.840.1.113883.6.90&code=M54.30 | exact | sciatica",
                "system=http://hl7.org/fhir/sid/icd-10-cm&code=M54.30 | exact | sciatica",
                "mainSearchCriteria.v.cs=2.16.840.1.113883.6.90&mainSearchCriteria.v.c=M54.30&mainSearchCriteria.v.dn=Sciatica | exact | sciatica",
                "mainSearchCriteria.v.cs=2.16.840.1.113883.6.96&mainSearchCriteria.v.c=23056005 | exact | sciatica",
                "system=ICD-10-CM&code=M54.3 | narrower | sciatica",
                "system=ICD-10-CM&code=M54 | narrower | neck,sciatica",
                "system=ICD-10-CM&code=M54.32 | related | sciatica",
                "system=ICD-10-CM&code=M54.21 | broader | neck",
                "system=ICD-10-CM&code=M54.9 | none | ''",
                "system=ICD-10-CM&code=M47.9 | none | ''",
                "system=SNOMED CT&code=2305600 | none | ''",
                "system=MAPLE 1&code=N-1 | exact | neck",
                "system=2.16.840.1.113883.6.88&code=5640 | none | ''",
                "system=2.16.840.1.113883.6.1&code=4548-4 | none | ''",
                "system=2.16.840.1.113883.6.103&code=724.3 | none | ''"
            })
    void aCodeLeadsToItsConditions(String query, String match, String conditions) {
        Reply reply = Clinic.get(handler, "/lookup?" + query.replace(" ", "%20"));
        JsonNode json = Clinic.json(reply);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(json.path("match").asText()).isEqualTo(match);
        assertThat(String.join(",", json.path("conditions").findValuesAsText("id")))
                .isEqualTo(conditions);
        assertThat(json.path("phone").asText()).isEqualTo("(626) 555-0100");
        assertThat(json.path("call").asText()).isEqualTo("tel:+16265550100");
        assertThat(json.path("emergency").asText()).contains("911");
        assertThat(json.path("book").asText()).startsWith("https://book.example.org/c/book?");
    }

    @Test
    void theAnswerHasTreatmentsAndArticlesWithTheirPages() {
        Reply reply =
                Clinic.get(handler, "/lookup?system=ICD-10-CM&code=M54.30&informationRecipient.languageCode.c=es-MX");
        JsonNode json = Clinic.json(reply);

        assertThat(reply.headers())
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Cache-Control", "public, max-age=300")
                .containsEntry("Vary", "Accept, Accept-Encoding")
                .containsKey("ETag");
        assertThat(json.path("language").asText()).isEqualTo("es");
        assertThat(json.at("/conditions/0/name").asText()).isEqualTo("Ciática");
        assertThat(json.at("/conditions/0/review").asText()).isEqualTo("fresh");
        assertThat(json.at("/conditions/0/page").asText()).isEqualTo("/app/carelet/pages/conditions/sciatica?lang=es");
        assertThat(json.at("/conditions/0/fragment").asText())
                .isEqualTo("/app/carelet/fragments/conditions/sciatica?lang=es");
        assertThat(json.at("/conditions/0/text").asText()).endsWith("?lang=es&format=text");
        assertThat(json.at("/conditions/0/codes/0/code").asText()).isEqualTo("M54.30");
        assertThat(json.at("/treatments/0/name").asText()).isEqualTo("Fisioterapia");
        assertThat(json.at("/articles/0/id").asText()).isEqualTo("moving");
        assertThat(json.path("book").asText()).endsWith("/book?condition=sciatica&lang=es");
    }

    @ParameterizedTest
    @CsvSource({
        "/lookup, 400",
        "/lookup?system=ICD-10-CM, 400",
        "/lookup?code=M54, 400",
        "/lookup?system=zebra&code=1, 422",
        "/lookup?system=ICD-10-CM&code=zebra%3Cb%3E, 400",
        "/lookup?system=ICD-10-CM&code=., 400",
        "/lookup?system=ICD-10-CM&code=M54&lang=zebra_1, 400",
        "/lookup?system=ICD-10-CM&code=M54&format=zebra, 400",
        "/lookup/zebra?system=ICD-10-CM&code=M54, 404"
    })
    void whatCantBeLookedUpIsSaidAndNeverRepeated(String target, int status) {
        Reply reply = Clinic.get(handler, target);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(Clinic.text(reply)).doesNotContain("zebra");
        if (status == 422) {
            assertThat(Clinic.json(reply).path("known").toString())
                    .isEqualTo("[\"ICD-10-CM\",\"ICD-9-CM\",\"LOINC\",\"Maple-1\",\"RxNorm\",\"SNOMED CT\"]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code=M54.30&format=html | | /app/carelet/pages/conditions/sciatica",
                "code=M54.30&lang=es | text/html,application/xhtml+xml,*/*;q=0.8 | /app/carelet/pages/conditions/sciatica?lang=es",
                "code=Z99 | text/html | /app/carelet/pages/conditions",
                "code=M54.30 | application/json, text/html;q=0.5 | ",
                "code=M54.30 | */* | ",
                "code=M54.30&format=json | text/html | "
            })
    void whoWantsAPageIsLedToIt(String query, String accept, String page) {
        Map<String, String> headers = accept == null ? Map.of() : Map.of("Accept", accept);
        Reply reply = Clinic.ask(handler, "GET", "/lookup?system=ICD-10-CM&" + query, headers);

        assertThat(reply.status()).isEqualTo(page == null ? 200 : 303);
        assertThat(reply.headers().get("Location")).isEqualTo(page);
        assertThat(reply.headers().get("Vary")).startsWith("Accept");
    }

    @Test
    void nobodyPostsACode() {
        Reply reply = Clinic.ask(handler, "POST", "/lookup?system=ICD-10-CM&code=M54", Map.of());

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers()).containsEntry("Allow", "GET, HEAD");
    }
}
