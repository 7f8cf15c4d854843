package io.github.carelet.booking;

/** The store can't do its work now: locked, full, read-only or gone. Nothing was stored; trying again later may help. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes one whose message says what the store said, and nothing of any patient. */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
