package io.github.carelet.servlet.tags;

/** Shows locations, or one of them. */
public final class LocationTag extends FragmentTag {

    /** For the container. */
    public LocationTag() {
        super("locations");
    }
}
