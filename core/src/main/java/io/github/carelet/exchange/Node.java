package io.github.carelet.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A thing with its properties, while a graph is being put together. Used by one thread. */
final class Node {

    private final Map<String, Object> properties = new LinkedHashMap<>();

    private Node(String type) {
        properties.put("@type", type);
    }

    /** Returns a node that other nodes refer to. */
    static Node named(String name, String type) {
        Node node = new Node(type);
        node.properties.put("@id", name);
        return node;
    }

    /** Returns a node that is only ever a part of one other. */
    static Node part(String type) {
        return new Node(type);
    }

    /** Returns a reference to the node of a name. */
    static Map<String, Object> reference(String name) {
        return Map.of("@id", name);
    }

    /** Sets a property, unless there is nothing to say. */
    Node with(String property, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> with(property, present));
        } else if (value instanceof Node node) {
            properties.put(property, node.json());
        } else if (!value.equals("") && !(value instanceof Collection<?> several && several.isEmpty())) {
            properties.put(property, value);
        }
        return this;
    }

    /** Adds a reference to a property that may have several, once. */
    Node refer(String property, String name) {
        List<Object> all = new ArrayList<>();
        if (properties.get(property) instanceof List<?> present) {
            all.addAll(present);
        }
        if (!all.contains(reference(name))) {
            all.add(reference(name));
        }
        properties.put(property, all);
        return this;
    }

    Map<String, Object> json() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
