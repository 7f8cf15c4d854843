package io.github.carelet.catalog;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.regex.Pattern;

/**
 * A telephone number of the clinic in E.164 form, such as {@code +16264601096}.
 *
 * @param e164 plus sign, country code, subscriber number; 7 to 15 digits
 */
public record PhoneNumber(String e164) {

    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1[0-9]{10}");

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

    /**
     * Returns the number as people write it: {@code (626) 460-1096} for the North American plan, else in groups with its
     * country code, such as {@code +49 30 901820}.
     */
    public String display() {
        if (NORTH_AMERICAN.matcher(e164).matches()) {
            return "(" + e164.substring(2, 5) + ") " + e164.substring(5, 8) + "-" + e164.substring(8);
        }
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            return numbers.format(numbers.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164; // of a country that nobody knows; it can be dialled as it stands
        }
    }
}
