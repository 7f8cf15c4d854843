package io.github.carelet.booking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a patient comes for, and what tells about their health or means. Encrypted wherever it is kept; prints nothing.
 *
 * @param treatment id of the treatment, if chosen
 * @param condition id of the condition, if chosen
 * @param patientType whether they have been here before
 * @param insurance who pays, if asked
 * @param reason what brings them, if asked
 * @param interpreter which language an interpreter should speak, if asked
 * @param answers answers to the type's own questions, by question id
 */
public record Visit(
        Optional<String> treatment,
        Optional<String> condition,
        PatientType patientType,
        Optional<String> insurance,
        Optional<String> reason,
        Optional<String> interpreter,
        Map<String, String> answers) {

    /** Copies the answers. */
    public Visit {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** Whether a patient has been here before. */
    public enum PatientType {
        /** Never. */
        NEW,
        /** Yes. */
        EXISTING,
        /** They do not know, or did not say. */
        UNSURE
    }

    @Override
    public String toString() {
        return "Visit[…]";
    }
}
