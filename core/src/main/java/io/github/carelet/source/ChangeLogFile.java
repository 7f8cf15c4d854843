package io.github.carelet.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.source.Change.Action;
import io.github.carelet.source.Change.Kind;
import io.github.carelet.source.Change.Matter;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A change log as JSON, for nobody but this class. */
final class ChangeLogFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ChangeLogFile() {}

    static byte[] write(ChangeLog log) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("log", log.id());
        root.put("version", log.version());
        root.put("day", log.day().toString());
        root.put("first", log.first());
        ObjectNode positions = root.putObject("positions");
        log.positions().forEach(positions::put);
        ArrayNode changes = root.putArray("changes");
        log.changes().forEach(each -> write(each, changes.addObject()));
        return JSON.writeValueAsBytes(root);
    }

    private static void write(Change change, ObjectNode json) {
        json.put("kind", change.kind().name());
        json.put("id", change.id());
        json.put("action", change.action().name());
        json.put("at", change.at().toString());
        json.put("version", change.version());
        ArrayNode material = json.putArray("material");
        change.material().forEach(each -> material.add(each.name()));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is anything else
     */
    static ChangeLog read(byte[] bytes) throws IOException {
        try {
            JsonNode root = JSON.readTree(bytes);
            Map<String, Long> positions = new LinkedHashMap<>();
            root.required("positions")
                    .properties()
                    .forEach(
                            each -> positions.put(each.getKey(), each.getValue().longValue()));
            List<Change> changes = new ArrayList<>();
            root.required("changes").forEach(each -> changes.add(change(each)));
            return new ChangeLog(
                    root.required("log").textValue(),
                    root.required("version").textValue(),
                    LocalDate.parse(root.required("day").textValue()),
                    root.required("first").longValue(),
                    changes,
                    positions);
        } catch (JacksonException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IOException("no change log in " + bytes.length + " bytes", e);
        }
    }

    private static Change change(JsonNode json) {
        Set<Matter> material = EnumSet.noneOf(Matter.class);
        json.required("material").forEach(each -> material.add(Matter.valueOf(each.textValue())));
        return new Change(
                Kind.valueOf(json.required("kind").textValue()),
                json.required("id").textValue(),
                Action.valueOf(json.required("action").textValue()),
                Instant.parse(json.required("at").textValue()),
                json.required("version").textValue(),
                material);
    }
}
