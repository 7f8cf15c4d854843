package io.github.carelet.fhirpeer;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import io.github.carelet.booking.Receipt;
import io.github.carelet.delivery.MessageStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Appointment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Appointments, by HAPI: its server takes them, its validator finds no fault. */
@Timeout(600)
class AppointmentsTest {

    private static final FhirContext FHIR = FhirContext.forR4();
    private static final int LIVES = Integer.getInteger("carelet.fhir.bookings", 60);

    @TempDir
    static Path folder;

    private static HapiServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new HapiServer(FHIR, folder);
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
        List<String> bodies = server.provider().bodies().subList(before, server.provider().bodies().size());
        FhirValidator validator = validator();
        Map<String, Integer> statuses = new TreeMap<>();
        Set<String> faults = new LinkedHashSet<>();
        int told = 0;
        for (String body : bodies) {
            faults.addAll(faults(validator, body));
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
            String mutant = FHIR.newJsonParser().encodeResourceToString(change.apply(parsed(booked)));
            if (!faults(validator, mutant).isEmpty()) {
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
        return FHIR.newJsonParser().parseResource(Appointment.class, body);
    }

    /** Offline: with what HAPI brings along, and nothing else. */
    private static FhirValidator validator() {
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(FHIR),
                new CommonCodeSystemsTerminologyService(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR));
        return FHIR.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }

    private static List<String> faults(FhirValidator validator, String body) {
        return validator.validateWithResult(body).getMessages().stream()
                .filter(each -> each.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .map(SingleValidationMessage::toString)
                .toList();
    }
}
