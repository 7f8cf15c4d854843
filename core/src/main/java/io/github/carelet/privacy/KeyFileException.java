package io.github.carelet.privacy;

import java.nio.file.Path;

/** A key file that can't be used. Its message names the file and what is expected, and never a secret. */
public final class KeyFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final String EXPECTED =
            "{\"keys\": [{\"id\": \"k1\", \"secret\": \"32 bytes in base64\"}], \"current\": \"k1\"}";

    KeyFileException(String message) {
        super(message);
    }

    KeyFileException(String message, Throwable cause) {
        super(message, cause);
    }

    static KeyFileException of(Path file, String problem) {
        return new KeyFileException(file + " is no key file: " + problem + "; expected " + EXPECTED);
    }
}
