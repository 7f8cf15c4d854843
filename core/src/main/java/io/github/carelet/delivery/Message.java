package io.github.carelet.delivery;

import java.time.Instant;

/**
 * Something to deliver. Written in the transaction of the event that it tells of.
 *
 * @param id stays the same over all attempts, such as {@code msg_2KWPBgLlAfxdpx2AI54pPJ85f4W}
 * @param kind which {@link Transport} carries it, such as {@code webhook}
 * @param destination where to, by the name under which it is configured
 * @param subject what it is about: the id of a booking. Messages about one subject to one destination go in order
 * @param payload what is carried; no personal data
 * @param dueAt not to be sent before
 */
public record Message(String id, String kind, String destination, String subject, String payload, Instant dueAt) {}
