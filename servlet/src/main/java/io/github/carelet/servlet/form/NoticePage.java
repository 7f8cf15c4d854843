package io.github.carelet.servlet.form;

import java.util.List;
import java.util.Optional;

/**
 * A document that says something and shows a way on, for {@code form/notice.jte}.
 *
 * @param shell what every document has
 * @param heading what happened, or what to do
 * @param sentences more about it
 * @param onward where to go on, if somewhere
 */
public record NoticePage(Shell shell, String heading, List<String> sentences, Optional<Onward> onward) {

    /** Copies the list. */
    public NoticePage {
        sentences = List.copyOf(sentences);
    }

    /**
     * A way on.
     *
     * @param label what is there
     * @param href where it is
     */
    public record Onward(String label, String href) {}
}
