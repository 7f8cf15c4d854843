package io.github.carelet.servlet.studio;

import io.github.carelet.language.Messages;
import io.github.carelet.servlet.page.Document;
import java.util.List;
import java.util.Optional;

/**
 * The studio, for {@code studio/page.jte}.
 *
 * @param document the frame
 * @param words the messages for whoever chooses
 * @param heading whose it is
 * @param chooser what can be chosen
 * @param warnings what would not work as chosen
 * @param preview the page to look at; empty if there is none
 * @param snippets what to paste
 * @param policies what a policy of the page must allow
 * @param partner the partner for whose pages it is, if there is one
 */
public record StudioPage(
        Document document,
        Messages words,
        String heading,
        Chooser chooser,
        List<String> warnings,
        Optional<Preview> preview,
        List<Snippet> snippets,
        List<Policy> policies,
        Optional<OfPartner> partner) {

    /** Copies the lists. */
    public StudioPage {
        warnings = List.copyOf(warnings);
        snippets = List.copyOf(snippets);
        policies = List.copyOf(policies);
    }

    /**
     * The form with which to choose.
     *
     * @param action where it is sent to
     * @param fields what can be chosen
     * @param page the address of the page in which it is to stand, as typed
     * @param ways where else to go
     */
    public record Chooser(String action, List<Field> fields, String page, List<Way> ways) {}

    /** Somewhere else to go. */
    public record Way(String href, String label) {}

    /** A field with one choice of several. */
    public record Field(String name, String label, List<Group> groups) {}

    /** Choices that belong together, below a label if there is one. */
    public record Group(Optional<String> label, List<Option> options) {}

    /** A choice. */
    public record Option(String value, String label, boolean chosen) {}

    /**
     * What it will look like.
     *
     * @param href the page, as this page may frame it
     * @param title what it shows
     */
    public record Preview(String href, String title) {}

    /**
     * What a policy of the page must allow for a kind of snippet.
     *
     * @param kinds the names of the snippets
     * @param directives as in a Content-Security-Policy; empty if nothing
     */
    public record Policy(String kinds, String directives) {}

    /**
     * What is known of a partner.
     *
     * @param id its id
     * @param origins whose pages may frame what is shown
     * @param href the address of the partner's own page, to be handed on; empty where there are no keys
     */
    public record OfPartner(String id, List<String> origins, Optional<String> href) {}
}
