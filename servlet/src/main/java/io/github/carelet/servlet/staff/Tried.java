package io.github.carelet.servlet.staff;

import io.github.carelet.booking.Submission;
import java.util.Optional;

/**
 * What somebody was about to do, and why it was not done.
 *
 * @param deed what
 * @param typed all that they typed
 * @param status the status of HTTP that says why not
 * @param trouble the same in words
 * @param anyway what is unusual about it, if it will be done when they confirm that
 */
record Tried(Deed deed, Submission typed, int status, Trouble trouble, Optional<String> anyway) {

    /** Returns whether somebody else was faster. */
    boolean isOutdated() {
        return status == 412;
    }
}
