package io.github.carelet.booking;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of the inbox ended. Its text names the last booking of that page by its reference, and is fit for a URL.
 *
 * @param rank 0 among requests, which come first, 1 after them
 * @param attendAt by what the list is ordered, in milliseconds since 1970
 * @param reference of the last booking
 */
public record InboxCursor(int rank, long attendAt, String reference) {

    private static final Pattern FORM = Pattern.compile("([01])\\.(-?[0-9]{1,18})\\.([A-Za-z0-9-]{1,64})");

    /** Returns the rank of bookings in a state: requests come first. */
    public static int rank(BookingStatus status) {
        return status == BookingStatus.REQUESTED ? 0 : 1;
    }

    /** Returns the cursor that a text says; empty if it says none. */
    public static Optional<InboxCursor> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(
                        new InboxCursor(Integer.parseInt(form.group(1)), Long.parseLong(form.group(2)), form.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return rank + "." + attendAt + "." + reference;
    }
}
