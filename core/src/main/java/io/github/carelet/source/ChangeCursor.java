package io.github.carelet.source;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far somebody has followed the changes. Opaque to whoever holds it; immutable.
 *
 * @param log the log that it points into
 * @param position how many changes of that log were seen
 * @param version the version of the catalogue that was seen; in another log it is what counts
 * @param listed how much of a full listing of that version was seen; empty if all of it was
 */
public record ChangeCursor(String log, long position, String version, OptionalInt listed) {

    private static final Pattern FORM =
            Pattern.compile("1 ([0-9a-f]{1,32}) ([0-9]{1,15}) ([0-9a-f]{1,64}) ([0-9]{1,9}|-)");
    private static final int LONGEST = 400;

    /** Returns the cursor that a text stands for; empty if it stands for none. */
    public static Optional<ChangeCursor> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return Optional.of(FORM.matcher(decoded)).filter(Matcher::matches).map(ChangeCursor::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ChangeCursor of(Matcher form) {
        String listed = form.group(4);
        return new ChangeCursor(
                form.group(1),
                Long.parseLong(form.group(2)),
                form.group(3),
                listed.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(listed)));
    }

    /** Returns the text that stands for it: letters, digits, {@code -} and {@code _}. */
    @Override
    public String toString() {
        String seen = listed.isPresent() ? Integer.toString(listed.getAsInt()) : "-";
        String text = "1 " + log + " " + position + " " + version + " " + seen;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
