package io.github.carelet.servlet.form;

import io.github.carelet.servlet.page.LanguageLink;
import java.util.List;

/**
 * The ways to the same document of the booking flow in other languages.
 *
 * @param others the ways
 * @param form the id of the form that is sent there, with nothing booked, so that what is in it is kept; empty if they are links
 */
public record LanguageSwitch(List<LanguageLink> others, String form) {

    /** Copies the list. */
    public LanguageSwitch {
        others = List.copyOf(others);
    }
}
