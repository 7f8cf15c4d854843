package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.Partner;
import io.github.carelet.delivery.FhirServer;
import io.github.carelet.delivery.WebhookEndpoint;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void servesOnPort8080FromCareletDataWithoutArguments() {
        assertThat(Arguments.parse())
                .isEqualTo(new Command.Serve(
                        8080,
                        Path.of("carelet-data"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        true));
    }

    @Test
    void understandsEveryOptionAtOnce() {
        Command command = Arguments.parse(
                "--port",
                "0",
                "--data",
                "/tmp/x",
                "--catalog",
                "clinic.json",
                "--jdbc",
                "jdbc:postgresql://localhost/carelet",
                "--webhook",
                "http://127.0.0.1:9/hook",
                "--webhook-secret",
                SECRET,
                "--fhir",
                "http://127.0.0.1:9/r4",
                "--partner",
                "news=https://news.example,http://localhost:3000",
                "--partner",
                "club=https://club.example",
                "--staff",
                "ann:pass:word",
                "--staff",
                "bob:secret",
                "--limits",
                "off");

        assertThat(command).isInstanceOfSatisfying(Command.Serve.class, serve -> {
            assertThat(serve.port()).isZero();
            assertThat(serve.data()).isEqualTo(Path.of("/tmp/x"));
            assertThat(serve.catalog()).contains(Path.of("clinic.json"));
            assertThat(serve.limited()).isFalse();
            assertThat(serve.jdbc()).contains("jdbc:postgresql://localhost/carelet");
            assertThat(serve.fhir()).map(FhirServer::address).contains(URI.create("http://127.0.0.1:9/r4"));
            assertThat(serve.webhook()).map(WebhookEndpoint::address).contains(URI.create("http://127.0.0.1:9/hook"));
            assertThat(serve.partners())
                    .containsExactlyInAnyOrder(
                            new Partner("news", List.of("https://news.example", "http://localhost:3000")),
                            new Partner("club", List.of("https://club.example")));
            assertThat(serve.staff())
                    .containsExactly(new StaffLogin("ann", "pass:word"), new StaffLogin("bob", "secret"));
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            --port -1                        | --port '-1' is no port: expected 0 to 65535
            --port 65536                     | --port '65536' is no port: expected 0 to 65535
            --port 99999999999               | --port '99999999999' is no port: expected 0 to 65535
            --port ٣                         | --port '٣' is no port: expected 0 to 65535
            --port                           | --port lacks its value
            --port --data x                  | --port lacks its value
            --port 1 --port 2                | --port is there 2 times, expected once
            --data                           | --data lacks its value
            --limits on                      | --limits 'on' is unknown: expected off
            --webhook http://a.example/      | --webhook and --webhook-secret go together
            --webhook-secret whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw | --webhook and --webhook-secret go together
            --partner news                   | --partner 'news' is no partner: expected like news=https://news.example
            --partner news=                  | --partner 'news=' is no partner: expected like news=https://news.example
            --partner =https://news.example  | --partner '=https://news.example' is no partner: expected like news=https://news.example
            --partner News=https://a.example | --partner 'News=https://a.example': 'News' is no id: expected 1 to 64 of a-z, 0-9 and '-'
            --partner a=https://a.example/x  | --partner 'a=https://a.example/x': 'https://a.example/x' is no origin: expected like https://partner.example
            --partner a=https://a.example,   | --partner 'a=https://a.example,': '' is no origin: expected like https://partner.example
            --partner a=http://a --partner a=http://b | --partner 'a' is there twice
            --jdbc jdbc:h2:x                 | --jdbc is no PostgreSQL database: expected like jdbc:postgresql://localhost/carelet?user=carelet
            --staff ann                      | --staff is no login: expected NAME:PASSWORD, and a name other than patient and system
            --staff ann:                     | --staff is no login: expected NAME:PASSWORD, and a name other than patient and system
            --staff :secret                  | --staff is no login: expected NAME:PASSWORD, and a name other than patient and system
            --staff patient:secret           | --staff is no login: expected NAME:PASSWORD, and a name other than patient and system
            --staff ann:a --staff ann:b      | --staff 'ann' is there twice
            --smtp localhost                 | --smtp 'localhost' is no mail server: expected like localhost:1025
            --smtp localhost:0               | --smtp: '0' is no port: expected 1 to 65535
            --fhir localhost                 | --fhir is no address: expected like http://localhost:8090/fhir
            --fhir http://localhost/r4?a=b   | --fhir: FHIR server 'clinic' has an address with a query or a fragment: expected a service base
            import --out x                   | import takes files or addresses of pages, and found none
            import a.html                    | import lacks --out DIR
            import a.html --out              | --out lacks its value
            import a.html --out x --out y    | --out is there twice, expected once
            import a.html --into x --out y   | '--into' is no option of import: expected --out DIR
            check                            | check takes one file or folder, not ''
            check a b                        | check takes one file or folder, not 'a b'
            """)
    void refusesWhatMakesNoSense(String line, String problem) {
        assertThat(Arguments.parse(line.split(" +"))).isEqualTo(new Command.Refused(List.of(problem)));
    }

    @Test
    void namesEveryProblemAtOnce() {
        assertThat(Arguments.parse("--port", "x", "--limits", "x", "--fhir", "nowhere", "--nonsense"))
                .isInstanceOfSatisfying(
                        Command.Refused.class,
                        refused -> assertThat(refused.problems())
                                .satisfiesExactly(
                                        unknown -> assertThat(unknown).startsWith("'--nonsense' is no option"),
                                        limits -> assertThat(limits).startsWith("--limits"),
                                        port -> assertThat(port).startsWith("--port"),
                                        fhir -> assertThat(fhir).startsWith("--fhir")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hook", "ftp://a.example/", "http://", "http:///x", "http://user:word@a.example/", "http://a b/"
            })
    void refusesAWebhookThatIsNoWebAddress(String address) {
        assertThat(Arguments.parse("--webhook", address, "--webhook-secret", SECRET))
                .isInstanceOfSatisfying(
                        Command.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .asString()
                                .startsWith("--webhook is no address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hush", "whsec_", "whsec_c2hvcnQ=", "whsec_***"})
    void neverRepeatsASecretNotEvenAWrongOne(String secret) {
        assertThat(Arguments.parse("--webhook", "http://a.example/", "--webhook-secret", secret))
                .isInstanceOfSatisfying(
                        Command.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .asString()
                                .startsWith("--webhook-secret: no webhook secret: ")
                                .doesNotContain("hush", "c2hvcnQ", "***"));
    }

    @Test
    void neverPrintsAPassword() {
        assertThat(Arguments.parse("--staff", "ann:hush").toString())
                .contains("ann")
                .doesNotContain("hush");
    }

    @Test
    void checksACatalogue() {
        assertThat(Arguments.parse("check", "clinic.json")).isEqualTo(new Command.Check(Path.of("clinic.json")));
    }

    @Test
    void aSystemOfTheClinicHasATokenWhichIsNeverRepeated() {
        String token = "0123456789-0123456789-0123456789";
        Command both = Arguments.parse("--pickup", "ehr:" + token, "--pickup", "ehr:other-" + token);
        assertThat(both).isInstanceOfSatisfying(Command.Serve.class, serve -> {
            assertThat(serve.pickup()).extracting(each -> each.name()).containsExactly("ehr", "ehr");
            assertThat(serve.pickup().get(0).accepts(token)).isTrue();
            assertThat(serve.pickup().get(1).accepts(token)).isFalse();
            assertThat(serve.toString()).doesNotContain(token);
        });
        assertThat(Arguments.parse("--pickup", "ehr:short-Canary"))
                .isInstanceOfSatisfying(
                        Command.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .asString()
                                .contains("12 characters")
                                .doesNotContain("Canary"));
        assertThat(Arguments.parse("--pickup", token)).isInstanceOf(Command.Refused.class);
    }

    @Test
    void theAuditTrailOfOneFolderIsVerified() {
        assertThat(Arguments.parse("audit", "data")).isEqualTo(new Command.Audit(Path.of("data")));
        assertThat(Arguments.parse("audit")).isInstanceOf(Command.Refused.class);
    }
}
