package io.github.carelet.fhirpeer;

import io.github.carelet.booking.Audience;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.BookingOutcome;
import io.github.carelet.booking.ClinicAction;
import io.github.carelet.booking.ClinicDesk;
import io.github.carelet.booking.Receipt;
import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogReading;
import io.github.carelet.delivery.FhirServer;
import io.github.carelet.delivery.FhirTransport;
import io.github.carelet.delivery.Message;
import io.github.carelet.delivery.ResourceSource;
import io.github.carelet.delivery.Rounds;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.HostResolver;
import io.github.carelet.fhir.FhirAppointments;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.SqlStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A clinic with a real store, that tells a FHIR server of its bookings; the clock is moved by hand. */
final class PeerClinic implements AutoCloseable {

    private static final String CATALOG = """
            {"carelet": 1,
             "clinic": {"id": "maple", "name": "Maple Clinic", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
               "languages": ["en", "es"], "notify": ["desk@example.org"], "emergency": "In an emergency call 911.",
               "smsConsent": {"version": "sms-1", "text": "Text me."}},
             "locations": [{"id": "main", "name": {"en": "Main office", "es": "Sede central"},
               "address": {"street": "1 Main Street", "city": "Arcadia", "region": "CA", "postalCode": "91006", "country": "US"},
               "geo": {"lat": 34.14, "lng": -118.03},
               "hours": {"weekly": {"mon": ["00:00-24:00"], "tue": ["00:00-24:00"], "wed": ["00:00-24:00"],
                 "thu": ["00:00-24:00"], "fri": ["00:00-24:00"], "sat": ["00:00-24:00"], "sun": ["00:00-24:00"]}}}],
             "conditions": [{"id": "sciatica", "name": "Sciatica", "summary": "Pain in the leg"}],
             "treatments": [
               {"id": "physical-therapy", "kind": "therapy", "name": "Physical therapy", "summary": "Exercise",
                "treats": ["sciatica"]},
               {"id": "zug-counselling", "kind": "therapy", "name": "Zugcounselling", "summary": "Talk",
                "sensitivity": "sensitive"}],
             "practitioners": [{"id": "jo", "name": "Jo Example"}],
             "appointmentTypes": [
               {"id": "evaluation", "name": "Evaluation", "mode": "slots", "duration": "PT45M", "bufferAfter": "PT15M",
                "treatments": ["physical-therapy"], "capacity": 9, "ask": ["birthDate", "insurance", "reason", "interpreter"]},
               {"id": "with-jo", "name": "A visit with Jo", "mode": "slots", "duration": "PT30M",
                "treatments": ["physical-therapy"], "practitioners": ["jo"]},
               {"id": "zug-talk", "name": "Zugtalk", "mode": "request", "duration": "PT60M",
                "treatments": ["zug-counselling"], "capacity": 9, "ask": ["reason"]},
               {"id": "asked", "name": "Asked", "mode": "request", "duration": "PT20M", "capacity": 9, "ask": ["reason"]}]}
            """;

    final Catalog catalog;
    final SqlStorage storage;
    final BookingDesk desk;
    final ClinicDesk clinic;
    private final FhirTransport transport;
    private final Rounds rounds;
    private int patients;
    private Runnable beforeWrite = () -> {};
    /** A Monday, 10 AM in Los Angeles. */
    volatile Instant now = Instant.parse("2026-10-19T17:00:00Z");

    PeerClinic(Path folder, HapiServer server) throws IOException {
        this(folder, CATALOG, List.of(server.as("ehr")), server.guard());
    }

    /** A clinic with another catalogue, that tells nobody. */
    PeerClinic(Path folder, String json) throws IOException {
        this(folder, json, List.of(), new EgressGuard(EgressRules.publicHttps(), HostResolver.system()));
    }

    private PeerClinic(Path folder, String json, List<FhirServer> servers, EgressGuard guard) throws IOException {
        catalog = read(folder, json);
        KeyRing keys = KeyRing.ephemeral();
        storage = SqlStorage.open(folder.resolve("data"), keys);
        Audience ehr = new Audience(
                servers.stream()
                        .map(each -> new Audience.Destination("fhir", each.name()))
                        .toList(),
                false);
        desk = BookingDesk.of(() -> catalog, storage.bookings(), keys, () -> now, ehr);
        clinic = desk.clinic();
        transport = new FhirTransport(
                servers, watched(new FhirAppointments(() -> catalog, storage.bookings())), guard, () -> now);
        rounds = new Rounds(storage.outbox(), List.of(transport), () -> now);
    }

    private static Catalog read(Path folder, String json) throws IOException {
        CatalogReading reading = CatalogReader.strict().read(Files.writeString(folder.resolve("clinic.json"), json));
        return reading.catalog()
                .orElseThrow(() -> new IllegalStateException(reading.errors().toString()));
    }

    private ResourceSource watched(ResourceSource source) {
        return new ResourceSource() {
            @Override
            public Identity identity(Message message) {
                return source.identity(message);
            }

            @Override
            public Composition compose(Message message) {
                Runnable action = beforeWrite;
                beforeWrite = () -> {};
                action.run();
                return source.compose(message);
            }
        };
    }

    /** Does something once, after the server was asked what it has, and before it is told what it shall have. */
    void beforeWrite(Runnable action) {
        beforeWrite = action;
    }

    /** Delivers what is due, and returns how many attempts that took. */
    int deliver() {
        return rounds.run();
    }

    void advance(Duration time) {
        now = now.plus(time);
    }

    /** What a patient fills in; each is somebody else. */
    Map<String, List<String>> form(String type) {
        patients++;
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("type", List.of(type));
        fields.put("location", List.of("main"));
        fields.put("givenName", List.of("Test Zoë"));
        fields.put("familyName", List.of("Patient " + patients));
        fields.put("phone", List.of("626-555-0123"));
        fields.put("email", List.of("pat" + patients + "@example.net"));
        fields.put("consent", List.of(catalog.clinic().consent().version()));
        catalog.clinic().smsConsent().ifPresent(sms -> fields.put("smsConsent", List.of(sms.version())));
        return fields;
    }

    Optional<Receipt> book(Map<String, List<String>> fields, String language) {
        BookingOutcome outcome = desk.book(signed(fields), language);
        return outcome instanceof BookingOutcome.Accepted accepted ? Optional.of(accepted.receipt()) : Optional.empty();
    }

    Submission signed(Map<String, List<String>> fields) {
        Map<String, List<String>> all = new LinkedHashMap<>(fields);
        all.put("token", List.of(desk.issueToken(Optional.empty()).value()));
        return new Submission(all);
    }

    Booking booking(Receipt receipt) {
        return storage.bookings().findByReference(receipt.reference()).orElseThrow();
    }

    ClinicAction by(Receipt receipt) {
        return new ClinicAction(receipt.reference(), booking(receipt).version(), "Kim", Optional.of("zugnote"));
    }

    @Override
    public void close() {
        transport.close();
        storage.close();
    }
}
