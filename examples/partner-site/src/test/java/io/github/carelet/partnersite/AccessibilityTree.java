package io.github.carelet.partnersite;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the browser tells a screen reader about a document, in the order in which that reads: the browser's own tree, not one
 * that a script works out from the markup.
 */
record AccessibilityTree(List<Thing> things) {

    /** What is only there to hold others. */
    private static final Set<String> HOLDERS = Set.of(
            "none",
            "generic",
            "GenericContainer",
            "paragraph",
            "InlineTextBox",
            "LineBreak",
            "ListMarker",
            "RootWebArea",
            "sectionheader",
            "sectionfooter",
            "LabelText",
            "Legend",
            "Figcaption",
            "Abbr",
            "emphasis",
            "strong",
            "code",
            "rowgroup",
            "row",
            "listitem",
            "definition",
            "DescriptionList");

    /** What has parts that are the browser's own. */
    private static final Set<String> WHOLE = Set.of("textbox", "searchbox", "Date", "InputTime", "combobox");

    private static final String TEXT = "StaticText";

    /** What a page has that says it, without going there. */
    private static final Set<String> STATES = Set.of(
            "level", "checked", "required", "invalid", "expanded", "focused", "live", "disabled", "readonly", "url");

    AccessibilityTree {
        things = List.copyOf(things);
    }

    /**
     * One thing in it.
     *
     * @param states in the order of their names; what is false or missing is not there
     * @param path the things around it, the outermost first
     */
    record Thing(String role, String name, String description, Map<String, String> states, List<Thing> path) {

        Thing {
            states = new TreeMap<>(states);
            path = List.copyOf(path);
        }

        /** Returns the nearest thing around it that has one of these roles. */
        Optional<Thing> within(String... roles) {
            return path.stream()
                    .filter(each -> Set.of(roles).contains(each.role()))
                    .reduce((outer, inner) -> inner);
        }

        boolean is(String... roles) {
            return Set.of(roles).contains(role);
        }

        @Override
        public String toString() {
            String told = states.entrySet().stream()
                    .filter(each -> !each.getKey().equals("url"))
                    .map(each -> " " + each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining());
            return "  ".repeat(path.size())
                    + (is(TEXT) ? "" : role + (name.isEmpty() ? "" : " "))
                    + (name.isEmpty() ? "" : "\"" + name + "\"")
                    + told
                    + (description.isEmpty() ? "" : " (" + description + ")");
        }
    }

    /** Reads that of a page, without the documents in its frames. */
    static AccessibilityTree of(Page page) {
        return read(page.context().newCDPSession(page));
    }

    /** Reads that of a document in a frame, wherever the browser keeps it. */
    static AccessibilityTree of(Frame frame) {
        return read(frame.page().context().newCDPSession(frame));
    }

    private static AccessibilityTree read(CDPSession session) {
        try {
            JsonArray nodes = session.send("Accessibility.getFullAXTree").getAsJsonArray("nodes");
            Map<String, JsonObject> byId = new HashMap<>();
            nodes.forEach(each -> byId.put(each.getAsJsonObject().get("nodeId").getAsString(), each.getAsJsonObject()));
            List<Thing> things = new ArrayList<>();
            walk(nodes.get(0).getAsJsonObject(), byId, List.of(), things);
            return new AccessibilityTree(things);
        } finally {
            session.detach();
        }
    }

    private static void walk(JsonObject node, Map<String, JsonObject> byId, List<Thing> path, List<Thing> things) {
        Thing thing = thing(node, path);
        boolean ignored = node.get("ignored").getAsBoolean();
        boolean shown = !ignored && !HOLDERS.contains(thing.role());
        boolean said = thing.role().equals(TEXT)
                && (thing.name().equals(",") || path.stream().anyMatch(each -> said(each, thing)));
        if (shown && !said) {
            things.add(thing);
        }
        List<Thing> below =
                shown ? Stream.concat(path.stream(), Stream.of(thing)).toList() : path;
        for (JsonElement child : node.getAsJsonArray("childIds")) {
            JsonObject inner = byId.get(child.getAsString());
            if (inner != null && !inPart(below)) {
                walk(inner, byId, below, things);
            }
        }
    }

    /** What is typed, and what a field of the browser's consists of. */
    private static boolean inPart(List<Thing> path) {
        return path.stream().anyMatch(each -> WHOLE.contains(each.role()));
    }

    private static boolean said(Thing around, Thing text) {
        return around.name().contains(text.name());
    }

    private static Thing thing(JsonObject node, List<Thing> path) {
        Map<String, String> states = new HashMap<>();
        if (node.has("properties")) {
            for (JsonElement each : node.getAsJsonArray("properties")) {
                JsonObject property = each.getAsJsonObject();
                String name = property.get("name").getAsString();
                String value = text(property);
                if (STATES.contains(name) && !Set.of("false", "").contains(value)) {
                    states.put(name, value);
                }
            }
        }
        return new Thing(
                text(node, "role"),
                text(node, "name")
                        .replaceAll("[\\s\\u00a0]+", " ")
                        .replaceFirst(": $", "")
                        .strip(),
                text(node, "description"),
                states,
                path);
    }

    private static String text(JsonObject node, String key) {
        return node.has(key) ? text(node.getAsJsonObject(key)) : "";
    }

    private static String text(JsonObject holder) {
        JsonElement value = holder.has("value") ? holder.get("value") : null;
        JsonElement inner =
                value != null && value.isJsonObject() ? value.getAsJsonObject().get("value") : value;
        return inner == null || inner.isJsonNull() || !inner.isJsonPrimitive() ? "" : inner.getAsString();
    }

    /** Returns it as somebody reads it who wants to know what is there: a line for each thing, further in for what is within. */
    String outline() {
        return things.stream().map(Thing::toString).collect(Collectors.joining("\n"));
    }
}
