package io.github.carelet.servlet.tags;

/** Shows the clinic. */
public final class ClinicTag extends FragmentTag {

    /** For the container. */
    public ClinicTag() {
        super("clinic");
    }
}
