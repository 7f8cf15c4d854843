package io.github.carelet.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.carelet.catalog.Node.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns the bytes of one file into nodes that know where they stand, within limits. Where the JSON breaks, that is
 * reported and what stands before it is kept, so that its problems are found in the same pass. Used once.
 */
final class NodeParser {

    /** Controls but tab, line feed and carriage return, and halves of surrogate pairs: no text has them. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n\\r]]");

    /** What a message tells of the parser instead of the file. */
    private static final Pattern PARSERS_OWN_BUSINESS = Pattern.compile(" \\(start marker at .*", Pattern.DOTALL);

    private final CatalogFile file;
    private final CatalogLimits limits;
    private final Problems problems;
    private final Map<String, String> names = new HashMap<>();
    private int nodes;
    private boolean broken;

    NodeParser(CatalogFile file, CatalogLimits limits, Problems problems) {
        this.file = file;
        this.limits = limits;
        this.problems = problems;
    }

    /** Returns the root, as far as it could be read; empty if nothing could, which is reported. */
    Optional<Node> parse() {
        if (file.content().length > limits.fileBytes()) {
            return refused(file.content().length + " bytes", "at most " + limits.fileBytes() + " bytes");
        }
        Optional<String> json = decoded();
        if (json.isEmpty()) {
            return Optional.empty();
        }
        try (JsonParser parser = factory().createParser(json.get())) {
            return root(parser);
        } catch (IOException e) {
            return refused("", "JSON that can be read: " + e.getMessage());
        }
    }

    /** A factory of its own: what it remembers of the names of one file is gone with the file. */
    private static JsonFactory factory() {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(CatalogLimits.NAME)
                        .maxNumberLength(CatalogLimits.NAME)
                        .build())
                .build();
    }

    private Optional<String> decoded() {
        ByteBuffer bytes = ByteBuffer.wrap(file.content());
        CharBuffer chars = CharBuffer.allocate(bytes.remaining());
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(bytes, chars, true);
        chars.flip();
        if (result.isError()) {
            int line = 1 + (int) chars.chars().filter(each -> each == '\n').count();
            broken(Place.root(file.name(), line), "", "UTF-8");
            return Optional.empty();
        }
        String text = chars.toString();
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private Optional<Node> root(JsonParser parser) throws IOException {
        JsonToken first = next(parser);
        if (first == null) {
            return broken ? Optional.empty() : empty();
        }
        Node root = value(parser, first, Place.root(file.name(), line(parser)), 0);
        if (!broken && next(parser) != null) {
            broken(Place.root(file.name(), line(parser)), text(parser), "nothing after the first JSON value");
        }
        return Optional.of(root);
    }

    private Node value(JsonParser parser, JsonToken token, Place place, int depth) throws IOException {
        if (++nodes > limits.nodes()) {
            broken(place, "more", "at most " + limits.nodes() + " JSON values in a file");
        } else if (depth > limits.depth()) {
            broken(place, depth + " deep", "JSON nested at most " + limits.depth() + " deep");
        }
        if (broken) {
            return new Node.Literal(place, "null");
        }
        return switch (token) {
            case START_OBJECT -> members(parser, place, depth);
            case START_ARRAY -> new Node.Elements(place, elements(parser, place, depth));
            case VALUE_STRING -> checked(new Node.Text(place, bounded(place, text(parser))));
            default -> new Node.Literal(place, text(parser));
        };
    }

    private Node members(JsonParser parser, Place place, int depth) throws IOException {
        Map<String, Node> members = new LinkedHashMap<>();
        while (next(parser) == JsonToken.FIELD_NAME) {
            String name = names.computeIfAbsent(parser.currentName(), key -> key);
            JsonToken token = next(parser);
            if (token == null) {
                break;
            }
            Node value = value(parser, token, place.child(name, line(parser)), depth + 1);
            if (members.putIfAbsent(name, value) != null) {
                problems.error(value.place(), name, "each key once in an object");
            }
        }
        return new Node.Members(place, members, !broken);
    }

    private List<Node> elements(JsonParser parser, Place place, int depth) throws IOException {
        List<Node> elements = new ArrayList<>();
        for (JsonToken token = next(parser); token != null && token != JsonToken.END_ARRAY; token = next(parser)) {
            Place child = place.child(Integer.toString(elements.size()), line(parser));
            elements.add(value(parser, token, child, depth + 1));
        }
        return elements;
    }

    /** A text that is too long is read as far as it may go: what is wrong in the rest of the file is told as well. */
    private String bounded(Place place, String text) {
        if (text.length() <= limits.text()) {
            return text;
        }
        problems.error(place, text.length() + " characters", "a text of at most " + limits.text() + " characters");
        int end = limits.text() - (Character.isHighSurrogate(text.charAt(limits.text() - 1)) ? 1 : 0);
        return text.substring(0, end);
    }

    private Node checked(Node.Text text) {
        if (NO_TEXT.matcher(text.text()).find()) {
            problems.error(text, "text without control characters and halves of surrogate pairs");
        }
        return text;
    }

    /** Returns the next token; null at the end, and where the JSON is broken. */
    @SuppressWarnings("NullAway") // the parser says the end by null, and so does this
    private JsonToken next(JsonParser parser) throws IOException {
        if (broken) {
            return null;
        }
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            malformed(e);
            return null;
        }
    }

    private String text(JsonParser parser) throws IOException {
        try {
            return parser.getText();
        } catch (JsonProcessingException e) {
            malformed(e);
            return "";
        }
    }

    private void malformed(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        int line = location == null ? 0 : location.getLineNr();
        String column = location == null ? "" : ", at column " + location.getColumnNr();
        String reason = e instanceof StreamConstraintsException
                ? "names and numbers of at most " + CatalogLimits.NAME + " characters"
                : PARSERS_OWN_BUSINESS.matcher(e.getOriginalMessage()).replaceAll("");
        broken(Place.root(file.name(), line), "", "well-formed JSON" + column + ": " + reason);
    }

    private void broken(Place place, String value, String expected) {
        broken = true;
        problems.error(place, value, expected);
        problems.partlyRead();
    }

    private Optional<Node> empty() {
        broken(Place.root(file.name(), 1), "", "a JSON object, not an empty file");
        return Optional.empty();
    }

    private Optional<Node> refused(String value, String expected) {
        broken(Place.root(file.name(), 0), value, expected);
        return Optional.empty();
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
