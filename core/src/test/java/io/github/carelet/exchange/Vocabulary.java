package io.github.carelet.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What schema.org allows, of the terms that we use: which types there are, which properties they have, and what the values
 * of those may be. Anything that is not in its table is not allowed.
 */
final class Vocabulary {

    private final Map<String, List<String>> supertypes = new HashMap<>();
    private final Map<String, List<String>> domains = new HashMap<>();
    private final Map<String, List<String>> ranges = new HashMap<>();

    private Vocabulary() {}

    static Vocabulary load() {
        Vocabulary vocabulary = new Vocabulary();
        try (InputStream file = Vocabulary.class.getResourceAsStream("schema-org-30.tsv")) {
            new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(vocabulary::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vocabulary;
    }

    private void add(String[] cells) {
        if (cells[0].equals("type")) {
            supertypes.put(cells[1], words(cells[2]));
        } else {
            domains.put(cells[1], words(cells[2]));
            ranges.put(cells[1], words(cells[3]));
        }
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(" "));
    }

    List<String> properties() {
        return domains.keySet().stream().sorted().toList();
    }

    List<String> types() {
        return supertypes.keySet().stream().sorted().toList();
    }

    /** Returns everything in a document that the vocabulary does not allow. */
    List<String> problems(JsonNode document) {
        Map<String, JsonNode> named = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (JsonNode node : document.path("@graph")) {
            if (node.has("@id") && named.put(node.path("@id").asText(), node) != null) {
                problems.add("two nodes are named " + node.path("@id"));
            }
        }
        document.path("@graph").forEach(node -> check(node, named, problems));
        if (!document.path("@context").asText().equals("https://schema.org")
                || document.path("@graph").isEmpty()) {
            problems.add("no graph of schema.org");
        }
        return problems;
    }

    private void check(JsonNode node, Map<String, JsonNode> named, List<String> problems) {
        String type = node.path("@type").asText();
        if (!supertypes.containsKey(type)) {
            problems.add("no type '" + type + "'");
        }
        node.properties().stream()
                .filter(each -> !each.getKey().startsWith("@"))
                .forEach(each -> {
                    String property = each.getKey();
                    if (domains.getOrDefault(property, List.of()).stream().noneMatch(domain -> isA(type, domain))) {
                        problems.add(type + " has no " + property);
                    }
                    Stream<JsonNode> values =
                            each.getValue().isArray() ? Stream.of(list(each.getValue())) : Stream.of(each.getValue());
                    values.forEach(value -> checkValue(
                            type + "." + property, ranges.getOrDefault(property, List.of()), value, named, problems));
                });
    }

    private static JsonNode[] list(JsonNode array) {
        List<JsonNode> values = new ArrayList<>();
        array.forEach(values::add);
        return values.toArray(JsonNode[]::new);
    }

    private void checkValue(
            String where, List<String> allowed, JsonNode value, Map<String, JsonNode> named, List<String> problems) {
        boolean reference = value.isObject() && value.size() == 1 && value.has("@id");
        if (value.isObject() && !reference) {
            check(value, named, problems);
        }
        JsonNode target = reference ? named.getOrDefault(value.path("@id").asText(), value) : value;
        if (reference && target == value) {
            problems.add(where + " leads to " + value + ", which is not there");
        }
        if (allowed.stream().noneMatch(range -> isOf(range, target))) {
            problems.add(where + " can't be " + target);
        }
    }

    private boolean isOf(String range, JsonNode value) {
        return switch (range) {
            case "Text" -> value.isTextual() && !value.asText().isBlank();
            case "URL" -> value.isTextual() && isUrl(value.asText());
            case "Boolean" -> value.isBoolean();
            case "Integer" -> value.isInt();
            case "Date" -> value.isTextual() && parses(() -> LocalDate.parse(value.asText()));
            case "Time" -> value.isTextual() && parses(() -> LocalTime.parse(value.asText()));
            case "DayOfWeek" -> Stream.of(DayOfWeek.values()).anyMatch(day -> isDay(day, value.asText()));
            default -> value.isObject() && isA(value.path("@type").asText(), range);
        };
    }

    private static boolean isDay(DayOfWeek day, String text) {
        return text.startsWith("https://schema.org/")
                && text.toUpperCase(Locale.ROOT).equals("HTTPS://SCHEMA.ORG/" + day)
                && !text.substring(20).matches(".*[A-Z].*");
    }

    private static boolean isUrl(String text) {
        URI url = URI.create(text);
        return text.startsWith("/") || (url.isAbsolute() && url.getHost() != null);
    }

    private static boolean parses(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private boolean isA(String type, String other) {
        return type.equals(other)
                || supertypes.getOrDefault(type, List.of()).stream().anyMatch(each -> isA(each, other));
    }
}
