package io.github.carelet.delivery;

/**
 * Knows what a FHIR server is to hold. Messages of kind {@code fhir} carry no personal data: it is looked up when they are
 * sent. A port; safe for use by several threads.
 */
public interface ResourceSource {

    /**
     * By what a server's resource is known again.
     *
     * @param type the type of resource, such as {@code Appointment}
     * @param system what kind of name the value is, as a URI
     * @param value the name; unique in its system; no personal data, since it stands in addresses
     */
    record Identity(String type, String system, String value) {}

    /** What a message is as a resource. */
    sealed interface Composition {

        /**
         * It can be sent.
         *
         * @param json the resource as of now. What a member is {@code null} for is not to be there; members that are not
         *     named are not ours, and stay as the server has them; so does what a server adds to identifiers, contained
         *     resources, extensions, participants and codings
         */
        record Composed(String json) implements Composition {

            /** Leaves out what it says. */
            @Override
            public String toString() {
                return "Composed[…]";
            }
        }

        /**
         * Of a resource that the server has, only this changes; where it has none, none is made.
         *
         * @param json the members that change, as of now, and the type of resource
         */
        record Amended(String json) implements Composition {

            /** Leaves out what it says. */
            @Override
            public String toString() {
                return "Amended[…]";
            }
        }

        /**
         * It need not be sent any more.
         *
         * @param reason why; no personal data
         */
        record NotNeeded(String reason) implements Composition {}

        /**
         * It can't be sent now.
         *
         * @param reason why; no personal data
         */
        record NotYet(String reason) implements Composition {}
    }

    /** Returns which resource a message is about. */
    Identity identity(Message message);

    /**
     * Returns what the resource is to be, as of now: not as it was when the message was written, so that one which is late,
     * or sent once more, takes nothing back. Asked for after the server was asked what it holds.
     */
    Composition compose(Message message);
}
