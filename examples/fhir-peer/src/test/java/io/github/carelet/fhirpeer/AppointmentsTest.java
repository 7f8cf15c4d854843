package io.github.carelet.fhirpeer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.Receipt;
import io.github.carelet.delivery.MessageStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Appointments, by HAPI: its server takes them, its validator finds no fault. */
@Timeout(600)
class AppointmentsTest {

    private static final int LIVES = Integer.getInteger("carelet.fhir.bookings", 60);

    @TempDir
    static Path folder;

    private static HapiServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new HapiServer(Judge.FHIR, folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void noFaultIsFoundInTheAppointmentsOfWholeLives(@TempDir Path data) throws Exception {
        int before = server.provider().bodies().size();
        int lives;
        try (PeerClinic clinic = new PeerClinic(data, server)) {
            RandomLives random = new RandomLives(clinic, 20261124);
            for (int i = 0; i < LIVES; i++) {
                random.live();
            }
            lives = random.booked();
            assertThat(clinic.storage.outbox().backlog(clinic.now).due()).isZero();
            assertThat(clinic.storage.outbox().troubled(10)).isEmpty();
        }
        List<String> bodies = server.provider()
                .bodies()
                .subList(before, server.provider().bodies().size());
        Map<String, Integer> statuses = new TreeMap<>();
        Set<String> faults = new LinkedHashSet<>();
        int told = 0;
        for (String body : bodies) {
            faults.addAll(Judge.faults(body));
            statuses.merge(parsed(body).getStatus().toCode(), 1, Integer::sum);
            told += body.contains("zug-") || body.contains("Zug") ? 1 : 0;
        }
        Map<String, UnaryOperator<Appointment>> mutants = mutants();
        List<String> unseen = new ArrayList<>(mutants.keySet());
        String booked = bodies.stream()
                .filter(each -> parsed(each).getStatus() == Appointment.AppointmentStatus.BOOKED)
                .findFirst()
                .orElseThrow();
        mutants.forEach((name, change) -> {
            String mutant = Judge.FHIR.newJsonParser().encodeResourceToString(change.apply(parsed(booked)));
            if (!Judge.faults(mutant).isEmpty()) {
                unseen.remove(name);
            }
        });
        System.out.printf(
                "FHIR appointments with faults: %d of %d, of %d bookings over their lives %s; invalid mutants rejected: %d of %d%n",
                faults.size(), bodies.size(), lives, statuses, mutants.size() - unseen.size(), mutants.size());
        assertThat(faults).isEmpty();
        assertThat(unseen).isEmpty();
        assertThat(mutants).hasSize(7);
        assertThat(told).as("names of what is sensitive").isZero();
        assertThat(statuses)
                .containsOnlyKeys(
                        "arrived", "booked", "cancelled", "fulfilled", "noshow", "pending", "proposed", "waitlist");
    }

    @Test
    void eachStepOfALifeIsAVersion(@TempDir Path data) throws Exception {
        try (PeerClinic clinic = new PeerClinic(data, server)) {
            Receipt receipt = asked(clinic);
            clinic.deliver();
            clinic.clinic.confirm(clinic.by(receipt), Instant.parse("2026-10-28T17:00:00Z"));
            clinic.deliver();
            clinic.clinic.note(clinic.by(receipt));
            clinic.advance(Duration.ofDays(9));
            clinic.clinic.arrive(clinic.by(receipt));
            clinic.deliver();
            clinic.clinic.complete(clinic.by(receipt));
            clinic.deliver();
            List<Appointment> versions = history(receipt);
            assertThat(versions)
                    .extracting(each -> each.getStatus().toCode())
                    .containsExactly("proposed", "booked", "arrived", "fulfilled");
            assertThat(versions.get(0).getRequestedPeriod()).hasSize(2);
            assertThat(versions.get(1).getRequestedPeriod()).isEmpty();
            assertThat(versions.get(1).getStartElement().getValueAsString()).isEqualTo("2026-10-28T10:00:00-07:00");
            assertThat(versions.get(1).getMinutesDuration()).isEqualTo(20);
        }
    }

    @Test
    void aServerThatWasAwayForADayHasEachAppointmentOnceAndAsItIsByThen(@TempDir Path data) throws Exception {
        try (PeerClinic clinic = new PeerClinic(data, server)) {
            server.setDown(true);
            List<Receipt> receipts = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Receipt receipt = asked(clinic);
                receipts.add(receipt);
                clinic.deliver();
                clinic.clinic.confirm(clinic.by(receipt), Instant.parse("2026-10-28T17:00:00Z"));
                clinic.deliver();
                clinic.desk.cancel(receipt.manageToken(), clinic.signed(Map.of()));
            }
            hours(clinic, 24);
            assertThat(clinic.storage.outbox().backlog(clinic.now).due()).isEqualTo(18);
            server.setDown(false);
            hours(clinic, 24);
            assertThat(clinic.storage.outbox().backlog(clinic.now).due()).isZero();
            for (Receipt receipt : receipts) {
                assertThat(history(receipt))
                        .extracting(each -> each.getStatus().toCode())
                        .containsExactly("cancelled");
                assertThat(history(receipt)
                                .get(0)
                                .getCancelationReason()
                                .getCodingFirstRep()
                                .getCode())
                        .isEqualTo("pat");
                assertThat(states(clinic, receipt)).containsOnly(MessageStatus.State.DELIVERED);
            }
        }
    }

    @Test
    void whatIsSentOnceMoreChangesNothing(@TempDir Path data) throws Exception {
        try (PeerClinic clinic = new PeerClinic(data, server)) {
            Receipt receipt = asked(clinic);
            clinic.deliver();
            clinic.clinic.decline(clinic.by(receipt));
            clinic.deliver();
            int replayed = 0;
            for (MessageStatus each :
                    clinic.storage.outbox().about(clinic.booking(receipt).id())) {
                clinic.storage.outbox().replay(each.message().id(), "Kim", clinic.now);
                replayed += clinic.deliver();
            }
            assertThat(history(receipt))
                    .extracting(each -> each.getStatus().toCode())
                    .containsExactly("proposed", "cancelled");
            // The control: whoever asks for nothing to be checked gets two of one.
            server.provider().create(history(receipt).get(0).copy(), "", null);
            clinic.storage
                    .outbox()
                    .replay(
                            clinic.storage
                                    .outbox()
                                    .about(clinic.booking(receipt).id())
                                    .get(0)
                                    .message()
                                    .id(),
                            "Kim",
                            clinic.now);
            clinic.deliver();
            assertThat(states(clinic, receipt)).contains(MessageStatus.State.DEAD);
            System.out.printf(
                    "FHIR appointments changed by messages that were sent again: 0 of %d; made twice by a create without a condition: 1%n",
                    replayed);
            assertThat(replayed).isEqualTo(2);
        }
    }

    @Test
    void aChangeThatSomebodyMakesThereMeanwhileIsKept(@TempDir Path data) throws Exception {
        try (PeerClinic clinic = new PeerClinic(data, server)) {
            Receipt receipt = asked(clinic);
            clinic.deliver();
            clinic.clinic.decline(clinic.by(receipt));
            int conflicts = server.provider().conflicts();
            String id = history(receipt).get(0).getIdElement().getIdPart();
            clinic.beforeWrite(() -> server.provider().touch(id, each -> each.setPriority(1)));
            clinic.deliver();
            assertThat(server.provider().conflicts()).isEqualTo(conflicts + 1);
            assertThat(states(clinic, receipt)).contains(MessageStatus.State.RETRYING);
            hours(clinic, 1);
            assertThat(states(clinic, receipt)).containsOnly(MessageStatus.State.DELIVERED);
            Appointment newest = history(receipt).get(2);
            assertThat(newest.getStatus()).isEqualTo(Appointment.AppointmentStatus.CANCELLED);
            assertThat(newest.getPriority()).isEqualTo(1);
        }
    }

    /** What the clinic's own people add there stays, whatever happens here; what is ours goes on changing. */
    @Test
    void whatWasAddedThereStaysWhateverHappensHere(@TempDir Path data) throws Exception {
        try (PeerClinic clinic = new PeerClinic(data, server)) {
            Map<String, List<String>> form = clinic.form("with-jo");
            form.put("slot", List.of("2026-10-28T10:00:00-07:00"));
            Receipt receipt = clinic.book(form, "en").orElseThrow();
            clinic.deliver();
            String id = history(receipt).get(0).getIdElement().getIdPart();
            assertThat(history(receipt).get(0).getParticipant()).hasSize(3);
            server.provider().touch(id, AppointmentsTest::addTheirs);

            clinic.clinic.reschedule(clinic.by(receipt), Instant.parse("2026-10-29T17:00:00Z"));
            clinic.deliver();
            clinic.desk.revoke(receipt.manageToken(), clinic.signed(Map.of("what", List.of("sms"))));
            clinic.deliver();
            clinic.clinic.cancel(clinic.by(receipt));
            clinic.deliver();

            List<Appointment> versions = history(receipt);
            assertThat(versions).hasSize(5);
            for (Appointment each : versions.subList(2, 5)) {
                assertThat(theirs(each)).isEqualTo(theirs(versions.get(1)));
                assertThat(each.getParticipant()).hasSize(5);
                assertThat(Judge.faults(Judge.FHIR.newJsonParser().encodeResourceToString(each)))
                        .isEmpty();
            }
            assertThat(versions.get(2).getStartElement().getValueAsString()).isEqualTo("2026-10-29T10:00:00-07:00");
            assertThat(mayText(versions.get(2))).isTrue();
            assertThat(mayText(versions.get(3))).isFalse();
            assertThat(versions.get(4).getStatus()).isEqualTo(Appointment.AppointmentStatus.CANCELLED);
            assertThat(versions.get(4).getParticipantFirstRep().getStatus())
                    .isEqualTo(Appointment.ParticipationStatus.ACCEPTED);
            assertThat(states(clinic, receipt)).containsOnly(MessageStatus.State.DELIVERED);
        }
    }

    private static void addTheirs(Appointment there) {
        Practitioner nurse = new Practitioner();
        nurse.setId("nurse");
        nurse.addName().setFamily("Nurse");
        there.addContained(nurse);
        there.addParticipant()
                .setStatus(Appointment.ParticipationStatus.ACCEPTED)
                .setActor(new Reference("#nurse"));
        there.addParticipant()
                .setStatus(Appointment.ParticipationStatus.TENTATIVE)
                .setActor(new Reference("Device/7"));
        there.getParticipant().get(1).getActor().setReference("Location/12");
        there.getParticipant()
                .get(1)
                .addType()
                .addCoding()
                .setSystem("https://ehr.example.org/roles")
                .setCode("room");
        there.addExtension("https://ehr.example.org/room", new StringType("3"));
        there.addIdentifier().setSystem("https://ehr.example.org/visits").setValue("V-1");
        there.addServiceType()
                .addCoding()
                .setSystem("https://ehr.example.org/services")
                .setCode("S-1");
        there.setComment("bring the chart");
        patient(there)
                .addIdentifier()
                .setSystem("https://ehr.example.org/patients")
                .setValue("P-1");
        patient(there).addExtension("https://ehr.example.org/recall", new BooleanType(true));
    }

    private static List<String> theirs(Appointment appointment) {
        String json = Judge.FHIR.newJsonParser().encodeResourceToString(appointment);
        return Stream.of(
                        "\"family\":\"Nurse\"",
                        "#nurse",
                        "Device/7",
                        "Location/12",
                        "https://ehr.example.org/roles",
                        "https://ehr.example.org/room",
                        "V-1",
                        "S-1",
                        "bring the chart",
                        "P-1",
                        "https://ehr.example.org/recall")
                .filter(json::contains)
                .toList();
    }

    private static Patient patient(Appointment appointment) {
        return (Patient) appointment.getContained().get(0);
    }

    private static boolean mayText(Appointment appointment) {
        return ((BooleanType) patient(appointment)
                        .getExtensionByUrl("https://carelet.github.io/fhir/maple/sms-consent")
                        .getValue())
                .booleanValue();
    }

    /** Who was ours and is no more goes; who looks like one of ours but is not stays. */
    @Test
    void whoDoesNotTakePartAnyMoreIsTakenOut(@TempDir Path data) throws Exception {
        try (PeerClinic clinic = new PeerClinic(data, server)) {
            Map<String, List<String>> form = clinic.form("with-jo");
            form.put("slot", List.of("2026-10-30T10:00:00-07:00"));
            Receipt receipt = clinic.book(form, "en").orElseThrow();
            clinic.deliver();
            clinic.desk.reschedule(
                    receipt.manageToken(), clinic.signed(Map.of("preferred", List.of("2026-10-31/any"))));
            clinic.deliver();

            assertThat(history(receipt))
                    .extracting(each -> each.getParticipant().size())
                    .containsExactly(3, 2);
        }
    }

    private static Receipt asked(PeerClinic clinic) {
        Map<String, List<String>> form = clinic.form("asked");
        form.put("preferred", List.of("2026-10-28/morning", "2026-10-29/any"));
        return clinic.book(form, "en").orElseThrow();
    }

    private static void hours(PeerClinic clinic, int hours) {
        for (int i = 0; i < hours; i++) {
            clinic.advance(Duration.ofHours(1));
            clinic.deliver();
        }
    }

    private static List<MessageStatus.State> states(PeerClinic clinic, Receipt receipt) {
        return clinic.storage.outbox().about(clinic.booking(receipt).id()).stream()
                .map(MessageStatus::state)
                .toList();
    }

    /** Every version of the one appointment of a booking. */
    private static List<Appointment> history(Receipt receipt) {
        return server.provider().histories().stream()
                .filter(all -> all.get(0).getIdentifierFirstRep().getValue().equals(receipt.reference()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, UnaryOperator<Appointment>> mutants() {
        Map<String, UnaryOperator<Appointment>> mutants = new LinkedHashMap<>();
        mutants.put("no status", each -> each.setStatus(null));
        mutants.put("no participant", each -> each.setParticipant(null));
        mutants.put("app-1: a participant that is nobody", each -> {
            each.getParticipant().get(1).setActor(null);
            return each;
        });
        mutants.put("app-2: a start without an end", each -> each.setEnd(null));
        mutants.put("app-3: booked for no time", each -> each.setStart(null).setEnd(null));
        mutants.put("app-4: booked, and called off", each -> {
            each.getCancelationReason().setText("changed their mind");
            return each;
        });
        mutants.put("dom-3: a patient who takes no part", each -> {
            each.getParticipant().remove(0);
            return each;
        });
        return mutants;
    }

    private static Appointment parsed(String body) {
        return Judge.FHIR.newJsonParser().parseResource(Appointment.class, body);
    }
}
