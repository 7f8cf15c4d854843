package io.github.carelet.servlet.staff;

import java.util.List;
import java.util.Optional;

/**
 * The page of what is closed, for {@code staff/closures.jte}.
 *
 * @param shell the frame
 * @param trouble why it comes back, if it does
 * @param done what was done just now, in words
 * @param action where the form goes
 * @param token that the page was made for whoever sends its forms
 * @param scopes what can be closed
 * @param typed what was typed, in the order of the fields: first and last day, start and end, note
 * @param closed what is closed
 */
public record ClosuresPage(
        Shell shell,
        Optional<Trouble> trouble,
        Optional<String> done,
        String action,
        String token,
        List<Choice> scopes,
        Typed typed,
        List<Closed> closed) {

    /** Copies the lists. */
    public ClosuresPage {
        scopes = List.copyOf(scopes);
        closed = List.copyOf(closed);
    }

    /**
     * What was typed.
     *
     * @param from the first day
     * @param to the last day
     * @param start from when on on each of them
     * @param end until when on each of them
     * @param note why
     */
    public record Typed(String from, String to, String start, String end, String note) {}

    /**
     * Something that is closed.
     *
     * @param what what, in words
     * @param when when, in words
     * @param note why; may be empty
     * @param who who closed it
     * @param open where it is opened again
     * @param show where the bookings are that it is in the way of
     * @param shown whether they are shown
     * @param affected these bookings
     */
    public record Closed(
            String what,
            String when,
            String note,
            String who,
            String open,
            String show,
            boolean shown,
            List<ListPage.Row> affected) {

        /** Copies the list. */
        public Closed {
            affected = List.copyOf(affected);
        }
    }
}
