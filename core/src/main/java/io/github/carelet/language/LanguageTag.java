package io.github.carelet.language;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Language tags of BCP 47, as visitors send them and clinics list them. */
public final class LanguageTag {

    private static final Set<String> TRADITIONAL = Set.of("HK", "MO", "TW");

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

    /**
     * Returns a tag of Chinese with the script that its region writes; any other tag as it is. Without this, a reader in
     * Taipei and one in Beijing would be given the same.
     */
    static String withScript(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        if (!locale.getLanguage().equals("zh") || !locale.getScript().isEmpty()) {
            return tag;
        }
        String script = TRADITIONAL.contains(locale.getCountry()) ? "Hant" : "Hans";
        return new Locale.Builder().setLocale(locale).setScript(script).build().toLanguageTag();
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
