package io.github.carelet.catalog;

import java.util.regex.Pattern;

/** The rule for ids: lower-case letters, digits and hyphens, 1 to 64 of them. */
public final class Slug {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,64}");

    private Slug() {}

    /** Returns whether the text may be an id. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Returns the id.
     *
     * @throws IllegalArgumentException if the text is no id
     */
    public static String check(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("'" + text + "' is no id: expected 1 to 64 of a-z, 0-9 and '-'");
        }
        return text;
    }
}
