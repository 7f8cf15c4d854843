package io.github.carelet.delivery;

import java.time.InstantSource;
import java.util.List;

/**
 * What became of messages, and what somebody at the clinic can do about those that did not arrive. Safe for use by many
 * threads.
 */
public final class Deliveries {

    private final Outbox outbox;
    private final Runnable wake;
    private final InstantSource clock;

    /**
     * Makes one.
     *
     * @param outbox has the messages
     * @param wake called when one has become due
     * @param clock says when that is
     */
    public Deliveries(Outbox outbox, Runnable wake, InstantSource clock) {
        this.outbox = outbox;
        this.wake = wake;
        this.clock = clock;
    }

    /** Returns all messages about a subject, such as the id of a booking, in the order written. */
    public List<MessageStatus> about(String subject) {
        return outbox.about(subject);
    }

    /** Returns up to {@code limit} messages that are dead or tried again and again; what was written last comes first. */
    public List<MessageStatus> troubled(int limit) {
        return outbox.troubled(limit);
    }

    /**
     * Sends a message once more, at once and under its old id, whether it arrived or not. The schedule of retries begins anew.
     *
     * @param actor who wants that, for the history
     * @return false if there is no such message, or it is being sent at the moment
     */
    public boolean replay(String messageId, String actor) {
        boolean due = outbox.replay(messageId, actor, clock.instant());
        wake.run();
        return due;
    }

    /** Returns the destinations to which nothing is sent any more. */
    public List<DisabledDestination> disabled() {
        return outbox.disabled();
    }

    /**
     * Sends to a destination again, also what was kept meanwhile.
     *
     * @param actor who wants that, for the history
     * @return whether it was disabled
     */
    public boolean enable(DisabledDestination destination, String actor) {
        boolean enabled = outbox.enable(destination.kind(), destination.destination(), actor, clock.instant());
        wake.run();
        return enabled;
    }
}
