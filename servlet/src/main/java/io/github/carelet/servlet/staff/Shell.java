package io.github.carelet.servlet.staff;

import io.github.carelet.catalog.Localized;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.page.Document;
import java.util.List;
import java.util.Optional;

/**
 * What every page of the inbox has, for {@code staff/shell.jte}.
 *
 * @param document the frame
 * @param words what the interface says
 * @param clinic whose inbox it is
 * @param user who is signed in
 * @param ways where else to go, the list first
 * @param count how many requests wait, if that can be known
 */
public record Shell(
        Document document,
        Messages words,
        Localized.Value<String> clinic,
        String user,
        List<Way> ways,
        Optional<Count> count) {

    /** Copies the list. */
    public Shell {
        ways = List.copyOf(ways);
    }

    /**
     * A page to go to.
     *
     * @param label its name
     * @param href its address
     * @param here whether it is this one
     */
    public record Way(String label, String href, boolean here) {}

    /**
     * How many requests wait for an answer.
     *
     * @param requested how many
     * @param late whether one of them should have been answered by now
     * @param from where to ask again
     */
    public record Count(long requested, boolean late, String from) {}
}
