package io.github.carelet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads a configuration member by member, and collects everything that is wrong with it. Used by one thread. */
final class ConfigurationReading {

    private final ConfigurationOrigin origin;
    private final List<String> problems = new ArrayList<>();

    ConfigurationReading(ConfigurationOrigin origin) {
        this.origin = origin;
    }

    /** Returns the path that is meant by a relative one. */
    Path resolved(String path) {
        return origin.folder().resolve(path);
    }

    /** Returns what finds the resources of the application, if it is known. */
    Optional<ClassLoader> classes() {
        return origin.classes();
    }

    /** Notes what is wrong at a place. */
    void problem(String place, String what) {
        problems.add(origin.at(place) + ": " + what);
    }

    /** Returns the object that the file holds. */
    JsonNode root(Path file) {
        ObjectMapper json = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        try {
            JsonNode root = json.readTree(Files.readAllBytes(file));
            if (root.isObject()) {
                return root;
            }
            problem("/", "expected a JSON object");
        } catch (JsonProcessingException e) {
            // Not the parser's own words: they quote the source, and the source holds secrets.
            problem("line " + e.getLocation().getLineNr(), "is not JSON");
        } catch (IOException e) {
            problems.add(file + " can't be read: " + e.getClass().getSimpleName());
        }
        refuseIfWrong();
        throw new IllegalStateException("a file without problems has a root: " + file);
    }

    /** Throws if anything is wrong. */
    void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    void knownKeys(String place, JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problem(
                        place + "/" + name,
                        "is unknown: expected one of " + known.stream().sorted().toList());
            }
        });
    }

    <T, R> void attempt(String place, T value, Function<T, R> reading, Consumer<R> use) {
        try {
            use.accept(reading.apply(value));
        } catch (RuntimeException e) {
            problem(place, String.valueOf(e.getMessage()));
        }
    }

    Optional<Path> path(JsonNode node, String name) {
        return text(node, "", name).map(this::resolved);
    }

    Optional<String> required(JsonNode node, String place, String name) {
        Optional<String> text = text(node, place, name);
        if (!node.has(name)) {
            problem(place + "/" + name, "is missing");
        }
        return text;
    }

    Optional<String> text(JsonNode node, String place, String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isTextual()) {
            problem(place + "/" + name, "is no text");
        }
        return Optional.ofNullable(value.textValue());
    }

    /** A text or a list of texts, of which there must be one at least. */
    List<String> oneOrMore(JsonNode node, String place, String name) {
        JsonNode value = node.path(name);
        if (!value.isArray()) {
            // Not split at commas, as lists are: a host's settings have this only of secrets.
            return required(node, place, name).stream().toList();
        }
        List<String> texts = new ArrayList<>();
        value.forEach(each -> {
            if (each.isTextual()) {
                texts.add(each.textValue());
            }
        });
        if (texts.isEmpty() || texts.size() < value.size()) {
            problem(place + "/" + name, "expected a text, or a list of texts");
            return List.of();
        }
        return texts;
    }

    boolean truth(JsonNode node, String place, String name) {
        JsonNode value = node.path(name);
        boolean written = !origin.isFile() && value.asText().matches("(?i)true|false");
        if (!value.isMissingNode() && !value.isBoolean() && !written) {
            problem(place + "/" + name, "expected true or false");
        }
        return written ? value.asText().equalsIgnoreCase("true") : value.asBoolean();
    }

    /** Returns the texts of a list, which must be one if it is there. */
    List<String> texts(JsonNode root, String name, String what) {
        JsonNode list = list(root.path(name));
        if (!list.isMissingNode() && !list.isArray()) {
            problem("/" + name, "expected " + what);
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** Returns a member, which must be as it should if it is there. */
    JsonNode expected(JsonNode root, String name, Predicate<JsonNode> right, String what) {
        JsonNode value = root.path(name);
        if (!value.isMissingNode() && !right.test(value)) {
            problem("/" + name, "expected " + what);
            return MissingNode.getInstance();
        }
        return value;
    }

    /** Returns what is a list, or, in settings of a host, a text with commas; anything else as it is. */
    JsonNode list(JsonNode value) {
        if (origin.isFile() || !value.isTextual()) {
            return value;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String each : value.textValue().split(",", -1)) {
            if (!each.isBlank()) {
                list.add(each.strip());
            }
        }
        return list;
    }

    /** Returns a number that is there, or nothing; in settings of a host it may be a text. */
    OptionalInt number(JsonNode node, String place, String name) {
        JsonNode value = node.path(name);
        boolean written = !origin.isFile() && value.asText().matches("[0-9]{1,9}");
        if (!value.isMissingNode() && !value.canConvertToInt() && !written) {
            problem(place + "/" + name, "is no number");
        }
        return value.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(value.asInt());
    }

    /** Not with the text in the message: the path of an address may be a secret. */
    static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is no URL: " + e.getReason(), e);
        }
    }
}
