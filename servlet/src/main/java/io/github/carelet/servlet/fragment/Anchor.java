package io.github.carelet.servlet.fragment;

import java.util.Optional;

/**
 * A text that may lead somewhere.
 *
 * @param label what it says
 * @param href where it leads; empty if it is text only
 */
public record Anchor(Text label, Optional<String> href) {

    static Anchor to(String href, Text label) {
        return new Anchor(label, Optional.of(href));
    }

    static Anchor text(Text label) {
        return new Anchor(label, Optional.empty());
    }
}
