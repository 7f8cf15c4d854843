package io.github.carelet.booking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/** Reads a JSON object (RFC 8259) of one or two levels as fields. Refuses names that occur twice. */
final class JsonBody {

    private static final int MAX_DEPTH = 3;
    private static final int MAX_NUMBER = 64;

    private final JsonParser parser;
    private final FieldCollector fields = new FieldCollector(Submission.MAX_FIELDS);

    private JsonBody(JsonParser parser) {
        this.parser = parser;
    }

    static Submission parse(byte[] body) {
        // Decoded here, since the parser would also take UTF-16 and UTF-32.
        String text = Utf8.decode(body);
        try (JsonParser parser = factory().createParser(text)) {
            return new JsonBody(parser).read();
        } catch (IOException e) {
            // Neither its message nor itself as cause: both may quote the body.
            throw new MalformedSubmissionException("the body is no JSON");
        }
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER)
                        .build())
                .build();
    }

    private Submission read() throws IOException {
        expect(parser.nextToken() == JsonToken.START_OBJECT);
        readObject("");
        expect(parser.nextToken() == null);
        return fields.submission();
    }

    private void readObject(String prefix) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            expect(!fields.has(name));
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                expect(prefix.isEmpty());
                readObject(name + ".");
            } else if (value == JsonToken.START_ARRAY) {
                readArray(name);
            } else {
                addScalar(name, value);
            }
        }
    }

    private void readArray(String name) throws IOException {
        for (JsonToken value = parser.nextToken(); value != JsonToken.END_ARRAY; value = parser.nextToken()) {
            addScalar(name, value);
        }
    }

    private void addScalar(String name, JsonToken value) throws IOException {
        expect(value.isScalarValue());
        if (value != JsonToken.VALUE_NULL) {
            fields.add(name, parser.getText());
        }
    }

    private static void expect(boolean asExpected) {
        if (!asExpected) {
            throw new MalformedSubmissionException(
                    "the body is no JSON object of texts, numbers, booleans, lists of these and one level of objects, each name once");
        }
    }
}
