package io.github.carelet.delivery;

/**
 * Knows what a mail says, and to whom. Messages of kind {@code mail} carry no personal data: it is looked up when the mail is
 * sent. A port; safe for use by several threads.
 */
public interface MailSource {

    /** What a message is as a mail. */
    sealed interface Composition {

        /** It can be sent. */
        record Composed(Mail mail) implements Composition {}

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

    /** Puts a message into words, as of now. Whatever this throws counts as {@link Composition.NotYet}. */
    Composition compose(Message message);
}
