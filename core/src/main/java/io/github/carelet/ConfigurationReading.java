package io.github.carelet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads a JSON file member by member, and collects everything that is wrong with it. Used by one thread. */
final class ConfigurationReading {

    private final Path file;
    private final List<String> problems = new ArrayList<>();

    ConfigurationReading(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Returns the file. */
    Path file() {
        return file;
    }

    /** Notes what is wrong at a place. */
    void problem(String place, String what) {
        problems.add(file + " " + place + ": " + what);
    }

    /** Returns the object that the file holds. */
    JsonNode root() {
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
        return text(node, "", name).map(text -> file.resolveSibling(text));
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
        if (!value.isMissingNode() && !value.isBoolean()) {
            problem(place + "/" + name, "expected true or false");
        }
        return value.asBoolean();
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

    /** Not with the text in the message: the path of an address may be a secret. */
    static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is no URL: " + e.getReason(), e);
        }
    }
}
