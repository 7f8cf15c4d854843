package io.github.carelet.privacy;

/** A sealed value that can't be opened. Its message names record and field, and nothing of the value. */
public final class BrokenSealException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenSealException(String message) {
        super(message);
    }

    BrokenSealException(String message, Throwable cause) {
        super(message, cause);
    }
}
