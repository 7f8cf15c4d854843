package io.github.carelet.booking;

import io.github.carelet.schedule.Refusal;
import java.util.Optional;

/**
 * What would come of a time that somebody at the clinic picks.
 *
 * @param refusal why it can't be had; empty if it can
 * @param warning what a patient who picks it would be refused for, such as {@link Refusal#CLOSED}; empty if nothing. The
 *     clinic may have the time all the same.
 */
public record TimeCheck(Optional<Refusal> refusal, Optional<Refusal> warning) {}
