package io.github.carelet.catalog;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes members as {@link CatalogReader} reads them; what says nothing is left out. Used by one thread. */
final class JsonText {

    private final JsonGenerator json;
    private final String defaultLanguage;

    JsonText(JsonGenerator json, String defaultLanguage) {
        this.json = json;
        this.defaultLanguage = defaultLanguage;
    }

    /** Writes what is inside an object or an array. */
    @FunctionalInterface
    interface Inside {
        void write() throws IOException;
    }

    /** Writes one element of a list. */
    @FunctionalInterface
    interface Each<T> {
        void write(T value) throws IOException;
    }

    void object(Inside inside) throws IOException {
        json.writeStartObject();
        inside.write();
        json.writeEndObject();
    }

    void object(String name, Inside inside) throws IOException {
        json.writeFieldName(name);
        object(inside);
    }

    /** Writes an array of objects; nothing if there are none. */
    <T> void objects(String name, Collection<T> values, Each<T> each) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (T value : values) {
            object(() -> each.write(value));
        }
        json.writeEndArray();
    }

    void text(String name, String value) throws IOException {
        if (!value.isBlank()) {
            json.writeStringField(name, value);
        }
    }

    void text(String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            text(name, value.get().toString());
        }
    }

    void count(String name, int value) throws IOException {
        json.writeNumberField(name, value);
    }

    void number(String name, double value) throws IOException {
        json.writeNumberField(name, value);
    }

    void flag(String name, boolean value) throws IOException {
        if (value) {
            json.writeBooleanField(name, true);
        }
    }

    void yesOrNo(String name, Known value) throws IOException {
        if (value != Known.UNKNOWN) {
            json.writeBooleanField(name, value == Known.YES);
        }
    }

    void choice(String name, Enum<?> value) throws IOException {
        json.writeStringField(name, written(value));
    }

    void texts(String name, Collection<String> values) throws IOException {
        if (!values.isEmpty()) {
            all(name, values);
        }
    }

    /** Writes an array also if it is empty. */
    void all(String name, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    void localized(String name, Localized<String> text) throws IOException {
        if (text.values().values().stream().allMatch(String::isBlank)) {
            return;
        }
        json.writeFieldName(name);
        localized(text);
    }

    void localized(String name, List<Localized<String>> texts) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (Localized<String> text : texts) {
            localized(text);
        }
        json.writeEndArray();
    }

    void words(String name, PatientWords words) throws IOException {
        if (words.byLanguage().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, List<String>> each : new TreeMap<>(words.byLanguage()).entrySet()) {
            all(each.getKey(), each.getValue());
        }
        json.writeEndObject();
    }

    /** The original comes first, the others in the order of their tags: the same text is the same bytes everywhere. */
    private void localized(Localized<String> text) throws IOException {
        Map<String, String> rest = new TreeMap<>(text.values());
        String original = String.valueOf(rest.remove(text.original()));
        if (rest.isEmpty() && text.original().equals(defaultLanguage)) {
            json.writeString(original);
            return;
        }
        json.writeStartObject();
        json.writeStringField(text.original(), original);
        for (Map.Entry<String, String> each : rest.entrySet()) {
            json.writeStringField(each.getKey(), each.getValue());
        }
        json.writeEndObject();
    }

    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
