package io.github.carelet.mail;

import io.github.carelet.booking.Audience;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.BookingOutcome;
import io.github.carelet.booking.ClinicAction;
import io.github.carelet.booking.ClinicDesk;
import io.github.carelet.booking.ManageLinks;
import io.github.carelet.booking.Receipt;
import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogReading;
import io.github.carelet.delivery.MailSource;
import io.github.carelet.delivery.Message;
import io.github.carelet.language.Languages;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.SqlStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A clinic with a real store, whose treatments, types, conditions and patients all bear names that no mail may say. */
final class MailClinic implements AutoCloseable {

    /** A Monday, 10 AM in Los Angeles. */
    static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

    static final String TUESDAY_AT_8 = "2026-12-01T08:00:00-08:00";
    static final String TUESDAY_AT_9 = "2026-12-01T09:00:00-08:00";
    static final String WEDNESDAY_AT_9 = "2026-12-02T09:00:00-08:00";

    /** What no mail may say; each in the catalogue or in what the patient writes. */
    static final List<String> CANARIES = List.of(
            "zugtype",
            "zugtypename",
            "zugtreatment",
            "zugtreatname",
            "zugcondition",
            "zugcondname",
            "zugreason",
            "zuginsurance",
            "zuginterpreter",
            "zugquestion",
            "zuganswer",
            "zuggiven",
            "zugfamily",
            "zugbring",
            "1961-02-03",
            "6265550123",
            "555-0123",
            "zugnote");

    private static final String CATALOG = """
            {"carelet": 1,
             "clinic": {"id": "maple", "name": %s, "phone": "+16265550100", "timeZone": "%s",
               "languages": ["en", "es"], "notify": ["desk@example.org", "night@example.org"],
               "escalateTo": ["manager@example.org"], "mailFrom": "clinic@example.org",
               "emergency": {"en": "In an emergency call 911.", "es": "En una emergencia llame al 911."}},
             "locations": [{"id": "main", "name": {"en": "Main office", "es": "Sede central"}, "phone": "+16265550111",
               "address": {"street": "1 Main Street", "city": "Arcadia", "region": "CA", "postalCode": "91006", "country": "US"},
               "hours": {"weekly": {"mon": ["00:00-24:00"], "tue": ["00:00-24:00"], "wed": ["00:00-24:00"],
                 "thu": ["00:00-24:00"], "fri": ["00:00-24:00"], "sat": ["00:00-24:00"], "sun": ["00:00-24:00"]}}}],
             "treatments": [{"id": "zugtreatment", "kind": "therapy", "name": "Zugtreatname", "summary": "Zugtreatname",
               "availableAt": ["main"], "treats": ["zugcondition"], "whatToBring": "Zugbring"}],
             "conditions": [{"id": "zugcondition", "name": "Zugcondname", "summary": "Zugcondname"}],
             "appointmentTypes": [
               {"id": "zugtype", "name": "Zugtypename", "mode": "slots", "duration": "PT45M", "treatments": ["zugtreatment"],
                "step": "PT15M", "capacity": 9, "ask": ["birthDate", "insurance", "reason", "interpreter"],
                "questions": [{"id": "zugquestion", "label": "Zugquestion", "kind": "text"}]},
               {"id": "zugtype-asked", "name": "Zugtypename asked", "mode": "request", "duration": "PT45M", "capacity": 9}]}
            """;

    final KeyRing keys = KeyRing.ephemeral();
    final SqlStorage storage;
    final Catalog catalog;
    final BookingDesk desk;
    final ClinicDesk clinic;
    final BookingMails mails;
    volatile Instant now = NOW;
    private int patients;

    MailClinic(Path folder) {
        this(folder, "\"Maple Clinic\"", "America/Los_Angeles", Optional.of("https://clinic.example/carelet"));
    }

    MailClinic(Path folder, String jsonName, String zone, Optional<String> publicUrl) {
        catalog = read(folder, CATALOG.formatted(jsonName, zone));
        storage = SqlStorage.open(folder.resolve("data"), keys);
        desk = BookingDesk.of(
                () -> catalog,
                storage.bookings(),
                keys,
                () -> now,
                new Audience(
                        List.of(new Audience.Destination("webhook", "hook"), new Audience.Destination("fhir", "ehr")),
                        true));
        clinic = desk.clinic();
        Languages languages =
                Languages.read(Optional.empty(), Set.of("zh-Hans", "hy", "vi", "ko", "fa"), new ArrayList<>());
        mails = new BookingMails(
                () -> catalog,
                storage.bookings(),
                new ManageLinks(keys, storage.bookings()),
                new BookingMails.Sending(languages::in, publicUrl.map(URI::create), () -> now));
    }

    private static Catalog read(Path folder, String json) {
        try {
            CatalogReading reading =
                    CatalogReader.strict().read(Files.writeString(folder.resolve("clinic.json"), json));
            return reading.catalog()
                    .orElseThrow(
                            () -> new IllegalStateException(reading.errors().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a patient fills in who says everything that can be said. */
    Map<String, List<String>> form() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("type", List.of("zugtype"));
        fields.put("treatment", List.of("zugtreatment"));
        fields.put("condition", List.of("zugcondition"));
        fields.put("location", List.of("main"));
        fields.put("givenName", List.of("Zuggiven"));
        fields.put("familyName", List.of("Zugfamily " + patients++));
        fields.put("phone", List.of("626-555-0123"));
        fields.put("email", List.of("pat" + patients + "@example.net"));
        fields.put("consent", List.of(catalog.clinic().consent().version()));
        fields.put("birthDate", List.of("1961-02-03"));
        fields.put("reason", List.of("zugreason"));
        fields.put("insurance", List.of("zuginsurance"));
        fields.put("interpreter", List.of("zuginterpreter"));
        fields.put("answers.zugquestion", List.of("zuganswer"));
        return fields;
    }

    /** The same for the type of which the clinic picks the time. */
    Map<String, List<String>> asking() {
        Map<String, List<String>> fields = form();
        fields.put("type", List.of("zugtype-asked"));
        List.of("birthDate", "reason", "insurance", "interpreter", "answers.zugquestion", "treatment", "condition")
                .forEach(fields::remove);
        fields.put("preferred", List.of("2026-12-01/morning", "2026-12-03/any"));
        return fields;
    }

    Receipt book(Map<String, List<String>> fields, String language) {
        BookingOutcome outcome = desk.book(signed(fields), language);
        if (outcome instanceof BookingOutcome.Accepted accepted) {
            return accepted.receipt();
        }
        throw new IllegalStateException("not accepted: " + outcome);
    }

    Receipt slot(String start, String language) {
        Map<String, List<String>> fields = form();
        fields.put("slot", List.of(start));
        return book(fields, language);
    }

    void reschedule(Receipt receipt, String field, String value) {
        desk.reschedule(receipt.manageToken(), signed(Map.of(field, List.of(value))));
    }

    void accept(Receipt receipt, String offer) {
        desk.accept(receipt.manageToken(), signed(Map.of("offer", List.of(offer))));
    }

    void cancel(Receipt receipt) {
        desk.cancel(receipt.manageToken(), signed(Map.of("reason", List.of("zugreason"))));
    }

    private Submission signed(Map<String, List<String>> fields) {
        Map<String, List<String>> all = new LinkedHashMap<>(fields);
        all.put("token", List.of(desk.issueToken(Optional.empty()).value()));
        return new Submission(all);
    }

    ClinicAction by(Receipt receipt) {
        return new ClinicAction(receipt.reference(), booking(receipt).version(), "Kim", Optional.of("zugnote"));
    }

    Booking booking(Receipt receipt) {
        return storage.bookings().findByReference(receipt.reference()).orElseThrow();
    }

    void advance(Duration time) {
        now = now.plus(time);
    }

    /** All that is in the outbox about a booking, in order. */
    List<Message> told(Receipt receipt) {
        return storage.outbox().about(booking(receipt).id()).stream()
                .map(each -> each.message())
                .toList();
    }

    MailSource.Composition composed(Message message) {
        return mails.compose(message);
    }

    @Override
    public void close() {
        storage.close();
    }
}
