package io.github.carelet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.delivery.ResourceSource.Composition;
import io.github.carelet.delivery.ResourceSource.Identity;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.HostResolver;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FhirTransportTest {

    private static final Identity IDENTITY = new Identity("Appointment", "https://clinic.example/booking", "K7QM-3XWD");

    private final FhirPeer peer = new FhirPeer(0);
    private final MovableClock clock = new MovableClock();
    private Composition wanted = resource("booked");

    @AfterEach
    void stop() {
        peer.close();
    }

    private static Composition resource(String status) {
        return new Composition.Composed("""
                {"resourceType": "Appointment", "identifier": [{"system": "%s", "value": "%s"}], "status": "%s",
                 "start": %s, "contained": [{"resourceType": "Patient", "id": "patient"}]}
                """.replaceFirst("%s", IDENTITY.system())
                .replaceFirst("%s", IDENTITY.value())
                .replaceFirst("%s", status)
                .replaceFirst("%s", status.equals("booked") ? "\"2026-12-01T09:00:00-08:00\"" : "null"));
    }

    private Delivery deliver() {
        return deliver(peer.as("ehr"));
    }

    private ResourceSource source() {
        return new ResourceSource() {
            @Override
            public Identity identity(Message message) {
                return IDENTITY;
            }

            @Override
            public Composition compose(Message message) {
                return wanted;
            }
        };
    }

    private Delivery deliver(FhirServer server) {
        try (FhirTransport transport = new FhirTransport(List.of(server), source(), peer.guard(), clock)) {
            return transport.deliver(new Message("m1", "fhir", "ehr", "b1", "{}", clock.instant()));
        }
    }

    @Test
    void whatTheServerLacksIsCreatedAndWhatDiffersIsUpdatedOnce() {
        assertThat(deliver()).isEqualTo(new Delivery.Delivered("HTTP 201"));
        assertThat(deliver()).isEqualTo(new Delivery.Delivered("HTTP 200, no change"));
        wanted = resource("cancelled");
        assertThat(deliver()).isEqualTo(new Delivery.Delivered("HTTP 200"));
        assertThat(deliver()).isEqualTo(new Delivery.Delivered("HTTP 200, no change"));
        String search = "GET /r4/Appointment?identifier=https%3A%2F%2Fclinic.example%2Fbooking%7CK7QM-3XWD&_count=10";
        assertThat(peer.requests())
                .containsExactly(search, "POST /r4/Appointment", search, search, "PUT /r4/Appointment/a1", search);
        assertThat(peer.resources()).hasSize(1);
        ObjectNode held = peer.resources().get(0);
        assertThat(held.path("status").asText()).isEqualTo("cancelled");
        assertThat(held.has("start")).isFalse();
        assertThat(held.path("meta").path("versionId").asText()).isEqualTo("2");
    }

    @Test
    void theServerIsAskedAsHttpAndFhirHaveIt() {
        deliver(peer.as("ehr").withToken("abc.DEF-123"));
        wanted = resource("cancelled");
        deliver(peer.as("ehr").withTokens(() -> "second"));
        assertThat(peer.headers())
                .allSatisfy(each -> assertThat(each).containsEntry("accept", "application/fhir+json"));
        assertThat(peer.headers())
                .extracting(each -> each.get("authorization"))
                .containsExactly("Bearer abc.DEF-123", "Bearer abc.DEF-123", "Bearer second", "Bearer second");
        assertThat(peer.headers().get(0)).containsEntry("cache-control", "no-cache");
        assertThat(peer.headers().get(1))
                .containsEntry("content-type", "application/fhir+json; charset=UTF-8")
                .containsEntry("if-none-exist", "identifier=https%3A%2F%2Fclinic.example%2Fbooking%7CK7QM-3XWD")
                .containsEntry("prefer", "return=minimal");
        assertThat(peer.headers().get(3)).containsEntry("if-match", "W/\"1\"").doesNotContainKey("if-none-exist");
    }

    /** What else the clinic's system keeps in the resource, and what else it is called there, is not ours. */
    @Test
    void whatOthersPutInTheResourceStays() {
        peer.put("x1", """
                {"resourceType": "Appointment", "status": "proposed", "priority": 3, "text": {"status": "generated"},
                 "identifier": [{"system": "urn:ehr", "value": "77"},
                    {"system": "https://clinic.example/booking", "value": "K7QM-3XWD"}]}
                """);
        assertThat(deliver()).isEqualTo(new Delivery.Delivered("HTTP 200"));
        ObjectNode held = peer.resources().get(0);
        assertThat(held.path("status").asText()).isEqualTo("booked");
        assertThat(held.path("priority").asInt()).isEqualTo(3);
        assertThat(held.path("identifier")).hasSize(2);
        assertThat(held.has("text")).isFalse();
    }

    @Test
    void somebodyElsesChangeInBetweenIsSeenAndNothingIsOverwritten() {
        deliver();
        wanted = resource("cancelled");
        peer.beforeWrite(
                () -> peer.put("a1", peer.resources().get(0).put("priority", 1).toString()));
        assertThat(deliver()).isEqualTo(new Delivery.Retry("HTTP 412"));
        assertThat(deliver()).isEqualTo(new Delivery.Delivered("HTTP 200"));
        assertThat(peer.resources().get(0).path("priority").asInt()).isEqualTo(1);
    }

    @Test
    void whoWasFasterToCreateItIsFoundByTheNextAttempt() {
        peer.beforeWrite(() -> peer.put("x1", """
                {"resourceType": "Appointment", "status": "proposed",
                 "identifier": [{"system": "https://clinic.example/booking", "value": "K7QM-3XWD"}]}
                """));
        assertThat(deliver()).isEqualTo(new Delivery.Retry("HTTP 200, was there already"));
        assertThat(deliver()).isEqualTo(new Delivery.Delivered("HTTP 200"));
        assertThat(peer.resources()).hasSize(1);
    }

    @Test
    void whatWasDeletedThereIsMadeAnew() {
        deliver();
        peer.usual().then(404, "", Map.of());
        wanted = resource("cancelled");
        assertThat(deliver()).isEqualTo(new Delivery.Retry("HTTP 404"));
    }

    @Test
    void whatOnlyAmendsAResourceMakesNone() {
        Composition off = new Composition.Amended("{\"resourceType\": \"Appointment\", \"status\": \"cancelled\"}");
        wanted = off;
        assertThat(deliver()).isEqualTo(new Delivery.NotNeeded("the server does not have it"));
        assertThat(peer.written()).isEmpty();
        wanted = resource("booked");
        assertThat(deliver()).isEqualTo(new Delivery.Delivered("HTTP 201"));
        wanted = off;
        assertThat(deliver()).isEqualTo(new Delivery.Delivered("HTTP 200"));
        assertThat(peer.resources().get(0).path("status").asText()).isEqualTo("cancelled");
        assertThat(peer.resources().get(0).has("start")).as("the rest stays").isTrue();
    }

    /** Some servers pass over parameters that they do not know. */
    @Test
    void aServerThatListsWhatBelongsToOthersDoesNotGetThatOverwritten() {
        peer.searchBadly();
        peer.put("x1", """
                {"resourceType": "Appointment", "status": "booked",
                 "identifier": [{"system": "https://clinic.example/booking", "value": "OTHER"}]}
                """);
        peer.put("x2", """
                {"resourceType": "Appointment", "status": "booked",
                 "identifier": [{"system": "urn:other", "value": "K7QM-3XWD"}]}
                """);
        assertThat(deliver()).isEqualTo(new Delivery.Delivered("HTTP 201"));
        assertThat(peer.resources())
                .extracting(each -> each.path("meta").path("versionId").asText())
                .containsExactly("1", "1", "1");
    }

    @Test
    void ofTwoThatClaimToBeItNoneIsTouched() {
        String twin = """
                {"resourceType": "Appointment", "status": "booked",
                 "identifier": [{"system": "https://clinic.example/booking", "value": "K7QM-3XWD"}]}
                """;
        peer.put("x1", twin);
        peer.put("x2", twin);
        assertThat(deliver()).isEqualTo(new Delivery.Dead("HTTP 200, several of one identifier"));
        assertThat(peer.written()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402, 405, 406, 413, 415, 422, 451})
    void whatIsRefusedForWhatItIsIsGivenUp(int status) {
        peer.usual().then(status, "{\"resourceType\": \"OperationOutcome\"}", Map.of());
        assertThat(deliver()).isEqualTo(new Delivery.Dead("HTTP " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 401, 403, 404, 408, 409, 410, 412, 423, 425, 429, 500, 501, 502, 503, 504})
    void whatMayPassIsTriedAgain(int status) {
        Map<String, String> elsewhere = Map.of("Location", "http://127.0.0.1:" + peer.port() + "/r4/elsewhere");
        peer.then(status, "", elsewhere);
        assertThat(deliver()).isEqualTo(new Delivery.Retry("HTTP " + status));
        peer.usual().then(status, "", elsewhere);
        assertThat(deliver()).isEqualTo(new Delivery.Retry("HTTP " + status));
        assertThat(peer.requests()).hasSize(3).noneMatch(each -> each.contains("elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void aServerThatIsBusySaysWhen(int status) {
        peer.then(status, "", Map.of("Retry-After", "120"));
        assertThat(deliver()).isEqualTo(new Delivery.Retry("HTTP " + status, Optional.of(Duration.ofMinutes(2))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Welcome to the hotel</html>",
                "{\"resourceType\": \"Patient\"}",
                "[]",
                "null",
                "{\"resourceType\": \"Bundle\", \"entry\": [{\"resource\": {\"resourceType\": \"Appointment\", \"id\":"
                        + " \"../../evil\", \"identifier\": [{\"system\": \"https://clinic.example/booking\","
                        + " \"value\": \"K7QM-3XWD\"}]}}]}"
            })
    void anAnswerThatMakesNoSenseChangesNothing(String body) {
        peer.then(200, body, Map.of());
        assertThat(deliver()).isInstanceOf(Delivery.Retry.class);
        assertThat(peer.written()).isEmpty();
    }

    @Test
    void anAnswerWithoutAnEndIsNotReadToItsEnd() {
        peer.then(200, "{\"resourceType\": \"" + "x".repeat(1_100_000), Map.of());
        assertThat(deliver()).isEqualTo(new Delivery.Retry("HTTP 200, more than 1 MB"));
    }

    @Test
    void aServerThatCountsNoVersionsIsUpdatedAllTheSame() {
        peer.then(200, """
                {"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Appointment", "id": "x1",
                  "identifier": [{"system": "https://clinic.example/booking", "value": "K7QM-3XWD"}]}}]}
                """, Map.of());
        assertThat(deliver()).isEqualTo(new Delivery.Retry("HTTP 404"));
        assertThat(peer.headers().get(1)).doesNotContainKey("if-match");
    }

    @Test
    void whatNeedNotOrCanNotBeSentIsNot() {
        wanted = new Composition.NotNeeded("the booking is gone");
        assertThat(deliver()).isEqualTo(new Delivery.NotNeeded("the booking is gone"));
        wanted = new Composition.NotYet("the store is away");
        assertThat(deliver()).isEqualTo(new Delivery.Retry("the store is away"));
        assertThat(peer.written()).isEmpty();
    }

    @Test
    void aServerThatIsAwayOrUnknownIsTriedAgain() {
        assertThat(deliver(FhirServer.of("other", peer.as("ehr").address())))
                .isEqualTo(new Delivery.Retry("no FHIR server of this name"));
        FhirServer gone = peer.as("ehr");
        peer.close();
        assertThat(deliver(gone)).isEqualTo(new Delivery.Retry("HttpHostConnectException"));
    }

    @Test
    void nothingIsSentWhereTheGuardLetsNothingBeSent() {
        EgressGuard strict = new EgressGuard(EgressRules.publicHttps(), HostResolver.system());
        assertThatThrownBy(() -> new FhirTransport(List.of(peer.as("ehr")), source(), strict, clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the scheme must be https");
        FhirServer rebound = FhirServer.of("ehr", URI.create("https://fhir.example/r4"));
        EgressGuard resolving = new EgressGuard(
                EgressRules.publicHttps(), host -> List.of(java.net.InetAddress.getByName("127.0.0.1")));
        try (FhirTransport transport = new FhirTransport(List.of(rebound), source(), resolving, clock)) {
            assertThat(transport.deliver(new Message("m1", "fhir", "ehr", "b1", "{}", clock.instant())))
                    .isEqualTo(new Delivery.Retry("AddressRefusedException"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\r\nX-Evil: 1", "täglich", "\"quoted\""})
    void whatIsNoTokenNeverBecomesAHeaderAndIsNeverRepeated(String token) {
        assertThatThrownBy(() -> peer.as("ehr").withToken(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no bearer token: expected");
        assertThatThrownBy(() -> deliver(peer.as("ehr").withTokens(() -> token)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(peer.requests()).isEmpty();
    }

    @Test
    void nothingOfASecretOrAPatientIsPrinted() {
        FhirServer server = FhirServer.of("ehr", URI.create("https://fhir.example/secret/r4"))
                .withToken("abc");
        assertThat(server).hasToString("FhirServer[ehr at fhir.example]");
        assertThat(wanted).hasToString("Composed[…]");
        assertThatThrownBy(() -> FhirServer.of("ehr", URI.create("https://fhir.example/r4?tenant=1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a service base");
    }
}
