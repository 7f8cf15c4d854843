package io.github.carelet.servlet.staff;

import java.util.List;
import java.util.Optional;

/**
 * The page of messages that did not arrive, for {@code staff/deliveries.jte}.
 *
 * @param shell the frame
 * @param token that the page was made for whoever sends its forms
 * @param sent the messages
 * @param disabled where nothing is sent to any more
 * @param enable where the forms go that change that
 * @param done what was done just now, in words
 */
public record SentPage(
        Shell shell, String token, List<Sent> sent, List<Disabled> disabled, String enable, Optional<String> done) {

    /** Copies the lists. */
    public SentPage {
        sent = List.copyOf(sent);
        disabled = List.copyOf(disabled);
    }

    /**
     * Somewhere that nothing is sent to.
     *
     * @param where what it is called
     * @param why since when, and what was seen
     * @param kind how it is sent to
     * @param destination its name
     */
    public record Disabled(String where, String why, String kind, String destination) {}
}
