package io.github.carelet.booking;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads telephone numbers as people write them. */
final class PhoneText {

    /** Digits of any script and what stands between them, then perhaps an extension. The library would skip other words. */
    private static final Pattern FORM =
            Pattern.compile("[+\\uFF0B]?[\\p{Nd}\\p{Zs}\\p{Pd}().,/·]{3,40}(?:(?:x|ext\\.?|#)\\p{Zs}*\\p{Nd}{1,7})?");

    private PhoneText() {}

    /**
     * Returns the number in E.164 form; empty if no number can have that form. Whether it was ever given to anybody is
     * not asked: lists of that age faster than clinics update. An extension is dropped, E.164 has no place for it.
     *
     * @param region ISO 3166-1 code of the country in which a number without country code is meant
     */
    static Optional<String> e164(String text, String region) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = numbers.parse(text, region);
            return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
