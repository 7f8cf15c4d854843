package io.github.carelet.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.catalog.Link;
import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.importing.Merged.Placed;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes a draft as a catalogue file, and notes where everything is in it. Used once. */
final class DraftWriter {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ILLEGAL = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final int LONGEST = 95_000;
    private static final List<String> ARRAYS = List.of("conditions", "treatments", "articles");

    private final Merged merged;
    private final ClinicDraft clinic;
    private final States states;
    private final ObjectNode root = JSON.createObjectNode();
    private final Map<Target, String> pointers = new HashMap<>();
    private final Map<Target, String> ids = new HashMap<>();

    DraftWriter(Merged merged, ClinicDraft clinic, States states) {
        this.merged = merged;
        this.clinic = clinic;
        this.states = states;
    }

    byte[] write() {
        root.put("carelet", 1);
        clinic();
        ArrayNode locations = root.putArray("locations");
        UniqueIds taken = new UniqueIds();
        for (PlaceFact each : merged.places()) {
            pointers.put(new Target("locations", each.key(), ""), "/locations/" + locations.size());
            String id = taken.of(id(each));
            ids.put(new Target("locations", each.id(), ""), id);
            location(locations.addObject(), each, id);
        }
        ARRAYS.forEach(this::name);
        ARRAYS.forEach(this::items);
        appointment();
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts can always be written", e);
        }
    }

    /** Returns where a target is in what was written; empty if it is not there. */
    Optional<String> pointer(Target target) {
        String thing = target.array().equals("clinic")
                ? "/clinic"
                : pointers.get(new Target(target.array(), target.key(), ""));
        return Optional.ofNullable(thing)
                .map(each -> each + target.member())
                .filter(each -> !root.at(each).isMissingNode());
    }

    private void clinic() {
        ObjectNode node = root.putObject("clinic");
        node.put("id", Words.slug(clinic.name(), "clinic"));
        node.put("name", legal(clinic.name()));
        putUnlessEmpty(node, "url", clinic.url());
        node.put("phone", clinic.phone());
        putUnlessEmpty(node, "fax", clinic.fax());
        node.put("timeZone", clinic.zone());
        clinic.languages().forEach(node.putArray("languages")::add);
    }

    private static String id(PlaceFact place) {
        return place.id().isEmpty() ? Words.slug(place.shownName(), "location") : place.id();
    }

    private void location(ObjectNode node, PlaceFact place, String id) {
        node.put("id", id);
        node.put("name", legal(place.shownName()));
        putUnlessEmpty(node, "phone", place.phone());
        putUnlessEmpty(node, "fax", place.fax());
        ObjectNode address = node.putObject("address");
        address.put("street", legal(place.address().street()));
        putUnlessEmpty(address, "unit", place.address().unit());
        address.put("city", legal(place.address().city()));
        putUnlessEmpty(address, "region", place.address().region());
        putUnlessEmpty(address, "postalCode", place.address().postalCode());
        putUnlessEmpty(address, "country", place.address().country());
        if (place.geo().size() == 2) {
            node.putObject("geo")
                    .put("lat", place.geo().get(0))
                    .put("lng", place.geo().get(1));
        }
        states.zone(place.address().region())
                .filter(zone -> !zone.equals(clinic.zone()))
                .ifPresent(zone -> node.put("timeZone", zone));
        if (!place.hours().isEmpty()) {
            hours(node.putObject("hours").putObject("weekly"), place.hours());
        }
    }

    private static void hours(ObjectNode weekly, Map<DayOfWeek, List<OpenInterval>> hours) {
        hours.forEach((day, open) -> {
            ArrayNode intervals = weekly.putArray(day.name().substring(0, 3).toLowerCase(Locale.ROOT));
            open.forEach(each -> intervals.add(each.toString()));
        });
    }

    /** Gives every item its id and its place before references are written. */
    private void name(String array) {
        UniqueIds taken = new UniqueIds();
        int at = 0;
        for (Placed each : merged.items(array)) {
            Target thing = each.draft().target("");
            String wanted = each.draft().id().isEmpty()
                    ? Words.slug(each.draft().name(), "item")
                    : each.draft().id();
            ids.put(thing, taken.of(wanted));
            pointers.put(thing, "/" + array + "/" + at++);
        }
    }

    private void items(String array) {
        ArrayNode nodes = root.putArray(array);
        merged.items(array).forEach(each -> item(nodes.addObject(), each));
    }

    private void item(ObjectNode node, Placed placed) {
        ItemDraft item = placed.draft();
        node.put("id", ids.get(item.target("")));
        text(node, item.array().equals("articles") ? "headline" : "name", item.name(), placed.language());
        text(node, "summary", item.summary(), placed.language());
        item.values().forEach((member, value) -> value(node, member, value, placed.language()));
        item.lists().forEach((member, texts) -> {
            ArrayNode list = node.putArray(member);
            texts.forEach(each -> list.add(text(each, placed.language())));
        });
        item.published().ifPresent(day -> node.put("published", day.toString()));
        ArrayNode sections = node.putArray("sections");
        item.sections().forEach(each -> section(sections.addObject(), each, placed.language()));
        item.references().forEach((member, targets) -> references(node, member, targets));
    }

    private void value(ObjectNode node, String member, String value, String language) {
        if (member.equals("whatToBring")) {
            text(node, member, value, language);
        } else if (!member.equals("canonicalUrl") || Link.isSafe(value)) {
            node.put(member, value);
        }
    }

    private void section(ObjectNode node, SectionDraft section, String language) {
        node.put("id", section.id());
        node.put("aspect", section.aspect());
        text(node, "heading", section.heading(), language);
        text(node, "body", section.html(), language);
        if (!section.requires().isEmpty()) {
            section.requires().forEach(node.putArray("requires")::add);
        }
    }

    private void references(ObjectNode node, String member, List<Target> targets) {
        ArrayNode array = node.putArray(member);
        targets.stream()
                .map(each -> ids.get(new Target(each.array(), each.key(), "")))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(array::add);
    }

    private void appointment() {
        if (clinic.appointment().isEmpty()) {
            return;
        }
        pointers.put(new Target("appointmentTypes", "appointment", ""), "/appointmentTypes/0");
        ObjectNode type = root.putArray("appointmentTypes").addObject();
        type.put("id", "appointment");
        type.put("name", legal(clinic.appointment()));
        type.put("default", true);
        type.put("mode", "request");
        type.put("duration", "PT30M");
    }

    private void text(ObjectNode node, String member, String text, String language) {
        if (!text.isBlank()) {
            node.set(member, text(text, language));
        }
    }

    /** A text that is not in the clinic's first language says which it is in. */
    private JsonNode text(String text, String language) {
        return language.equals(clinic.languages().get(0))
                ? JSON.getNodeFactory().textNode(legal(text))
                : JSON.createObjectNode().put(language, legal(text));
    }

    /** A catalogue takes neither control characters nor halves of surrogate pairs, nor more than a bearable length. */
    private static String legal(String text) {
        String legal = ILLEGAL.matcher(text).replaceAll(" ");
        return legal.length() <= LONGEST
                ? legal
                : legal.substring(0, legal.offsetByCodePoints(0, LONGEST / 2)).strip();
    }

    private static void putUnlessEmpty(ObjectNode node, String member, String text) {
        if (!text.isBlank()) {
            node.put(member, legal(text));
        }
    }
}
