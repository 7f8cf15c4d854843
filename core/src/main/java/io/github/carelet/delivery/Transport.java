package io.github.carelet.delivery;

/**
 * A way to get messages of one kind to where they must go. An extension point: a host may add its own to a
 * {@link Dispatcher}, which calls it from several threads at once and closes it at its own end.
 */
public interface Transport extends AutoCloseable {

    /** Returns which messages this carries, by {@link Message#kind}; always the same. */
    String kind();

    /**
     * Hands a message over once; does not try again by itself. Must come back within two thirds of the lease of the
     * {@link Dispatcher}, since after that somebody else may send the same message. Whatever this throws counts as
     * {@link Delivery.Retry}.
     */
    Delivery deliver(Message message);

    /**
     * Returns the name of the server that a message would be sent to, or of whatever else may be slow or away: messages of one
     * lane wait for one another, and for no others. Without more knowledge, that is their destination.
     */
    default String lane(Message message) {
        return message.kind() + ' ' + message.destination();
    }

    /** Breaks off what is under way and lets go of threads and connections. */
    @Override
    void close();
}
