package io.github.carelet.servlet.http;

import java.io.IOException;

/** A body did not come in time. Whoever lets it come drop by drop would hold a thread of the container as long as they like. */
public final class SlowBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public SlowBodyException() {
        super("the body did not come in time: expected the whole within " + Exchange.MOST_TIME);
    }
}
