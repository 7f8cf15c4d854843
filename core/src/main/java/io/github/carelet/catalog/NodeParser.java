package io.github.carelet.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.carelet.catalog.Node.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the bytes of one file into nodes that know where they stand, within limits. Used once. */
final class NodeParser {

    private final CatalogFile file;
    private final CatalogLimits limits;
    private final Problems problems;
    private int nodes;

    NodeParser(CatalogFile file, CatalogLimits limits, Problems problems) {
        this.file = file;
        this.limits = limits;
        this.problems = problems;
    }

    /** Returns the root; empty if the file is no JSON or beyond a limit, which is reported. */
    Optional<Node> parse() {
        if (file.content().length > limits.fileBytes()) {
            problems.error(top(0), file.content().length + " bytes", "at most " + limits.fileBytes() + " bytes");
            return Optional.empty();
        }
        JsonFactory json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .build())
                .build();
        try (JsonParser parser = json.createParser(file.content())) {
            if (parser.nextToken() == null) {
                problems.error(top(1), "", "a JSON object, not an empty file");
                return Optional.empty();
            }
            Node root = value(parser, "");
            if (parser.nextToken() != null) {
                problems.error(
                        top(parser.currentTokenLocation().getLineNr()), "", "nothing after the first JSON value");
            }
            return Optional.of(root);
        } catch (TooManyNodes e) {
            problems.error(top(0), "more than " + limits.nodes() + " values", "at most " + limits.nodes() + " values");
        } catch (StreamConstraintsException e) {
            problems.error(
                    top(line(e)),
                    "",
                    "JSON that is nested at most " + limits.depth() + " deep, with tokens of usual size");
        } catch (JsonProcessingException e) {
            problems.error(top(line(e)), "", "JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            problems.error(top(0), "", "JSON in UTF-8: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Node value(JsonParser parser, String pointer) throws IOException {
        if (++nodes > limits.nodes()) {
            throw new TooManyNodes();
        }
        Place place =
                new Place(file.name(), pointer, parser.currentTokenLocation().getLineNr());
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> new Node.Members(place, members(parser, pointer));
            case START_ARRAY -> new Node.Elements(place, elements(parser, pointer));
            case VALUE_STRING -> new Node.Text(place, parser.getText());
            default -> new Node.Literal(place, parser.getText());
        };
    }

    private Map<String, Node> members(JsonParser parser, String pointer) throws IOException {
        Map<String, Node> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Node value = value(parser, pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
            if (members.putIfAbsent(name, value) != null) {
                problems.error(value.place(), name, "each key once");
            }
        }
        return members;
    }

    private List<Node> elements(JsonParser parser, String pointer) throws IOException {
        List<Node> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, pointer + "/" + elements.size()));
        }
        return elements;
    }

    private Place top(int line) {
        return new Place(file.name(), "", line);
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    /** Ends the parsing of a file with more values than the limit. */
    private static final class TooManyNodes extends IOException {
        private static final long serialVersionUID = 1L;

        TooManyNodes() {
            super("too many values");
        }
    }
}
