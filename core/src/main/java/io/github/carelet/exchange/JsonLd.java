package io.github.carelet.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON-LD document that is safe within {@code <script type="application/ld+json">}: no {@code <} is in it, so nothing in
 * it can end the element or open a comment. Immutable.
 */
public final class JsonLd {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String json;

    private JsonLd(String json) {
        this.json = json;
    }

    /** Returns one graph of nodes in the vocabulary of schema.org. */
    static JsonLd of(List<Map<String, Object>> graph) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", "https://schema.org");
        document.put("@graph", graph);
        try {
            // In JSON a "<" can only be inside of a string.
            return new JsonLd(JSON.writeValueAsString(document).replace("<", "\\u003c"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("can't write a graph of " + graph.size() + " nodes as JSON", e);
        }
    }

    /** Returns the document. */
    public String json() {
        return json;
    }

    @Override
    public String toString() {
        return json;
    }
}
