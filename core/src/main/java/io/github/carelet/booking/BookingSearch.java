package io.github.carelet.booking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody at the clinic looks for: a reference or its beginning, a phone number or its last four digits, an e-mail
 * address, or a name; of a name any words in any order, and of each word the first three letters or more. Prints nothing.
 *
 * @param reference the reference, or its beginning; empty if it can't be one
 * @param terms a booking must have each of them; none if the text can only be a reference
 * @param words with which words of the patient's name must begin
 */
public record BookingSearch(Optional<String> reference, List<String> terms, List<String> words) {

    private static final Pattern REFERENCE =
            Pattern.compile("[2-9BCDFGHJKMNPQRSTVWXYZ]{1,4}(-[2-9BCDFGHJKMNPQRSTVWXYZ]{0,4})?");
    private static final Pattern RUN_TOGETHER = Pattern.compile("[2-9BCDFGHJKMNPQRSTVWXYZ]{5,8}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ().\\-/]{7,30}");
    private static final Pattern PHONE_END = Pattern.compile("[0-9]{4}");
    private static final int MOST_WORDS = 6;
    private static final int LONGEST = 254;

    /** Copies the lists. */
    public BookingSearch {
        terms = List.copyOf(terms);
        words = List.copyOf(words);
    }

    /**
     * Returns what a text looks for.
     *
     * @param region in which country a phone number without country code is, such as {@code US}
     */
    public static BookingSearch parse(String text, String region) {
        String typed = text.strip();
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return new BookingSearch(Optional.empty(), List.of(), List.of());
        }
        Optional<String> reference = reference(typed.toUpperCase(Locale.ROOT));
        if (typed.contains("@")) {
            return new BookingSearch(reference, List.of(SearchTerms.email(typed)), List.of());
        }
        if (PHONE_END.matcher(typed).matches()) {
            return new BookingSearch(reference, List.of(SearchTerms.phoneEnd(typed)), List.of());
        }
        Optional<String> phone = PHONE.matcher(typed).matches() ? PhoneText.e164(typed, region) : Optional.empty();
        return phone.isPresent()
                ? new BookingSearch(reference, List.of(SearchTerms.phone(phone.get())), List.of())
                : byName(reference, SearchTerms.words(typed));
    }

    private static BookingSearch byName(Optional<String> reference, List<String> words) {
        List<String> used = words.stream().limit(MOST_WORDS).toList();
        List<String> terms = used.stream()
                .map(word -> SearchTerms.hasBeginning(word) ? SearchTerms.beginning(word) : SearchTerms.whole(word))
                .toList();
        return new BookingSearch(reference, terms, used);
    }

    private static Optional<String> reference(String typed) {
        if (RUN_TOGETHER.matcher(typed).matches()) {
            return Optional.of(typed.substring(0, 4) + "-" + typed.substring(4));
        }
        return Optional.of(typed).filter(each -> REFERENCE.matcher(each).matches());
    }

    /** Returns whether nothing can be found. */
    public boolean isEmpty() {
        return reference.isEmpty() && terms.isEmpty();
    }

    /** Returns whether a booking is what is searched: the index alone knows of long words only how they begin. */
    boolean matches(Booking booking) {
        if (reference.filter(booking.reference()::startsWith).isPresent()) {
            return true;
        }
        List<String> name = SearchTerms.words(booking.patient());
        return words.stream()
                .allMatch(word -> name.stream()
                        .anyMatch(each -> SearchTerms.hasBeginning(word) ? each.startsWith(word) : each.equals(word)));
    }

    @Override
    public String toString() {
        return "BookingSearch[…]";
    }
}
