package io.github.carelet.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.importing.StructuredFacts.Said;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads JSON-LD and microdata of a page. Immutable. */
final class StructuredReader {

    private static final int DEPTH = 60;
    private static final int MOST_ITEMS = 1_000;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    private StructuredReader() {}

    /** Returns what a page says; to be asked before scripts are taken out of it. */
    static StructuredFacts of(Document page) {
        List<Said> things = new ArrayList<>();
        for (Element script : page.select("script[type*=ld+json]")) {
            things.add(json(script.data()));
        }
        List<Element> scopes = page.select("[itemscope]");
        if (!scopes.isEmpty() && scopes.size() <= MOST_ITEMS) {
            microdata(scopes)
                    .forEach(each -> things.add(
                            Said.of("microdata: " + each.path("@type").asText(), each)));
        }
        return new StructuredFacts(things);
    }

    private static Said json(String text) {
        String bare = text.strip().replaceAll("^<!--|-->$|^//\\s*<!\\[CDATA\\[|//\\s*\\]\\]>$|;$", "");
        String shown = "JSON-LD: " + Words.squeeze(bare.substring(0, Math.min(300, bare.length())));
        try {
            JsonNode tree = JSON.readTree(bare);
            return Said.of(shown, tree == null ? JSON.createObjectNode() : tree);
        } catch (JsonProcessingException e) {
            return Said.broken(shown, "not JSON: " + e.getOriginalMessage().split("\n", 2)[0]);
        }
    }

    /** Returns the outermost items as trees of the same form. */
    private static List<JsonNode> microdata(List<Element> scopes) {
        Map<Element, ObjectNode> items = new IdentityHashMap<>();
        List<JsonNode> outermost = new ArrayList<>();
        for (Element scope : scopes) {
            ObjectNode item = JSON.createObjectNode();
            String type = scope.attr("itemtype");
            item.put("@type", type.substring(type.lastIndexOf('/') + 1));
            items.put(scope, item);
            ObjectNode around = around(scope, items);
            if (around == null || !scope.hasAttr("itemprop")) {
                outermost.add(item);
            } else {
                around.withArrayProperty(scope.attr("itemprop")).add(item);
            }
            for (Element property : scope.select("[itemprop]:not([itemscope])")) {
                if (around(property, items) == item) {
                    put(item, property);
                }
            }
        }
        return outermost;
    }

    private static void put(ObjectNode item, Element property) {
        for (String name : property.attr("itemprop").split("\\s+")) {
            item.withArrayProperty(name).add(value(property));
        }
    }

    private static @org.jspecify.annotations.Nullable ObjectNode around(
            Element element, Map<Element, ObjectNode> items) {
        for (Element each = element.parent(); each != null; each = each.parent()) {
            if (each.hasAttr("itemscope")) {
                return items.get(each);
            }
        }
        return items.get(element.ownerDocument());
    }

    private static String value(Element property) {
        return switch (property.normalName()) {
            case "meta" -> property.attr("content");
            case "time" -> property.hasAttr("datetime") ? property.attr("datetime") : property.text();
            case "a", "link" -> property.text().isBlank() ? property.attr("href") : property.text();
            default -> property.hasAttr("content") ? property.attr("content") : property.text();
        };
    }
}
