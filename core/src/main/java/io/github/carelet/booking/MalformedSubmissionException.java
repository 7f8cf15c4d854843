package io.github.carelet.booking;

/** A body that is no form and no JSON object at all. Its message holds nothing of the body. */
public final class MalformedSubmissionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes one with a message that holds nothing of the body. */
    public MalformedSubmissionException(String message) {
        super(message);
    }
}
