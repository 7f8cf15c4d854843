package io.github.carelet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.carelet.catalog.CatalogScope;
import io.github.carelet.exchange.JsonLdRole;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sites and the clinic's systems that a configuration file names. */
final class ConfiguredPartners {

    private static final Set<String> PARTNER_KEYS =
            Set.of("origins", "jsonLd", "events", "locations", "treatments", "languages", "look");
    private static final Set<String> PICKUP_KEYS = Set.of("name", "tokenHash", "scopes");

    /** The names of all of them. */
    static final Set<String> KEYS =
            Stream.of(PARTNER_KEYS, PICKUP_KEYS).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private final ConfigurationReading reading;

    ConfiguredPartners(ConfigurationReading reading) {
        this.reading = reading;
    }

    /** Tells a builder of all of them. */
    void read(JsonNode root, CareletBuilder builder) {
        reading.expected(root, "partners", JsonNode::isObject, "an object of partner id to list of origins")
                .properties()
                .forEach(each -> partner(each.getKey(), each.getValue(), builder));
        JsonNode pickup = reading.expected(root, "pickup", JsonNode::isArray, "a list of objects");
        for (int i = 0; i < pickup.size(); i++) {
            pickup("/pickup/" + i, pickup.get(i), builder);
        }
    }

    /** A partner is a list of origins, or an object where there is more to say. */
    private void partner(String id, JsonNode node, CareletBuilder builder) {
        String place = "/partners/" + id;
        JsonNode origins = reading.list(node.isObject() ? node.path("origins") : node);
        if (node.isObject()) {
            reading.knownKeys(place, node, PARTNER_KEYS);
        }
        if (!origins.isArray()) {
            reading.problem(place, "is no list of origins");
        }
        List<String> texts = new ArrayList<>();
        origins.forEach(each -> texts.add(each.asText()));
        String jsonLd = reading.text(node, place, "jsonLd").orElse("none");
        boolean events = reading.truth(node, place, "events");
        CatalogScope scope = new CatalogScope(
                ids(place, node, "locations"), ids(place, node, "treatments"), ids(place, node, "languages"));
        Look look = look(place + "/look", node.path("look"));
        reading.attempt(
                place,
                texts,
                list -> new Partner(id, list, JsonLdRole.parse(jsonLd), events, scope, look),
                builder::partner);
    }

    /** Said at its own place, so that it is not said again of the partner. */
    private Look look(String place, JsonNode node) {
        if (!node.isMissingNode() && !node.isObject()) {
            reading.problem(place, "expected an object like {\"accent\": \"#0b5c6b\"}");
        }
        Map<String, String> values = new LinkedHashMap<>();
        node.properties()
                .forEach(each -> values.put(each.getKey(), each.getValue().asText()));
        List<Look> look = new ArrayList<>();
        reading.attempt(place, values, named -> Look.of(named).legible(), look::add);
        return look.isEmpty() ? Look.STANDARD : look.get(0);
    }

    /** A list that is there and empty is a slip: it would mean all. */
    private List<String> ids(String place, JsonNode node, String key) {
        JsonNode list = reading.list(node.path(key));
        List<String> ids = new ArrayList<>();
        list.forEach(each -> ids.add(each.asText()));
        if (!list.isMissingNode() && (!list.isArray() || ids.isEmpty())) {
            reading.problem(place + "/" + key, "expected a list of one or more, or nothing for all");
        }
        return ids;
    }

    private void pickup(String place, JsonNode node, CareletBuilder builder) {
        reading.knownKeys(place, node, PICKUP_KEYS);
        Optional<String> name = reading.required(node, place, "name");
        Optional<String> hash = reading.required(node, place, "tokenHash");
        if (name.isPresent() && hash.isPresent()) {
            reading.attempt(
                    place,
                    reading.list(node.path("scopes")),
                    scopes -> new PickupCredential(name.get(), hash.get(), scopes(scopes)),
                    builder::pickup);
        }
    }

    private static Set<PickupCredential.Scope> scopes(JsonNode list) {
        Set<PickupCredential.Scope> scopes = EnumSet.noneOf(PickupCredential.Scope.class);
        for (JsonNode each : list) {
            String text = each.asText();
            scopes.add(Stream.of(PickupCredential.Scope.values())
                    .filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "'" + text + "' is no scope: expected read, answer or sensitive")));
        }
        return scopes;
    }
}
