package io.github.carelet.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingSamples;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.HistoryEntry;
import io.github.carelet.booking.Visit;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.delivery.Message;
import io.github.carelet.delivery.ResourceSource.Composition;
import io.github.carelet.delivery.ResourceSource.Identity;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.SqlStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirAppointmentsTest {

    private static final String CATALOG = """
            {"carelet": 1,
             "clinic": {"id": "maple", "name": "Maple", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
               "languages": ["en", "es"], "emergency": "In an emergency call 911."},
             "locations": [{"id": "arcadia", "name": {"en": "Arcadia", "es": "Zugarcadia"},
               "address": {"street": "1 Elm St", "city": "Arcadia"}}],
             "conditions": [{"id": "planted-condition", "name": "Zugcondition", "summary": "Pain"}],
             "treatments": [
               {"id": "planted-treatment", "kind": "therapy", "name": "Zugtreatment", "summary": "Exercise", "sensitivity": "%s"},
               {"id": "other", "kind": "therapy", "name": "Other", "summary": "Exercise"}],
             "appointmentTypes": [{"id": "pt-evaluation", "name": "Evaluation", "duration": "PT45M",
               "treatments": ["planted-treatment"]}]}
            """;

    @TempDir
    Path folder;

    private Catalog catalog;

    @BeforeEach
    void read() throws IOException {
        catalog = catalog("normal");
    }

    /** The same without its treatments. */
    private Catalog gone() throws IOException {
        return read(CATALOG.replace("%s", "normal").replace("planted-treatment", "another-treatment"));
    }

    private Catalog catalog(String sensitivity) throws IOException {
        return read(CATALOG.replace("%s", sensitivity));
    }

    private Catalog read(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("clinic.json"), json);
        return CatalogReader.strict().read(file).catalog().orElseThrow();
    }

    private JsonNode appointment(Booking booking, String actor) {
        HistoryEntry last =
                new HistoryEntry(1, BookingSamples.NOW, actor, booking.status(), Optional.of("planted note"));
        return new AppointmentJson(catalog, booking, List.of(last)).resource();
    }

    /** What is proposed without an offer is one that lost them; see the tests in examples/fhir-peer for those with some. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            HELD,       patient, pending,   accepted,     accepted,
            REQUESTED,  patient, proposed,  accepted,     needs-action,
            PROPOSED,   Kim,     pending,   needs-action, accepted,
            WAITLISTED, Kim,     waitlist,  accepted,     needs-action,
            CONFIRMED,  Kim,     booked,    accepted,     accepted,
            DECLINED,   Kim,     cancelled, accepted,     declined,     prov
            CANCELLED,  Kim,     cancelled, accepted,     declined,     prov
            CANCELLED,  patient, cancelled, declined,     accepted,     pat
            EXPIRED,    system,  cancelled, needs-action, accepted,     other
            ARRIVED,    Kim,     arrived,   accepted,     accepted,
            COMPLETED,  Kim,     fulfilled, accepted,     accepted,
            NO_SHOW,    Kim,     noshow,    accepted,     accepted,
            """)
    void everyStateHasItsLikeInFhir(
            BookingStatus status, String actor, String code, String patient, String location, String reason) {
        JsonNode json = appointment(BookingSamples.booking("b1", status), actor);
        assertThat(json.path("status").asText()).isEqualTo(code);
        assertThat(json.path("participant"))
                .extracting(each -> each.path("status").asText())
                .containsExactly(patient, location);
        assertThat(json.path("cancelationReason")
                        .path("coding")
                        .path(0)
                        .path("code")
                        .asText())
                .isEqualTo(reason == null ? "" : reason);
        assertThat(json.path("start").asText()).isEqualTo("2026-12-01T09:30:00-08:00");
        assertThat(json.path("end").asText()).isEqualTo("2026-12-01T10:15:00-08:00");
        assertThat(json.path("minutesDuration").asInt()).isEqualTo(45);
        assertThat(json.path("requestedPeriod").isNull()).isTrue();
        assertThat(json.toString()).doesNotContain("planted note").doesNotContain("Zugarcadia");
    }

    @Test
    void thePatientIsInTheAppointmentWithWhatIsKnownOfThem() {
        JsonNode json = appointment(BookingSamples.booking("b1", BookingStatus.CONFIRMED), "Kim");
        JsonNode patient = json.path("contained").path(0);
        assertThat(patient.path("name").path(0).path("family").asText()).isEqualTo("O’Planted \"; --");
        assertThat(patient.path("name").path(0).path("given").path(0).asText()).isEqualTo("Canary-Zoë");
        assertThat(patient.path("telecom"))
                .extracting(each ->
                        each.path("system").asText() + " " + each.path("value").asText() + " " + each.path("rank"))
                .containsExactly("phone +16265550142 2", "email canary@example.org 1");
        assertThat(patient.path("birthDate").asText()).isEqualTo("1957-10-04");
        assertThat(patient.path("communication").toString()).contains("\"es\"");
        assertThat(patient.path("extension").toString()).contains("patient-interpreterRequired");
        assertThat(json.path("participant")
                        .path(0)
                        .path("actor")
                        .path("reference")
                        .asText())
                .isEqualTo("#patient");
        assertThat(json.path("identifier").path(0).toString())
                .isEqualTo("{\"system\":\"https://carelet.github.io/fhir/maple/booking\",\"value\":\"REF-b1\"}");
    }

    @Test
    void whatThePatientAgreedToHoldsUntilItIsTakenBack() {
        Booking booking = BookingSamples.booking("b1", BookingStatus.CONFIRMED);
        String sms = "{\"url\":\"https://carelet.github.io/fhir/maple/sms-consent\",\"valueBoolean\":%s}";

        assertThat(extensions(booking)).contains(String.format(Locale.ROOT, sms, "true"), "maple/marketing-consent");
        assertThat(extensions(BookingSamples.withoutSms(booking)))
                .contains(String.format(Locale.ROOT, sms, "false"), "maple/marketing-consent");
        assertThat(extensions(BookingSamples.sparse("b2"))).doesNotContain("-consent");
    }

    private String extensions(Booking booking) {
        return appointment(booking, "Kim")
                .path("contained")
                .path(0)
                .path("extension")
                .toString();
    }

    @Test
    void ofASensitiveTreatmentNothingIsSaidButWhenAndWhere() throws IOException {
        Booking booking = BookingSamples.booking("b1", BookingStatus.CONFIRMED);
        JsonNode told = appointment(booking, "Kim");
        assertThat(told.toString()).contains("Zugtreatment", "Zugcondition", "planted reason", "Evaluation");

        catalog = catalog("sensitive");
        JsonNode withheld = appointment(booking, "Kim");
        assertThat(withheld.toString())
                .doesNotContain("Zug", "planted", "Evaluation", "pt-evaluation")
                .contains("2026-12-01T09:30:00-08:00", "Arcadia");
        assertThat(withheld.path("serviceType").isNull()).isTrue();
        assertThat(withheld.path("reasonCode").isNull()).isTrue();

        catalog = gone();
        assertThat(appointment(booking, "Kim").toString())
                .as("what is not in the catalogue any more may have been sensitive")
                .doesNotContain("Zug", "planted", "serviceType", "reasonCode");
        catalog = catalog("sensitive");

        Visit unsaid = new Visit(
                Optional.empty(),
                Optional.empty(),
                Visit.PatientType.NEW,
                Optional.empty(),
                Optional.of("planted reason"),
                Optional.empty(),
                Map.of());
        assertThat(appointment(withVisit(booking, unsaid), "Kim").toString())
                .as("its type is for nothing else")
                .doesNotContain("planted", "Evaluation");
    }

    @Test
    void wishesAreWholePartsOfDaysAndATypeThatIsGoneStillEnds() {
        JsonNode wishes = appointment(BookingSamples.sparse("b1"), "patient");
        assertThat(wishes.path("start").isNull()).isTrue();
        assertThat(wishes.path("requestedPeriod").isNull()).isTrue();
        assertThat(wishes.path("contained").path(0).has("name")).isFalse();
        assertThat(wishes.path("contained").path(0).has("telecom")).isFalse();

        Booking gone = withType(BookingSamples.booking("b1", BookingStatus.CONFIRMED), "no-more");
        assertThat(appointment(gone, "Kim").path("end").asText()).isEqualTo("2026-12-01T10:30:00-08:00");
    }

    @Test
    void whatIsSentIsTheBookingAsItIsByNowAndNoSuspectAndNobodyForgotten() throws IOException {
        try (SqlStorage storage = SqlStorage.open(folder.resolve("data"), KeyRing.ephemeral())) {
            List.of(
                            BookingSamples.booking("b1", BookingStatus.CANCELLED),
                            BookingSamples.booking("b2", BookingStatus.SUSPECT),
                            BookingSamples.sparse("b3"))
                    .forEach(each ->
                            storage.bookings().tryReserve(each, BookingSamples.key(each.id()), List.<Message>of()));
            FhirAppointments source = new FhirAppointments(() -> catalog, storage.bookings());
            Message late = message("REF-b1");
            assertThat(source.identity(late))
                    .isEqualTo(new Identity("Appointment", "https://carelet.github.io/fhir/maple/booking", "REF-b1"));
            ObjectNode json =
                    (ObjectNode) new ObjectMapper().readTree(((Composition.Composed) source.compose(late)).json());
            assertThat(json.path("status").asText()).isEqualTo("cancelled");
            assertThat(source.compose(message("REF-b2")))
                    .isEqualTo(new Composition.NotNeeded("the booking is suspect"));
            assertThat(source.compose(message("REF-b3")))
                    .isEqualTo(new Composition.NotNeeded("the patient is forgotten"));
            assertThat(source.compose(message("REF-b4"))).isEqualTo(new Composition.NotNeeded("the booking is gone"));
            storage.retention().erase("REF-b1", "anna", BookingSamples.NOW);
            assertThat(((Composition.Amended) source.compose(late)).json())
                    .as("that a visit was called off is told after its patient was forgotten, and nothing else")
                    .contains("\"status\":\"cancelled\"", "cancelationReason")
                    .doesNotContain("contained", "participant", "start");
        }
    }

    private static Message message(String reference) {
        String event = "{\"type\": \"booking.confirmed\", \"reference\": \"" + reference
                + "\", \"status\": \"confirmed\", \"version\": 1, \"at\": \"2026-11-23T12:00:00Z\","
                + " \"location\": \"arcadia\"}";
        String id = "m_" + reference.toLowerCase(Locale.ROOT);
        return new Message(id, "fhir", "ehr", "b1", event, BookingSamples.NOW);
    }

    private static Booking withVisit(Booking booking, Visit visit) {
        return changed(booking, booking.type(), visit);
    }

    private static Booking withType(Booking booking, String type) {
        return changed(booking, type, booking.visit());
    }

    private static Booking changed(Booking booking, String type, Visit visit) {
        return new Booking(
                booking.id(),
                booking.reference(),
                booking.status(),
                booking.version(),
                type,
                booking.location(),
                booking.start(),
                booking.seat(),
                booking.preferred(),
                booking.offers(),
                booking.dueAt(),
                booking.source(),
                booking.referral(),
                booking.language(),
                booking.consent(),
                booking.quick(),
                booking.createdAt(),
                booking.updatedAt(),
                booking.patient(),
                visit);
    }
}
