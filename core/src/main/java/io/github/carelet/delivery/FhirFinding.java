package io.github.carelet.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.delivery.ResourceSource.Identity;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** What a FHIR server has of a resource. */
sealed interface FhirFinding {

    /** Room for a handful of resources; no more of an answer is read. */
    int READ_AT_MOST = 1024 * 1024;

    JsonMapper MAPPER = new JsonMapper();
    Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    /**
     * It has this.
     *
     * @param resource the resource, whose id is one; empty if it has none
     */
    record Held(Optional<ObjectNode> resource) implements FhirFinding {

        String id() {
            return resource.map(each -> each.path("id").asText()).orElse("");
        }

        /** Returns the version to be replaced, if the server counts them. */
        Optional<String> version() {
            return resource.map(each -> each.path("meta").path("versionId").asText())
                    .filter(ID.asMatchPredicate());
        }

        @Override
        public String toString() {
            return "Held[" + id() + "]";
        }
    }

    /**
     * It does not say.
     *
     * @param delivery what that makes of the message
     */
    record Unknown(Delivery delivery) implements FhirFinding {}

    /** Reads the Bundle that a search brought. */
    static FhirFinding read(@Nullable HttpEntity entity, Identity identity) throws IOException {
        byte[] body = entity == null ? new byte[0] : entity.getContent().readNBytes(READ_AT_MOST + 1);
        if (body.length > READ_AT_MOST) {
            return new Unknown(new Delivery.Retry("HTTP 200, more than 1 MB"));
        }
        try {
            JsonNode bundle = MAPPER.readTree(body);
            return bundle.path("resourceType").asText().equals("Bundle")
                    ? found(matching(bundle, identity))
                    : new Unknown(new Delivery.Retry("HTTP 200, no Bundle"));
        } catch (JsonProcessingException e) {
            return new Unknown(new Delivery.Retry("HTTP 200, no JSON"));
        }
    }

    /** Which of several to write to can't be found out by waiting. */
    private static FhirFinding found(List<ObjectNode> resources) {
        if (resources.size() > 1) {
            return new Unknown(new Delivery.Dead("HTTP 200, several of one identifier"));
        }
        Optional<ObjectNode> only = resources.stream().findFirst();
        boolean usable = only.map(each -> each.path("id").asText())
                .filter(ID.asMatchPredicate().negate())
                .isEmpty();
        return usable ? new Held(only) : new Unknown(new Delivery.Retry("HTTP 200, a resource without an id"));
    }

    /** A server that does not know a parameter may pass it over, and list what belongs to others. */
    private static List<ObjectNode> matching(JsonNode bundle, Identity identity) {
        return StreamSupport.stream(bundle.path("entry").spliterator(), false)
                .map(entry -> entry.path("resource"))
                .filter(resource -> resource.path("resourceType").asText().equals(identity.type()))
                .filter(resource -> bears(resource, identity))
                .map(ObjectNode.class::cast)
                .toList();
    }

    private static boolean bears(JsonNode resource, Identity identity) {
        return StreamSupport.stream(resource.path("identifier").spliterator(), false)
                .anyMatch(each -> each.path("system").asText().equals(identity.system())
                        && each.path("value").asText().equals(identity.value()));
    }
}
