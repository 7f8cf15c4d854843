package io.github.carelet.delivery;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail to one recipient. What goes into its header is checked here, so that nothing of it can begin a line of its own.
 * Prints nothing of its content.
 *
 * @param from who sends it
 * @param to the address of the recipient
 * @param subject its subject, one line
 * @param language the BCP 47 tag of the language it is in
 * @param text what it says as plain text
 * @param html the same as an HTML document
 * @param calendar the same for the recipient's calendar, if it is about a time
 */
public record Mail(
        Sender from,
        String to,
        String subject,
        String language,
        String text,
        String html,
        Optional<CalendarPart> calendar) {

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\p{Cntrl}\\p{Z}\\p{Cs}\\u0080-\\u009f<>(),;:\"\\\\]{1,254}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{2,35}");
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");
    private static final int LONGEST_LINE = 200;

    /**
     * Checks all that stands in the header.
     *
     * @throws IllegalArgumentException if something can't stand there; the message does not repeat it
     */
    public Mail {
        checkAddress(to);
        checkLine("subject", subject);
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException("the language of a mail is no tag: expected like en or zh-Hans");
        }
    }

    /**
     * Who sends a mail.
     *
     * @param address the address
     * @param name what is shown beside it; may be empty
     */
    public record Sender(String address, String name) {

        /** Checks both, as {@link Mail} does. */
        public Sender {
            checkAddress(address);
            checkLine("name of the sender", name);
        }

        /** Returns what follows the at sign. */
        String domain() {
            return address.substring(address.lastIndexOf('@') + 1);
        }
    }

    /**
     * A part for a calendar, by iTIP (RFC 5546).
     *
     * @param method what to do with it: {@code REQUEST} or {@code CANCEL}
     * @param content an iCalendar file that says the same method
     */
    public record CalendarPart(String method, String content) {

        /** Checks the method. */
        public CalendarPart {
            if (!METHOD.matcher(method).matches()) {
                throw new IllegalArgumentException("'" + method + "' is no method: expected like REQUEST");
            }
        }

        @Override
        public String toString() {
            return "CalendarPart[" + method + "]";
        }
    }

    /** Returns whether mails can go to an address. */
    public static boolean isAddress(String address) {
        int at = address.indexOf('@');
        boolean one = at > 0 && at == address.lastIndexOf('@') && at < address.length() - 1;
        return one && ADDRESS.matcher(address).matches();
    }

    /** One address, without a name, a comment, a quoted part, or a second one. */
    private static void checkAddress(String address) {
        if (!isAddress(address)) {
            throw new IllegalArgumentException("no address of a mail: expected like name@example.org");
        }
    }

    private static void checkLine(String what, String text) {
        boolean oneLine = text.codePoints().noneMatch(Mail::endsOrHides);
        if (!oneLine || text.length() > LONGEST_LINE) {
            throw new IllegalArgumentException(
                    "the " + what + " of a mail has a line break or another control character," + " or more than "
                            + LONGEST_LINE + " characters");
        }
    }

    private static boolean endsOrHides(int sign) {
        int type = Character.getType(sign);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    @Override
    public String toString() {
        return "Mail[…]";
    }
}
