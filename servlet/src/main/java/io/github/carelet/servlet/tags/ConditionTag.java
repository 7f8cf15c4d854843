package io.github.carelet.servlet.tags;

/** Shows conditions, or one of them. */
public final class ConditionTag extends FragmentTag {

    /** For the container. */
    public ConditionTag() {
        super("conditions");
    }
}
