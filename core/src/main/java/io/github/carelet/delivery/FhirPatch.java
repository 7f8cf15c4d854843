package io.github.carelet.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.delivery.ResourceSource.Identity;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The members of a resource that are ours: each is what it is here, and is not there where it is {@code null} here. What else a
 * server keeps in the resource is its own; so is what it adds to the lists that it shares with us:
 *
 * <ul>
 *   <li>{@code identifier}: what is there stays;
 *   <li>{@code contained}: ours is known again by its id, {@code extension} by its URL, {@code participant} by whom it is about,
 *       and what they have beyond ours stays. Who is named by a system of ours, and takes no part here any more, goes;
 *   <li>lists of concepts: ours have a coding in a system of ours, or none at all, and stand first. What else they are coded as
 *       stays beside it as long as ours does; one that is no longer ours goes with all that was added to it.
 * </ul>
 *
 * @param ours the members
 * @param systems how the URIs of all our systems begin
 */
record FhirPatch(ObjectNode ours, String systems) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * Reads one.
     *
     * @param identity whose system says how all of ours begin
     * @throws IllegalArgumentException if it is no JSON object
     */
    static FhirPatch of(String json, Identity identity) {
        String system = identity.system();
        try {
            return new FhirPatch(
                    (ObjectNode) FhirFinding.MAPPER.readTree(json), system.substring(0, system.lastIndexOf('/') + 1));
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
        ObjectNode both = theirs.deepCopy();
        ours.properties().forEach(each -> {
            String name = each.getKey();
            both.set(name, member(name, theirs.path(name), each.getValue()));
        });
        ObjectNode changed = withoutNulls(both);
        if (changed.equals(theirs)) {
            return Optional.empty();
        }
        // A text that the server made of what was there before would be wrong now.
        changed.remove("text");
        return Optional.of(changed);
    }

    private JsonNode member(String name, JsonNode there, JsonNode here) {
        return switch (name) {
            // It was found by the one that is ours; those beside it are not.
            case "identifier" -> there;
            case "contained" -> keyed(there, here, each -> each.path("id").asText(), any -> false);
            case "extension" -> keyed(there, here, each -> each.path("url").asText(), any -> false);
            case "participant" -> keyed(there, here, FhirPatch::actor, this::isNamedByUs);
            case "serviceType", "reasonCode" -> concepts(there, here);
            default -> here;
        };
    }

    /** In the order that the server has; what it lacks of ours comes last. */
    private ArrayNode keyed(JsonNode there, JsonNode here, Function<JsonNode, String> key, Predicate<JsonNode> mayGo) {
        Map<String, JsonNode> missing = new LinkedHashMap<>();
        here.forEach(each -> missing.put(key.apply(each), each));
        ArrayNode both = NODES.arrayNode();
        for (JsonNode each : there) {
            Optional<JsonNode> mine = Optional.ofNullable(missing.remove(key.apply(each)));
            if (mine.isPresent()) {
                both.add(over(each, mine.get()));
            } else if (!mayGo.test(each)) {
                both.add(each);
            }
        }
        missing.values().forEach(both::add);
        return both;
    }

    private JsonNode over(JsonNode there, JsonNode here) {
        if (!there.isObject() || !here.isObject()) {
            return here;
        }
        ObjectNode both = there.deepCopy();
        here.properties().forEach(each -> {
            String name = each.getKey();
            JsonNode known = there.path(name);
            both.set(
                    name,
                    each.getValue().isObject()
                            ? over(known, each.getValue())
                            : name.equals("extension") ? member(name, known, each.getValue()) : each.getValue());
        });
        return both;
    }

    private JsonNode concepts(JsonNode there, JsonNode here) {
        ArrayNode both = NODES.arrayNode();
        here.forEach(each -> both.add(concept(there, each)));
        there.forEach(each -> {
            if (!each.path("coding").isEmpty() && ours(each).isEmpty()) {
                both.add(each);
            }
        });
        // FHIR knows no empty list.
        return both.isEmpty() ? NODES.nullNode() : both;
    }

    /** Of what is there, all that has a coding of this one is this one. */
    private JsonNode concept(JsonNode there, JsonNode here) {
        Set<String> wanted = ours(here);
        ArrayNode codings = NODES.arrayNode();
        Optional<ObjectNode> known = Optional.empty();
        for (JsonNode each : there) {
            if (each instanceof ObjectNode same && !Collections.disjoint(ours(same), wanted)) {
                known = known.or(() -> Optional.of(same.deepCopy()));
                same.path("coding").forEach(codings::add);
            }
        }
        return known.<JsonNode>map(same -> {
                    ObjectNode both = (ObjectNode) over(same, here);
                    both.set("coding", keyed(codings, here.path("coding"), FhirPatch::code, this::isOurs));
                    return both;
                })
                .orElse(here);
    }

    private Set<String> ours(JsonNode concept) {
        Set<String> codes = new HashSet<>();
        concept.path("coding").forEach(each -> {
            if (isOurs(each)) {
                codes.add(code(each));
            }
        });
        return codes;
    }

    private static String code(JsonNode coding) {
        return coding.path("system").asText() + "|" + coding.path("code").asText();
    }

    private static String actor(JsonNode participant) {
        JsonNode actor = participant.path("actor");
        JsonNode identifier = actor.path("identifier");
        return identifier.isObject()
                ? identifier.path("system").asText() + "|"
                        + identifier.path("value").asText()
                : actor.path("reference").asText();
    }

    private boolean isNamedByUs(JsonNode participant) {
        return isOurs(participant.path("actor").path("identifier"));
    }

    private boolean isOurs(JsonNode identified) {
        return identified.path("system").asText().startsWith(systems);
    }

    @Override
    public String toString() {
        return "FhirPatch[…]";
    }

    private static ObjectNode withoutNulls(ObjectNode node) {
        ObjectNode rest = node.objectNode();
        node.properties().forEach(each -> {
            if (!each.getValue().isNull() && !each.getValue().isMissingNode()) {
                rest.set(each.getKey(), each.getValue());
            }
        });
        return rest;
    }
}
