package io.github.carelet.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** A text of a clinic, as text and as a page; then with every name, street and number in it replaced by others. */
class SwappedNamesTest {

    private static final List<String> CITIES = List.of("Tolleson", "Maple Grove", "St. Cloud", "Ypsilanti", "La Mesa");
    private static final List<String> STREETS =
            List.of("%d Old Mill Rd", "%d E. 14th St", "%d Quincy Avenue North", "%d Via del Sol", "%d NW Loop 410");
    private static final List<String> UNITS = List.of("Suite %d", "Ste %dC", "#%d", "Unit B-%d", "Bldg %d");
    private static final List<String> NAMES =
            List.of("Bluebird Partners", "Northgate Moving & Living", "Dr. Quill and Friends", "Tamarack");
    private static final List<String> STATES = List.of("AZ", "MN", "MI", "TX", "NY");

    private final String text = shape();

    @Test
    void aTextGivesItsArticleItsListsItsPlacesAndTheWayToAnAppointment() {
        ImportResult result = Drafts.text(text);

        JsonNode draft = Drafts.json(result);
        assertThat(draft.at("/articles/0/headline").asText()).startsWith("Why Movement Belongs");
        assertThat(draft.at("/articles/0/sections")).hasSize(5);
        assertThat(draft.at("/articles/0/sections/0/body").asText().split("<li><strong>"))
                .hasSize(6);
        assertThat(draft.at("/articles/0/sections/2/body").asText().split("<li><strong>"))
                .hasSize(5);
        assertThat(draft.path("conditions").findValuesAsText("name"))
                .containsExactly(
                        "Chronic back or neck pain",
                        "Arthritis or joint pain",
                        "Post-surgical pain",
                        "Sciatica",
                        "Neuropathic pain");
        assertThat(draft.path("treatments").findValuesAsText("name"))
                .containsExactlyInAnyOrder(
                        "Physical therapy", "Nerve block", "Spinal cord stimulation", "Epidural steroid injection");
        assertThat(draft.at("/clinic/phone").asText()).isEqualTo("+16264601096");
        assertThat(draft.at("/clinic/name").asText()).isEqualTo("California Sports & Spine Institute");
        assertThat(draft.at("/appointmentTypes/0/name").asText()).isEqualTo("Request an Appointment");
        assertThat(draft.path("locations").findValuesAsText("name")).containsExactly("Arcadia", "Glendale", "Palmdale");
        assertThat(draft.at("/locations/2/address").toString())
                .isEqualTo("{\"street\":\"41210 11th Street West\",\"unit\":\"Suite K\",\"city\":\"Palmdale\","
                        + "\"region\":\"CA\",\"postalCode\":\"93551\",\"country\":\"US\"}");
        assertThat(result.report().sources().get(0).coverage()).isEqualTo(100.0);
        Drafts.check(result);
        Drafts.catalog(result);
    }

    @RepeatedTest(40)
    void otherNamesStreetsAndNumbersGiveTheSameStructure(RepetitionInfo repetition) {
        String swapped = swapped(repetition.getCurrentRepetition());

        assertThat(structure(Drafts.text(swapped))).as(swapped).isEqualTo(structure(Drafts.text(text)));
    }

    /** The same must fail where the structure does change. */
    @Test
    void anotherStructureIsSeen() {
        String without = text.replace("  • Sciatica\n", "");

        assertThat(structure(Drafts.text(without))).isNotEqualTo(structure(Drafts.text(text)));
    }

    @Test
    void theSameTextAsAPageGivesTheSameStructure() {
        assertThat(structure(Drafts.html(page(text)))).isEqualTo(structure(Drafts.text(text)));
    }

    private String swapped(int repetition) {
        Random random = new Random(20261124L * repetition);
        Map<String, String> swap = new LinkedHashMap<>();
        String name = NAMES.get(repetition % NAMES.size());
        swap.put("California Sports & Spine Institute", name);
        swap.put("California Sports and Spine Institute", name.replace("&", "and"));
        swap.put(
                "(626) 460-1096",
                String.format(Locale.ROOT, "(%d) 555-01%02d", 201 + random.nextInt(700), random.nextInt(100)));
        swap.put("© 2025", "© " + (2000 + random.nextInt(30)));
        List<String> cities = new ArrayList<>(CITIES);
        Collections.shuffle(cities, random);
        place(swap, random, "51 N. 5th Ave Suite B, Arcadia, CA 91006", cities.get(0), " ");
        place(swap, random, "317 S Brand Blvd Suite A-104, Glendale, CA 91204", cities.get(1), " ");
        place(swap, random, "41210 11th Street West, Suite K, Palmdale, CA 93551", cities.get(2), ", ");
        swap.put("Arcadia", cities.get(0));
        swap.put("Glendale", cities.get(1));
        swap.put("Palmdale", cities.get(2));
        String result = text;
        for (Map.Entry<String, String> each : swap.entrySet()) {
            result = result.replace(each.getKey(), each.getValue());
        }
        return result;
    }

    private static void place(Map<String, String> swap, Random random, String old, String city, String between) {
        String street = String.format(Locale.ROOT, pick(STREETS, random), 1 + random.nextInt(20_000));
        String unit = String.format(Locale.ROOT, pick(UNITS, random), 1 + random.nextInt(400));
        String zip = String.format(Locale.ROOT, "%05d", 10_000 + random.nextInt(89_999));
        swap.put(old, street + between + unit + ", " + city + ", " + pick(STATES, random) + " " + zip);
    }

    private static String pick(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** Returns the draft's shape: which members there are and how many elements, with no word of the source. */
    private static String structure(ImportResult result) {
        StringBuilder structure = new StringBuilder();
        JsonNode draft = Drafts.json(result);
        draft.properties()
                .forEach(each -> structure
                        .append(each.getKey())
                        .append(' ')
                        .append(each.getValue().size())
                        .append('\n'));
        draft.path("locations")
                .forEach(each -> structure.append(each.path("address").properties().stream()
                        .map(Map.Entry::getKey)
                        .toList()));
        draft.at("/articles/0/sections")
                .forEach(each -> structure
                        .append(each.path("aspect").asText())
                        .append(each.path("body").asText().split("<li>").length)
                        .append(each.path("body").asText().split("<p>").length));
        structure
                .append(draft.at("/articles/0/about").size())
                .append(draft.at("/clinic").has("fax"));
        return structure.toString();
    }

    /** Returns a text as a page would have it: what is set apart as headings, bullets as a list. */
    private static String page(String text) {
        StringBuilder html = new StringBuilder(
                "<html lang=en><title>Why Movement Belongs in Every Plan Against Lasting Pain</title><body>");
        for (Block each : TextBlocks.of(text)) {
            switch (each.kind()) {
                case HEADING -> html.append("<h2>").append(each.html()).append("</h2>");
                case ITEM -> html.append("<ul><li>").append(each.html()).append("</li></ul>");
                default -> html.append("<p>").append(each.html()).append("</p>");
            }
        }
        return html.toString().replace("</ul><ul>", "");
    }

    private static String shape() {
        try (InputStream resource = SwappedNamesTest.class.getResourceAsStream("shape.txt")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
