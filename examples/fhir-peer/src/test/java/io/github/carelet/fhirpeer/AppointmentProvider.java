package io.github.carelet.fhirpeer;

import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps appointments in memory, with the conditions that a request makes: a create with {@code If-None-Exist} makes nothing
 * twice, an update with {@code If-Match} overwrites no other version. The provider that HAPI has ready keeps neither.
 */
public final class AppointmentProvider implements IResourceProvider {

    private final Map<String, List<Appointment>> versions = new LinkedHashMap<>();
    private final List<String> bodies = new ArrayList<>();
    private int conflicts;

    @Override
    public Class<Appointment> getResourceType() {
        return Appointment.class;
    }

    @Search
    public synchronized List<Appointment> search(@OptionalParam(name = "identifier") TokenParam identifier) {
        return newest().stream()
                .filter(each -> bears(each, identifier.getSystem(), identifier.getValue()))
                .toList();
    }

    @Create
    public synchronized MethodOutcome create(
            @ResourceParam Appointment appointment,
            @ResourceParam String body,
            @ConditionalUrlParam @Nullable String condition) {
        Optional<Appointment> existing = condition == null ? Optional.empty() : matching(condition);
        if (existing.isPresent()) {
            return new MethodOutcome(existing.get().getIdElement(), false);
        }
        bodies.add(body);
        return new MethodOutcome(store("a" + (versions.size() + 1), appointment), true);
    }

    @Update
    public synchronized MethodOutcome update(
            @IdParam IdType id, @ResourceParam Appointment appointment, @ResourceParam String body) {
        List<Appointment> known = versions.get(id.getIdPart());
        if (known == null) {
            throw new ResourceNotFoundException(id);
        }
        String current = Integer.toString(known.size());
        if (id.hasVersionIdPart() && !id.getVersionIdPart().equals(current)) {
            conflicts++;
            throw new PreconditionFailedException("this is version " + current + " by now");
        }
        bodies.add(body);
        return new MethodOutcome(store(id.getIdPart(), appointment), false);
    }

    /** Changes an appointment as the clinic's own people do there. */
    public synchronized void touch(String id, Consumer<Appointment> change) {
        List<Appointment> known = versions.getOrDefault(id, List.of());
        Appointment changed = known.get(known.size() - 1).copy();
        change.accept(changed);
        store(id, changed);
    }

    /** Returns every version of every appointment, those of one together. */
    public synchronized List<List<Appointment>> histories() {
        return versions.values().stream().map(List::copyOf).toList();
    }

    /** Returns what was sent and stored, as it came. */
    public synchronized List<String> bodies() {
        return List.copyOf(bodies);
    }

    public synchronized int conflicts() {
        return conflicts;
    }

    private IdType store(String id, Appointment appointment) {
        List<Appointment> known = versions.computeIfAbsent(id, any -> new ArrayList<>());
        IdType versioned = new IdType("Appointment", id, Integer.toString(known.size() + 1));
        appointment.setId(versioned);
        appointment.getMeta().setVersionId(versioned.getVersionIdPart());
        known.add(appointment);
        return versioned;
    }

    private List<Appointment> newest() {
        return versions.values().stream().map(all -> all.get(all.size() - 1)).toList();
    }

    private Optional<Appointment> matching(String condition) {
        String token = URLDecoder.decode(condition.replaceFirst(".*identifier=", ""), StandardCharsets.UTF_8);
        String[] parts = token.split("\\|", 2);
        return newest().stream().filter(each -> bears(each, parts[0], parts[1])).findFirst();
    }

    private static boolean bears(Appointment appointment, String system, String value) {
        return appointment.getIdentifier().stream()
                .anyMatch(each ->
                        each.getSystem().equals(system) && each.getValue().equals(value));
    }
}
