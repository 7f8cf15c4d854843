package io.github.carelet.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The messages that wait to be delivered, and what became of them. A port; every method is one transaction.
 *
 * <p>A message is due, claimed under a lease, and then delivered, due again, or dead. A lease that runs out makes it
 * claimable again, so a message may be delivered twice, always under the same id.
 */
public interface Outbox {

    /**
     * A message that this caller may now deliver.
     *
     * @param message the message
     * @param attempt the number of this attempt, from 1; also the fence: an older claim can finish nothing
     */
    record Claim(Message message, int attempt) {}

    /**
     * How many messages are in which state.
     *
     * @param due to be delivered now or tried again later, claimed or not; not what is meant for later
     * @param dead given up
     * @param oldest when the oldest of those that are due first fell due
     */
    record Backlog(long due, long dead, Optional<Instant> oldest) {}

    /**
     * Claims up to {@code limit} messages that are due, the oldest first. A message waits while an older one about the same
     * subject to the same destination is neither delivered nor dead, and while its destination is disabled.
     */
    List<Claim> claim(Instant now, Duration lease, int limit);

    /**
     * Records what came of a claim, with its attempt. {@link Attempt.Outcome#GONE} disables the destination.
     *
     * @return whether this caller still held the claim; if not, nothing was recorded
     */
    boolean finish(Claim claim, Attempt attempt);

    /** Returns all attempts of a message, the first one first. */
    List<Attempt> attempts(String messageId);

    /** Returns how much waits. */
    Backlog backlog(Instant now);

    /** Returns all messages about a subject, in the order written. */
    List<MessageStatus> about(String subject);

    /**
     * Returns messages that are dead, or were tried in vain and will be tried again; what was written last comes first.
     *
     * @param limit the most to return
     */
    List<MessageStatus> troubled(int limit);

    /**
     * Makes a message due once more under its old id, whatever became of it, unless it is claimed at the moment.
     *
     * @param actor who wants that
     * @return whether it is due now
     */
    boolean replay(String messageId, String actor, Instant now);

    /** Returns the destinations to which nothing is sent, by when they were disabled. */
    List<DisabledDestination> disabled();

    /**
     * Sends to a destination again: what waited, and what was given up when it was disabled.
     *
     * @param actor who wants that
     * @return whether it was disabled
     */
    boolean enable(String kind, String destination, String actor, Instant now);
}
