package io.github.carelet.exchange;

import java.nio.charset.StandardCharsets;

/**
 * Between whom a {@link CalendarEntry} is sent, by iTIP (RFC 5546). The attendee has agreed already: no answer is asked for.
 *
 * @param method what the calendar is to do with it
 * @param organizer the address of whoever the visit is at
 * @param name what the organizer is called
 * @param attendee the address of whoever comes
 */
public record Invitation(Method method, String organizer, String name, String attendee) {

    /** What a calendar is to do. */
    public enum Method {
        /** Note the visit, or its new time. */
        REQUEST,
        /** Take it out. */
        CANCEL
    }

    void writeTo(ContentLines lines) {
        lines.add("ORGANIZER;CN=\"" + quotable(name) + "\"", mailto(organizer));
        lines.add("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE", mailto(attendee));
    }

    /** A quoted value of a parameter has neither quotes nor control characters (RFC 5545, 3.2). */
    private static String quotable(String text) {
        StringBuilder quotable = new StringBuilder();
        text.codePoints()
                .map(sign -> sign == '"' ? '\'' : sign)
                .map(sign ->
                        Character.isISOControl(sign) || Character.getType(sign) == Character.SURROGATE ? ' ' : sign)
                .forEach(quotable::appendCodePoint);
        return quotable.toString();
    }

    /** RFC 6068: what may not stand in an address as it is, is written in hexadecimal digits. */
    private static String mailto(String address) {
        StringBuilder uri = new StringBuilder("mailto:");
        for (byte each : address.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each > 0 && (Character.isLetterOrDigit(each) || "@.-_~!$'*+".indexOf(each) >= 0);
            uri.append(plain ? Character.toString((char) each) : "%" + hex(each >> 4) + hex(each));
        }
        return uri.toString();
    }

    private static char hex(int nibble) {
        return Character.toUpperCase(Character.forDigit(nibble & 0xf, 16));
    }

    @Override
    public String toString() {
        return "Invitation[" + method + "]";
    }
}
