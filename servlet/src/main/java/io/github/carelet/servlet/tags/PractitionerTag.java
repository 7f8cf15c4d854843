package io.github.carelet.servlet.tags;

/** Shows practitioners, or one of them. */
public final class PractitionerTag extends FragmentTag {

    /** For the container. */
    public PractitionerTag() {
        super("practitioners");
    }
}
