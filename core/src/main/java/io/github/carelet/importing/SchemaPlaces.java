package io.github.carelet.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.carelet.catalog.Address;
import io.github.carelet.catalog.OpenInterval;
import java.time.DayOfWeek;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;

/** Finds places, numbers and the organisation in a tree of schema.org things, however deep they are. Used once. */
final class SchemaPlaces {

    private static final Set<String> NO_CLINIC =
            Set.of("person", "contactpoint", "website", "webpage", "article", "imageobject");
    private static final PostalAddresses GRAMMAR = new PostalAddresses(new States());
    private static final States STATES = new States();

    private final List<PlaceFact> places = new ArrayList<>();
    private final Set<String> phones = new LinkedHashSet<>();
    private String organisation = "";

    List<PlaceFact> places() {
        return places;
    }

    List<String> phones() {
        return List.copyOf(phones);
    }

    String organisation() {
        return organisation;
    }

    void read(JsonNode tree) {
        Deque<JsonNode> open = new ArrayDeque<>(List.of(tree));
        while (!open.isEmpty()) {
            JsonNode node = open.remove();
            if (node.isObject()) {
                thing(node);
            }
            node.forEach(each -> {
                if (each.isContainerNode()) {
                    open.add(each);
                }
            });
        }
    }

    private void thing(JsonNode thing) {
        String type = type(thing);
        String name = text(thing.path("name"));
        boolean addressed = thing.has("address");
        if (addressed && !NO_CLINIC.contains(type) && !type.equals("postaladdress")) {
            for (JsonNode each :
                    thing.path("address").isArray() ? thing.path("address") : List.of(thing.path("address"))) {
                place(thing, name, each);
            }
        }
        boolean company =
                type.matches(".*(organization|business|clinic|hospital|physician|dentist|medical|practice).*");
        if (organisation.isEmpty()
                && company
                && !name.isEmpty()
                && !type.matches(".*(condition|procedure|therapy|webpage|entity).*")) {
            organisation = name;
        }
        for (JsonNode each : all(thing.path("telephone"))) {
            phone(text(each)).ifPresent(phones::add);
        }
    }

    private void place(JsonNode thing, String name, JsonNode written) {
        address(written).ifPresent(address -> {
            PlaceFact place = PlaceFact.at(name, address)
                    .phone(first(thing.path("telephone")))
                    .fax(first(thing.path("faxNumber")))
                    .hours(hours(thing));
            JsonNode geo = thing.path("geo");
            List<Double> where = new ArrayList<>();
            degrees(geo.path("latitude"), 90).ifPresent(where::add);
            degrees(geo.path("longitude"), 180).ifPresent(where::add);
            places.add(place.geo(where.size() == 2 ? where : List.of()));
        });
    }

    private static Optional<Address> address(JsonNode written) {
        if (written.isTextual()) {
            List<String> line = List.of(text(written));
            return GRAMMAR.endingIn(line, 0).stream()
                    .map(PostalAddresses.Found::address)
                    .findFirst();
        }
        String[] street = text(written.path("streetAddress")).split("\\s*[,\\n]\\s*", 2);
        String unit = street.length > 1 ? street[1] : text(written.path("extendedAddress"));
        String city = text(written.path("addressLocality"));
        String zip = text(written.path("postalCode"));
        String region = STATES.code(text(written.path("addressRegion")));
        JsonNode countryNode = written.path("addressCountry");
        String country = text(countryNode.has("name") ? countryNode.path("name") : countryNode)
                .toUpperCase(Locale.ROOT);
        boolean us = country.isEmpty() || country.matches("USA?|UNITED STATES.*");
        if (street[0].isEmpty() || city.isEmpty()) {
            return Optional.empty();
        }
        boolean known =
                Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country);
        String line = street[0] + (unit.isEmpty() ? "" : ", " + unit) + ", " + city + ", " + region + " " + zip;
        List<PostalAddresses.Found> parsed = GRAMMAR.endingIn(List.of(line), 0);
        return Optional.of(
                us && !parsed.isEmpty()
                        ? parsed.get(0).address()
                        : new Address(street[0], unit, city, region, zip, us ? "US" : known ? country : ""));
    }

    private static Map<DayOfWeek, List<OpenInterval>> hours(JsonNode thing) {
        Map<DayOfWeek, List<OpenInterval>> hours = new EnumMap<>(DayOfWeek.class);
        for (JsonNode each : all(thing.path("openingHours"))) {
            HoursGrammar.read(text(each)).forEach(line -> WeekHours.add(hours, line.days(), line.open()));
        }
        for (JsonNode each : all(thing.path("openingHoursSpecification"))) {
            StringBuilder days = new StringBuilder();
            for (JsonNode day : all(each.path("dayOfWeek"))) {
                String name = text(day);
                days.append(name.substring(name.lastIndexOf('/') + 1)).append(", ");
            }
            String opens = text(each.path("opens"));
            String closes = text(each.path("closes"));
            boolean closed = opens.equals(closes);
            String line = days + " " + (closed ? "closed" : clock(opens) + "-" + clock(closes));
            boolean special = each.has("validFrom") || each.has("validThrough");
            if (!special) {
                HoursGrammar.read(line).forEach(read -> WeekHours.add(hours, read.days(), read.open()));
            }
        }
        return hours;
    }

    /** A time of day by the 24 hour clock, said so that it can't be taken for the afternoon. */
    private static String clock(String time) {
        String[] parts = time.split(":", -1);
        return parts.length < 2 || !parts[0].matches("\\d{1,2}") || !parts[1].matches("\\d{2}.*")
                ? "?"
                : WeekHours.clock(Integer.parseInt(parts[0]), parts[1].substring(0, 2));
    }

    private static String type(JsonNode thing) {
        StringBuilder types = new StringBuilder();
        all(thing.path("@type")).forEach(each -> types.append(text(each)).append(' '));
        String all = types.toString().strip().toLowerCase(Locale.ROOT);
        return all.substring(all.lastIndexOf('/') + 1);
    }

    private static String first(JsonNode numbers) {
        for (JsonNode each : all(numbers)) {
            Optional<String> number = phone(text(each));
            if (number.isPresent()) {
                return number.get();
            }
        }
        return "";
    }

    private static Optional<String> phone(String text) {
        return Phones.ofLink("tel:" + text);
    }

    private static Optional<Double> degrees(JsonNode number, int most) {
        double value = number.isNumber() ? number.asDouble() : number(number.asText(""));
        return Math.abs(value) <= most ? Optional.of(value) : Optional.empty();
    }

    private static double number(String text) {
        return text.strip().matches("[+-]?\\d{1,3}(\\.\\d{1,15})?") ? Double.parseDouble(text.strip()) : Double.NaN;
    }

    private static Iterable<JsonNode> all(JsonNode node) {
        return node.isArray() ? node : node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
    }

    /** Texts in scripts are often escaped as if they stood in a page. */
    private static String text(JsonNode node) {
        JsonNode value = node.isArray() && node.size() > 0 ? node.get(0) : node;
        String written = value.isObject() ? value.path("@value").asText("") : value.asText("");
        String text = written.replaceAll("\\p{Cs}", "");
        return Words.squeeze(
                text.indexOf('&') < 0 && text.indexOf('<') < 0
                        ? text
                        : Jsoup.parse(text).text());
    }
}
