package io.github.carelet.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The members of a resource that are ours: each is what it is here, and is not there where it is {@code null} here. What else
 * a server keeps in the resource is its own.
 *
 * @param ours the members
 */
record FhirPatch(ObjectNode ours) {

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is no JSON object
     */
    static FhirPatch of(String json) {
        try {
            return new FhirPatch((ObjectNode) FhirFinding.MAPPER.readTree(json));
        } catch (JsonProcessingException | ClassCastException e) {
            // Not the parser's own words: they quote the patient.
            throw new IllegalArgumentException("a resource that is no JSON object");
        }
    }

    /** Returns the resource where there was none. */
    ObjectNode alone() {
        return withoutNulls(ours);
    }

    /** Returns what becomes of a resource that a server has; empty if nothing does. */
    Optional<ObjectNode> on(ObjectNode theirs) {
        ObjectNode both = theirs.deepCopy().setAll(ours);
        // It was found by the one that is ours; those beside it are not.
        both.set("identifier", theirs.path("identifier"));
        ObjectNode changed = withoutNulls(both);
        if (changed.equals(theirs)) {
            return Optional.empty();
        }
        // A text that the server made of what was there before would be wrong now.
        changed.remove("text");
        return Optional.of(changed);
    }

    @Override
    public String toString() {
        return "FhirPatch[…]";
    }

    private static ObjectNode withoutNulls(ObjectNode node) {
        ObjectNode rest = node.objectNode();
        node.properties().forEach(each -> {
            if (!each.getValue().isNull()) {
                rest.set(each.getKey(), each.getValue());
            }
        });
        return rest;
    }
}
