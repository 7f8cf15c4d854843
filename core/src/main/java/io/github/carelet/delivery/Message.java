package io.github.carelet.delivery;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Something to deliver. Written in the transaction of the event that it tells of.
 *
 * @param id stays the same over all attempts, such as {@code msg_2KWPBgLlAfxdpx2AI54pPJ85f4W}
 * @param kind which {@link Transport} carries it, such as {@code webhook}
 * @param destination where to, by the name under which it is configured
 * @param subject what it is about: the id of a booking. Messages about one subject to one destination go in order
 * @param payload what is carried; no personal data
 * @param dueAt not to be sent before
 */
public record Message(String id, String kind, String destination, String subject, String payload, Instant dueAt) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /** Checks the id: it travels in a header and is signed between dots. */
    public Message {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no id of a message: expected 1 to 128 of A-Z, a-z, 0-9, '_' and '-'");
        }
    }
}
