package io.github.carelet.booking;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the text of a field is read, wherever that does not depend on the catalogue. */
final class FieldText {

    /** Control characters, and those that turn the direction of what follows. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern CONTROL_BESIDES_BREAKS =
            Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private FieldText() {}

    /** Returns the text composed (NFC), without blanks around it, its line breaks as line feeds. Browsers send CR LF. */
    static String normalized(String text) {
        String lineFeeds = text.replace("\r\n", "\n").replace('\r', '\n');
        return Normalizer.normalize(lineFeeds, Normalizer.Form.NFC).strip();
    }

    /** Returns the text as one would compare names: no case, no accents of compatibility, single blanks. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    static boolean hasControls(String text) {
        return CONTROL.matcher(text).find();
    }

    static boolean hasControlsBesidesBreaks(String text) {
        return CONTROL_BESIDES_BREAKS.matcher(text).find();
    }

    /** Forms say {@code yes}, JSON may say {@code true} as well. */
    static Optional<Boolean> yesOrNo(String text) {
        return switch (text) {
            case "yes", "true" -> Optional.of(true);
            case "no", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
