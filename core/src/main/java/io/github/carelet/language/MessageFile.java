package io.github.carelet.language;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A file of messages: properties in UTF-8. Read without {@code ResourceBundle}, whose answer depends on the default locale
 * of the machine.
 *
 * @param texts each message by its key
 * @param problems what is wrong with the file itself, each with what was expected
 */
record MessageFile(Map<String, String> texts, List<String> problems) {

    private static final long MOST_BYTES = 1 << 20;

    MessageFile {
        texts = Map.copyOf(texts);
        problems = List.copyOf(problems);
    }

    /** Reads a file of the library. */
    static Map<String, String> ours(String name) {
        try (InputStream bytes = MessageFile.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("the library lacks " + name);
            }
            MessageFile file = of(bytes.readAllBytes());
            if (!file.problems.isEmpty()) {
                throw new IllegalStateException(name + ": " + file.problems);
            }
            return file.texts;
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + name, e);
        }
    }

    /** Reads a file of a clinic. */
    static MessageFile of(Path file) {
        try {
            long size = Files.size(file);
            return size > MOST_BYTES
                    ? broken("has " + size + " bytes: expected at most " + MOST_BYTES)
                    : of(Files.readAllBytes(file));
        } catch (IOException e) {
            return broken("can't be read: " + e.getClass().getSimpleName());
        }
    }

    /** Reads the bytes of a file. */
    static MessageFile of(byte[] bytes) {
        Once once = new Once();
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            once.load(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            return broken("is not UTF-8: expected properties in UTF-8");
        } catch (IllegalArgumentException e) {
            return broken("has a malformed escape: expected \\u and four hexadecimal digits");
        } catch (IOException e) {
            throw new UncheckedIOException("can't read from memory", e);
        }
        return new MessageFile(once.texts, once.problems);
    }

    private static MessageFile broken(String problem) {
        return new MessageFile(Map.of(), List.of(problem));
    }

    /** Properties that notice a key which is there twice: which of the two counts would be chance to whoever wrote them. */
    private static final class Once extends Properties {

        private static final long serialVersionUID = 1L;

        private final transient Map<String, String> texts = new LinkedHashMap<>();
        private final transient List<String> problems = new ArrayList<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            if (texts.putIfAbsent((String) key, (String) value) != null) {
                problems.add("'" + key + "' stands there twice: expected each key once");
            }
            return value;
        }
    }
}
