package io.github.carelet.servlet.tags;

/** Shows treatments, or one of them. */
public final class TreatmentTag extends FragmentTag {

    /** For the container. */
    public TreatmentTag() {
        super("treatments");
    }
}
