package io.github.carelet.booking;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * By what a patient is found: each word of the name by its first three to six letters, or as a whole if it is shorter, the
 * phone number as a whole and by its last four digits, the e-mail address. Without case and accents, so that it does not
 * matter how a name is typed.
 */
public final class SearchTerms {

    private static final int SHORTEST_BEGINNING = 3;
    private static final int LONGEST_BEGINNING = 6;
    private static final int PHONE_END = 4;
    private static final Pattern SIGNS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<Integer, String> UNDIVIDED = Map.of(
            (int) 'ß', "ss", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'ø', "o", (int) 'ł', "l", (int) 'đ', "d",
            (int) 'ð', "d", (int) 'þ', "th", (int) 'ı', "i", (int) 'ς', "σ");

    private SearchTerms() {}

    /** Returns the terms under which a patient is found. */
    public static Set<String> of(Patient patient) {
        Set<String> terms = new LinkedHashSet<>();
        words(patient).forEach(word -> terms.addAll(named(word)));
        patient.phone().ifPresent(phone -> {
            terms.add(phone(phone));
            terms.add(phoneEnd(phone));
        });
        patient.email().ifPresent(email -> terms.add(email(email)));
        return terms;
    }

    private static List<String> named(String word) {
        return hasBeginning(word)
                ? IntStream.rangeClosed(SHORTEST_BEGINNING, LONGEST_BEGINNING)
                        .mapToObj(letters -> beginning(word, letters))
                        .toList()
                : List.of(whole(word));
    }

    static List<String> words(Patient patient) {
        return words(patient.givenName() + " " + patient.familyName());
    }

    /** Returns the words of a text, as they are compared. An apostrophe is within a word: O'Brien is found as obrien. */
    static List<String> words(String text) {
        String joined = text.replaceAll("['’ʼ`´]", "");
        return Arrays.stream(BETWEEN_WORDS.split(fold(joined)))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    static String whole(String word) {
        return "name:" + word;
    }

    /** Returns the longest beginning by which words are indexed that begin as this one does. */
    static String beginning(String word) {
        return beginning(word, LONGEST_BEGINNING);
    }

    private static String beginning(String word, int most) {
        int letters = Math.min(most, word.codePointCount(0, word.length()));
        return "name3:" + word.substring(0, word.offsetByCodePoints(0, letters));
    }

    /** Returns whether more words than one begin as this one does for the index. */
    static boolean hasBeginning(String word) {
        return word.codePointCount(0, word.length()) >= SHORTEST_BEGINNING;
    }

    static String phone(String e164) {
        return "phone:" + e164;
    }

    static String phoneEnd(String digits) {
        return "phone4:" + digits.substring(Math.max(0, digits.length() - PHONE_END));
    }

    static String email(String address) {
        return "email:" + address.toLowerCase(Locale.ROOT).strip();
    }

    private static String fold(String text) {
        String bare = SIGNS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
        // First up, then down: so that letters with two small forms, such as sigma, have one.
        String lower =
                Normalizer.normalize(bare, Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        lower.codePoints().forEach(c -> folded.append(UNDIVIDED.getOrDefault(c, Character.toString(c))));
        return SIGNS.matcher(folded).replaceAll("");
    }
}
