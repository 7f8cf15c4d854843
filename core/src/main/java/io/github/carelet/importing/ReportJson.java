package io.github.carelet.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes a report as JSON: {@code {"sources": [{"source", "coverage", "blocks": [{"text", "status", "to", "reason"}]}]}}.
 * Coverage is in percent; {@code to} and {@code reason} are null where there is none. Stateless.
 */
public final class ReportJson {

    private static final JsonMapper JSON = new JsonMapper();

    private ReportJson() {}

    /** Returns the report in UTF-8. */
    public static byte[] write(FidelityReport report) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode sources = root.putArray("sources");
        for (SourceReport each : report.sources()) {
            ObjectNode source = sources.addObject();
            source.put("source", each.source());
            source.put("coverage", each.coverage());
            ArrayNode blocks = source.putArray("blocks");
            each.blocks().forEach(block -> write(block, blocks.addObject()));
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts can always be written", e);
        }
    }

    private static void write(ReportBlock block, ObjectNode node) {
        node.put("text", block.text());
        node.put("status", block.status().word());
        node.put("to", block.to().orElse(null));
        node.put("reason", block.reason().isEmpty() ? null : block.reason());
    }
}
