package io.github.carelet.catalog;

import java.util.regex.Pattern;

/**
 * A telephone number of the clinic in E.164 form, such as {@code +16264601096}.
 *
 * @param e164 plus sign, country code, subscriber number; 7 to 15 digits
 */
public record PhoneNumber(String e164) {

    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** Checks the form. */
    public PhoneNumber {
        if (!FORM.matcher(e164).matches()) {
            throw new IllegalArgumentException("'" + e164 + "' is no phone number: expected E.164, like +16265550100");
        }
    }

    /** Returns the number as a {@code tel:} link (RFC 3966). */
    public Link link() {
        return new Link("tel:" + e164);
    }

    /** Returns the number as people of its country write it: {@code (626) 460-1096} for the North American plan. */
    public String display() {
        if (e164.matches("\\+1[0-9]{10}")) {
            return "(" + e164.substring(2, 5) + ") " + e164.substring(5, 8) + "-" + e164.substring(8);
        }
        return e164;
    }
}
