package io.github.carelet.schedule;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Why a time is offered or not, for the staff: more than a patient should know.
 *
 * @param start a time that the hours allow
 * @param refusal the first rule that refuses it; empty if it is offered
 * @param taken which resources are taken then or within the buffers, as often as they are; also where another rule refuses
 */
public record Verdict(OffsetDateTime start, Optional<Refusal> refusal, List<Resource> taken) {

    /** Copies the list. */
    public Verdict {
        taken = List.copyOf(taken);
    }
}
