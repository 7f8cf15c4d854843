package io.github.carelet.language;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Language tags of BCP 47, as a visitor sends them. */
public final class LanguageTag {

    private LanguageTag() {}

    /** Returns whether the text is well-formed by RFC 5646. */
    public static boolean isWellFormed(String text) {
        try {
            new Locale.Builder().setLanguageTag(text);
            return !text.isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    /** Returns the offered tag that fits best, by the lookup of RFC 4647, section 3.4, as the offer writes it. */
    public static Optional<String> lookup(String tag, List<String> offered) {
        for (String range = tag; !range.isEmpty(); range = shorter(range)) {
            for (String each : offered) {
                if (each.equalsIgnoreCase(range)) {
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    /** Cuts the last subtag, and with it a single letter or digit before it. */
    private static String shorter(String range) {
        int cut = range.lastIndexOf('-');
        if (cut >= 2 && range.charAt(cut - 2) == '-') {
            cut -= 2;
        }
        return cut < 0 ? "" : range.substring(0, cut);
    }
}
