package io.github.carelet.importing;

import io.github.carelet.catalog.PhoneNumber;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds telephone numbers: those of the North American plan however they are written, others by their plus sign. */
final class Phones {

    private static final Pattern NORTH_AMERICAN = Pattern.compile(
            "(?<![\\p{L}\\d+/])(?:\\+?1[\\s.\\p{Pd}]{0,3})?"
                    + "(?:\\(\\s?([2-9]\\d{2})\\s?\\)|([2-9]\\d{2}))[\\s./\\p{Pd}]{0,3}([2-9]\\d{2})[\\s.\\p{Pd}]{0,3}(\\d{4})(?!\\d|[\\p{Pd}]\\d)");
    private static final Pattern LETTERS = Pattern.compile("(?<![\\p{L}\\d])(?:1[\\s.\\p{Pd}]{1,3})?"
            + "\\(?(8\\d\\d|[2-9]\\d{2})\\)?[\\s.\\p{Pd}]{1,3}([A-Z0-9][A-Z0-9\\p{Pd}]{6,9})(?![A-Za-z0-9])");
    private static final Pattern INTERNATIONAL = Pattern.compile(
            "(?<![\\d+])\\+(?!1[\\s(.\\p{Pd}]|1\\d{10})[1-9]\\d{0,2}(?:[\\s.()\\p{Pd}]{0,2}\\d){6,12}(?!\\d)");
    private static final Pattern FAX = Pattern.compile(
            "(?i)(?:(?<!\\d\\s{0,2}[(])\\bfax|\\bf|\\bfacs[ií]mile?)\\b[^\\p{L}\\d]{0,12}(?:number|no\\.?|n[uú]mero)?[^\\p{L}\\d]{0,6}$");
    private static final Pattern FAX_AFTER = Pattern.compile(
            "(?i)^[^\\p{L}\\d]{0,4}fax\\b(?:\\)|(?![^\\p{L}\\d]{0,6}(?:(?:number|no)\\b)?[^\\p{L}\\d]{0,6}\\d))");
    private static final String KEYS = "22233344455566677778889999";

    /**
     * A number in a text.
     *
     * @param number in E.164
     * @param fax whether it is said to be a fax
     * @param start where it starts
     * @param end where it ends
     */
    record Found(String number, boolean fax, int start, int end) {}

    private Phones() {}

    static List<Found> in(String line) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = NORTH_AMERICAN.matcher(line);
        while (matcher.find()) {
            String area = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            if (isWritten(matcher.group(), line, matcher.start())) {
                found.add(found(line, matcher, "+1" + area + matcher.group(3) + matcher.group(4)));
            }
        }
        letters(line, found);
        Matcher international = INTERNATIONAL.matcher(line);
        while (international.find()) {
            String digits = "+" + digits(international.group());
            if (digits.length() >= 9 && digits.length() <= 16) {
                found.add(found(line, international, digits));
            }
        }
        return found;
    }

    /** Returns the number of a {@code tel:} link; empty if nobody could dial it. */
    static Optional<String> ofLink(String href) {
        String text = decoded(href.substring(href.indexOf(':') + 1)).split(";|,|(?i)ext|x", 2)[0];
        String digits = digits(keyed(text.toUpperCase(Locale.ROOT)));
        String number = text.strip().startsWith("+") ? "+" + digits : northAmerican(digits);
        try {
            return Optional.of(new PhoneNumber(number).e164());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String northAmerican(String digits) {
        if (digits.length() == 10) {
            return "+1" + digits;
        }
        return digits.length() == 11 && digits.startsWith("1") ? "+" + digits : "";
    }

    /** Ten digits without anything between them are a number only where nothing else is, or a word says so. */
    private static boolean isWritten(String text, String line, int start) {
        boolean parted = text.chars().anyMatch(each -> !Character.isDigit(each) && each != '+');
        return parted
                || Words.count(line) <= 3
                || line.substring(Math.max(0, start - 25), start)
                        .matches("(?is).*(phone|call|tel|fax|text|ll[aá]m)[^\\d]*");
    }

    private static void letters(String line, List<Found> found) {
        Matcher matcher = LETTERS.matcher(line);
        while (matcher.find()) {
            String rest = matcher.group(2).replaceAll("\\p{Pd}", "");
            String digits = digits(keyed(rest));
            if (rest.matches(".*[A-Z]{3,}.*") && digits.length() == 7) {
                found.add(found(line, matcher, "+1" + matcher.group(1) + digits));
            }
        }
    }

    private static Found found(String line, Matcher matcher, String number) {
        String before = line.substring(Math.max(0, matcher.start() - 40), matcher.start());
        boolean fax = FAX.matcher(before).find()
                || FAX_AFTER.matcher(line.substring(matcher.end())).find();
        return new Found(number, fax, matcher.start(), matcher.end());
    }

    private static String keyed(String text) {
        StringBuilder keyed = new StringBuilder();
        text.chars().forEach(each -> keyed.append(each >= 'A' && each <= 'Z' ? KEYS.charAt(each - 'A') : (char) each));
        return keyed.toString();
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a stray percent sign
        }
    }
}
