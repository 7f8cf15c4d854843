package io.github.carelet.servlet.fragment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The small clinic with every member that a catalogue may have, and a hostile text in each that is read by people. */
public final class HostileClinic {

    /** Known ways to smuggle script into HTML, one a line; the tests of the reader use the same. */
    public static final List<String> XSS = lines();

    /** What breaks pages without being an attack. */
    private static final String ODD = "<img src=x onerror=1>\"'&{{}}</script> \u202e\u0627\u0644\u0639 \uD83D\uDE80 "
            + "Donaudampfschiff".repeat(12);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TEXTS = Set.of(
            "name",
            "headline",
            "summary",
            "emergency",
            "alsoCalled",
            "redFlags",
            "whatToBring",
            "heading",
            "note",
            "text",
            "role",
            "reviewedBy",
            "credential",
            "title",
            "label",
            "choices",
            "street",
            "unit",
            "city",
            "region",
            "postalCode");

    private HostileClinic() {}

    private static List<String> lines() {
        Path file = Path.of("..", "core", "src", "test", "resources", "io", "github", "carelet", "catalog", "xss.txt");
        try {
            return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a clinic whose texts are odd and whose bodies are all known attacks. */
    public static String json() {
        return json(ODD, XSS);
    }

    /** Returns a clinic with the given text at the end of each of its own, and the given bodies in its sections. */
    public static String json(String text, List<String> bodies) {
        try {
            ObjectNode clinic = (ObjectNode) JSON.readTree(MapleClinic.json());
            complete(clinic);
            for (String kind : List.of("treatments", "conditions", "articles")) {
                clinic.get(kind).forEach(item -> sections((ObjectNode) item, bodies));
            }
            spoil(clinic, false, text);
            return JSON.writeValueAsString(clinic);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void complete(ObjectNode clinic) throws JsonProcessingException {
        ObjectNode self = (ObjectNode) clinic.get("clinic");
        self.set("smsConsent", JSON.readTree("{\"version\": \"1\", \"text\": \"Texts.\"}"));
        self.put("fax", "+16265550190").put("answerWithin", "PT4H").put("sample", true);
        ObjectNode type = (ObjectNode) clinic.get("appointmentTypes").get(0);
        type.set("ask", JSON.readTree("[\"birthDate\", \"insurance\", \"reason\", \"interpreter\"]"));
        type.set("questions", JSON.readTree("""
                [{"id": "side", "label": "Side", "kind": "choice", "choices": ["Left", "Right"], "required": true},
                 {"id": "why", "label": "Why", "kind": "text"}, {"id": "brace", "label": "Brace", "kind": "yes-no"}]"""));
        ArrayNode types = (ArrayNode) clinic.get("appointmentTypes");
        types.add(JSON.readTree("{\"id\": \"talk\", \"name\": \"Talk\", \"mode\": \"phone\"}"));
        ((ObjectNode) clinic.get("articles").get(0))
                .put("canonicalUrl", "https://maple.example.org/moving?a=1&b=%22%3E");
    }

    /** Every second section has no heading, and each requires the one after it. */
    private static void sections(ObjectNode item, List<String> bodies) {
        ArrayNode sections = item.putArray("sections");
        for (int i = 0; i < bodies.size(); i++) {
            ObjectNode section = sections.addObject().put("id", "s" + i).put("aspect", i % 2 == 0 ? "risks" : "other");
            if (i % 2 == 0) {
                section.put("heading", "Heading " + i);
            }
            section.put("body", "<p>Before</p>" + bodies.get(i) + "<h2>After</h2>");
            if (i + 1 < bodies.size()) {
                section.putArray("requires").add("s" + (i + 1));
            }
        }
    }

    private static void spoil(JsonNode node, boolean isText, String text) {
        if (node instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
            members.forEach(each -> {
                boolean inside = isText || TEXTS.contains(each.getKey());
                object.set(each.getKey(), spoilt(each.getValue(), inside, text));
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, spoilt(array.get(i), isText, text));
            }
        }
    }

    private static JsonNode spoilt(JsonNode node, boolean isText, String text) {
        if (isText && node.isTextual()) {
            return TextNode.valueOf(node.textValue() + text);
        }
        spoil(node, isText, text);
        return node;
    }
}
