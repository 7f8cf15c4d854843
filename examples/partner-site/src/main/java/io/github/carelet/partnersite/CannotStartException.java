package io.github.carelet.partnersite;

/** The server can't start; the message says why, for the person who started it. */
final class CannotStartException extends Exception {

    private static final long serialVersionUID = 1L;

    CannotStartException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says what the cause says, which is made for people already. */
    CannotStartException(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }

    CannotStartException(String message) {
        super(message);
    }
}
