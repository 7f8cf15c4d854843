package io.github.carelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a host's own settings say, as the JSON that they stand for. Hosts write {@code public-url} or {@code PUBLICURL} where
 * JSON says {@code publicUrl}, and lists as maps of {@code 0}, {@code 1} and so on. Of several spellings of one name the first
 * holds: hosts put first what has more say. What is called by ids of the clinic's choice stays as it is.
 */
final class HostSettings {

    private static final Set<String> BY_ID = Set.of("/partners", "/calendars");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, String> names = new TreeMap<>();

    private HostSettings(Set<String> known) {
        known.forEach(name -> names.put(plain(name), name));
    }

    /**
     * Returns the JSON of settings.
     *
     * @param known the names that JSON has, at whatever place
     */
    static ObjectNode json(Map<String, ?> settings, Set<String> known) {
        return new HostSettings(known).object("", settings);
    }

    /** Returns whether a name is one of those that are known, in whatever spelling. */
    static boolean isAmong(Set<String> known, String written) {
        return new HostSettings(known).names.containsKey(plain(written));
    }

    private ObjectNode object(String place, Map<?, ?> settings) {
        ObjectNode object = JSON.objectNode();
        settings.forEach((key, value) -> {
            String name = BY_ID.contains(place) ? key.toString() : name(key.toString());
            if (!object.has(name)) {
                object.set(
                        name,
                        node(place + "/" + name, Optional.ofNullable(value).orElse("")));
            }
        });
        return object;
    }

    private JsonNode node(String place, Object value) {
        if (value instanceof Map<?, ?> map) {
            return BY_ID.contains(place)
                    ? object(place, map)
                    : listed(map).map(list -> node(place, list)).orElseGet(() -> object(place, map));
        }
        if (value instanceof Collection<?> list) {
            ArrayNode array = JSON.arrayNode();
            list.forEach(each -> array.add(node(place + "/" + array.size(), each)));
            return array;
        }
        return value instanceof Boolean truth ? JSON.booleanNode(truth) : JSON.textNode(value.toString());
    }

    /** Returns the values of a map that is a list in disguise, in their order. */
    private static Optional<Collection<Object>> listed(Map<?, ?> map) {
        Map<Integer, Object> values = new TreeMap<>();
        for (int i = 0; i < map.size(); i++) {
            Object value = map.get(Integer.toString(i));
            if (value == null) {
                return Optional.empty();
            }
            values.put(i, value);
        }
        return map.isEmpty() ? Optional.empty() : Optional.of(values.values());
    }

    private String name(String written) {
        return names.getOrDefault(plain(written), written);
    }

    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
