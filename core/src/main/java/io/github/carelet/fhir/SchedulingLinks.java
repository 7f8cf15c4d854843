package io.github.carelet.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.booking.Availability;
import io.github.carelet.booking.Hashes;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import io.github.carelet.schedule.Slot;
import io.github.carelet.schedule.SlotDay;
import io.github.carelet.schedule.SlotFinder;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a clinic publishes for whoever gathers free times, by SMART Scheduling Links 1.0.0 (HL7): a manifest, and by its
 * addresses the locations, what can be booked at each, and the free times, each with a link to the form and a number to call.
 * Only what can be booked at once is listed: types in mode {@code slots}. Nothing in it is about a patient. Immutable.
 *
 * @param catalog what the clinic offers
 * @param publicUrl the absolute address of the mounted servlet, without a slash at its end
 */
public record SchedulingLinks(Catalog catalog, String publicUrl) {

    /** For how many days free times are listed, today included. */
    public static final int DAYS = 30;

    /** How many free times of a location are listed; of more, the first ones. */
    public static final int MOST = 10_000;

    private static final int LONGEST_ID = 52;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String EXTENSION = "http://hl7.org/fhir/uv/smart-scheduling-links/StructureDefinition/";

    /**
     * Returns the manifest.
     *
     * @param at when what it leads to was made
     * @param bookable whether appointments are booked here; without that there are but locations
     */
    public byte[] manifest(Instant at, boolean bookable) {
        ObjectNode manifest = NODES.objectNode();
        manifest.put("transactionTime", FhirTime.of(at));
        manifest.put("request", publicUrl + "/fhir/$bulk-publish");
        ArrayNode output = manifest.putArray("output");
        output(output, "Location", "locations", catalog.locations());
        if (bookable) {
            output(output, "Schedule", "schedules", catalog.locations());
            bookableLocations().forEach(each -> output(output, "Slot", "slots/" + each.id(), List.of(each)));
        }
        manifest.putArray("error");
        return manifest.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void output(ArrayNode output, String type, String path, List<Location> about) {
        ObjectNode file = output.addObject().put("type", type).put("url", publicUrl + "/fhir/" + path + ".ndjson");
        List<String> states = about.stream()
                .map(each -> each.address().region())
                .filter(state -> !state.isEmpty())
                .distinct()
                .toList();
        if (!states.isEmpty()) {
            ArrayNode list = file.putObject("extension").putArray("state");
            states.forEach(list::add);
        }
    }

    /** Returns the locations where something can be booked at once. */
    public List<Location> bookableLocations() {
        return catalog.locations().stream()
                .filter(each -> !finders(each).isEmpty())
                .toList();
    }

    /** Returns all locations, one to a line. */
    public byte[] locations() {
        return lines(lines -> catalog.locations().forEach(each -> lines.accept(new LocationJson(catalog).of(each))));
    }

    /** Returns what can be booked at each location, one to a line. */
    public byte[] schedules() {
        return lines(lines -> bookableLocations().stream()
                .flatMap(each -> finders(each).stream())
                .forEach(finder -> lines.accept(schedule(finder))));
    }

    /**
     * Returns the free times of a location, one to a line, those of the first day first.
     *
     * @throws StoreUnavailableException if it can't be found out now what is taken
     */
    public byte[] slots(Location location, Availability availability) {
        LocalDate today = availability.today(location);
        List<Listed> all = finders(location).stream()
                .map(finder -> new Listed(
                        finder,
                        availability
                                .find(finder, today, today.plusDays(DAYS - 1))
                                .days()))
                .toList();
        return lines(lines -> {
            int room = MOST;
            for (int day = 0; day < DAYS; day++) {
                for (Listed each : all) {
                    room -= write(each.finder(), each.days().get(day), room, lines);
                }
            }
        });
    }

    private record Listed(SlotFinder finder, List<SlotDay> days) {}

    private int write(SlotFinder finder, SlotDay day, int room, Consumer<ObjectNode> lines) {
        List<Slot> slots = day.slots().subList(0, Math.min(room, day.size()));
        slots.forEach(slot -> lines.accept(slot(finder, slot)));
        return slots.size();
    }

    private List<SlotFinder> finders(Location location) {
        List<SlotFinder> finders = new ArrayList<>();
        for (AppointmentType type : catalog.appointmentTypes()) {
            if (type.mode() == AppointmentType.Mode.SLOTS && type.locations().contains(location.id())) {
                SlotFinder finder = SlotFinder.of(catalog, type, location);
                if (finder.never().isEmpty()) {
                    finders.add(finder);
                }
            }
        }
        return finders;
    }

    private ObjectNode schedule(SlotFinder finder) {
        AppointmentType type = finder.type();
        Location location = finder.location();
        Systems systems = new Systems(catalog.clinic().id());
        ObjectNode json = NODES.objectNode().put("resourceType", "Schedule").put("id", id(finder));
        json.set("identifier", systems.identifiers("schedule", type.id() + "/" + location.id()));
        json.put("active", true);
        json.putArray("serviceType").add(systems.concept("appointment-type", type.id(), in(type.name())));
        json.putArray("actor")
                .addObject()
                .put("reference", "Location/" + location.id())
                .put("display", in(location.name()));
        return json;
    }

    private ObjectNode slot(SlotFinder finder, Slot slot) {
        String start = FhirTime.of(slot.start());
        String link = publicUrl + "/book?type=" + finder.type().id() + "&location="
                + finder.location().id() + "&slot=" + URLEncoder.encode(start, StandardCharsets.UTF_8);
        ObjectNode json = NODES.objectNode()
                .put("resourceType", "Slot")
                .put("id", id(finder) + "." + slot.start().toEpochSecond());
        ArrayNode extensions = json.putArray("extension");
        extensions.addObject().put("url", EXTENSION + "booking-deep-link").put("valueUrl", link);
        extensions
                .addObject()
                .put("url", EXTENSION + "booking-phone")
                .put("valueString", finder.location().phone().e164());
        json.putObject("schedule").put("reference", "Schedule/" + id(finder));
        return json.put("status", "free").put("start", start).put("end", FhirTime.of(slot.end()));
    }

    /** FHIR allows ids of 64 signs, and a slot's has a dot and its start at the end: what is too long is told by its hash. */
    private static String id(SlotFinder finder) {
        String id = finder.type().id() + "." + finder.location().id();
        return id.length() <= LONGEST_ID
                ? id
                : HexFormat.of().formatHex(Hashes.sha256(id.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    private String in(Localized<String> name) {
        return name.in(catalog.clinic().defaultLanguage()).value();
    }

    private static byte[] lines(Consumer<Consumer<ObjectNode>> writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writing.accept(line -> {
            bytes.writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
            bytes.write('\n');
        });
        return bytes.toByteArray();
    }
}
