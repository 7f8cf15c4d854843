package io.github.carelet.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The systems that a clinic's ids belong to, and references by them. {@code https://carelet.github.io/fhir/{clinic}/{kind}},
 * where the clinic is its id in the catalogue: what two clinics call the same is not the same.
 *
 * @param clinic the id of the clinic
 */
record Systems(String clinic) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Returns the system of references of bookings. */
    String booking() {
        return uri("booking");
    }

    /** Returns the system of a kind of thing in the catalogue, such as {@code location}. */
    String uri(String kind) {
        return "https://carelet.github.io/fhir/" + clinic + "/" + kind;
    }

    /** Returns an Identifier. */
    ObjectNode identifier(String kind, String id) {
        return NODES.objectNode().put("system", uri(kind)).put("value", id);
    }

    /** Returns a list of the one Identifier. */
    ArrayNode identifiers(String kind, String id) {
        return NODES.arrayNode().add(identifier(kind, id));
    }

    /** Returns a CodeableConcept of something in the catalogue. */
    ObjectNode concept(String kind, String id, String name) {
        ObjectNode concept = NODES.objectNode();
        concept.putArray("coding")
                .addObject()
                .put("system", uri(kind))
                .put("code", id)
                .put("display", name);
        return concept.put("text", name);
    }

    /** Returns a Reference to what another server may have under a URL of its own, by its identifier. */
    ObjectNode reference(String type, String kind, String id, String name) {
        ObjectNode reference = NODES.objectNode().put("type", type);
        reference.set("identifier", identifier(kind, id));
        return reference.put("display", name);
    }
}
