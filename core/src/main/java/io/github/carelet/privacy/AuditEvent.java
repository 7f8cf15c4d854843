package io.github.carelet.privacy;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that was done with what the clinic has of its patients; in the terms of FHIR's AuditEvent, who did what to which
 * entity when. It has no place for what a patient said.
 *
 * @param at when, to the millisecond
 * @param actor who: the name of somebody at the clinic, or of a system of it
 * @param action what
 * @param about references of the bookings; none if none was found, or if it is about no booking
 * @param detail more of what was done, such as the state that a booking went to: lower-case words only
 */
public record AuditEvent(Instant at, String actor, AuditAction action, List<String> about, String detail) {

    private static final Pattern REFERENCE = Pattern.compile("[^\\s]{1,100}");
    private static final Pattern DETAIL = Pattern.compile("[a-z0-9_./: -]{0,200}");
    private static final int LONGEST_NAME = 200;

    /** Copies the list and checks the texts: nothing that was said in confidence gets in by mistake. */
    public AuditEvent {
        about = List.copyOf(about);
        if (actor.isBlank() || actor.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "an actor of " + actor.length() + " characters: expected a name of up to " + LONGEST_NAME);
        }
        if (!about.stream().allMatch(each -> REFERENCE.matcher(each).matches())) {
            throw new IllegalArgumentException("expected references of bookings, without blanks");
        }
        if (!isDetail(detail)) {
            throw new IllegalArgumentException("a detail of " + detail.length()
                    + " characters: expected up to 200 lower-case letters, digits and blanks");
        }
    }

    /** Returns whether a text may be a detail. */
    public static boolean isDetail(String text) {
        return DETAIL.matcher(text).matches();
    }
}
