package io.github.carelet.servlet.page;

/**
 * What a document of the booking flow may do, though its origin is its own: said by the frame around it and by the document
 * itself, since each alone is not enough.
 */
public final class Sandbox {

    /** The value of the attribute {@code sandbox}, and what follows the directive {@code sandbox} of a policy. */
    public static final String TOKENS =
            "allow-forms allow-scripts allow-popups" + " allow-popups-to-escape-sandbox allow-downloads allow-modals";

    private Sandbox() {}
}
