package io.github.carelet.servlet.staff;

import io.github.carelet.booking.BookingStatus;
import io.github.carelet.language.Messages;

/**
 * A state as word and shape, for {@code staff/state.jte}.
 *
 * @param code names the shape
 * @param word says it
 */
public record State(String code, String word) {

    static State of(BookingStatus status, Messages words) {
        return new State(status.code(), words.text("staff.state." + status.code()));
    }
}
