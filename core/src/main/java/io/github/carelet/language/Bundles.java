package io.github.carelet.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Reads the files of messages, {@code {name}_{language}.properties} beside this class, UTF-8. No key may stand in two
 * files. Read without {@code ResourceBundle}, whose answer depends on the default locale of the machine.
 */
final class Bundles {

    /** The languages of the interface; the first is the one that others fall back to. */
    static final List<String> LANGUAGES = List.of("en", "es");

    /** The files: one for content and what all share, one for what patients fill in. */
    static final List<String> NAMES = List.of("messages", "form");

    private Bundles() {}

    /** Returns every message of a language by its key. */
    static Map<String, String> read(String language) {
        Map<String, String> messages = new HashMap<>();
        for (String name : NAMES) {
            load(name + "_" + language + ".properties").forEach((key, value) -> {
                if (messages.put(key.toString(), value.toString()) != null) {
                    throw new IllegalStateException("message '" + key + "' stands twice in " + language);
                }
            });
        }
        return Map.copyOf(messages);
    }

    private static Properties load(String file) {
        try (InputStream bytes = Bundles.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("the library lacks " + file);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }
}
