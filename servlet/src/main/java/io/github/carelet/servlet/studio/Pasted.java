package io.github.carelet.servlet.studio;

import io.github.carelet.Look;
import io.github.carelet.LookToken;
import io.github.carelet.servlet.page.Document;
import java.util.Optional;

/**
 * What stands in the snippets that are HTML, for {@code studio/link.jte}, {@code studio/frame.jte} and
 * {@code studio/element.jte}.
 *
 * @param href the page that shows it
 * @param title what it is called
 * @param script the script of the elements
 * @param choice what was chosen
 * @param look the colours and corners of the page that it is for
 */
public record Pasted(String href, String title, Document.Script script, Choice choice, Look look) {

    /** Returns what holds for a token of the look. */
    public String token(LookToken token) {
        return look.value(token);
    }

    /** Returns whether it is the booking form. */
    public boolean form() {
        return choice.subject() instanceof Subject.Form;
    }

    /** Returns the kind of content. */
    public Optional<String> kind() {
        return content().map(Subject.Content::kind);
    }

    /** Returns the id of what is shown, if it is one of a kind. */
    public Optional<String> name() {
        return content().flatMap(Subject.Content::id);
    }

    /** Returns another attribute of the element. */
    public Optional<String> attribute(String name) {
        return choice.attribute(name);
    }

    private Optional<Subject.Content> content() {
        return choice.subject() instanceof Subject.Content content ? Optional.of(content) : Optional.empty();
    }
}
