package io.github.carelet.booking;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what is booked for one patient, open or not: what is under the same name with the same phone number or e-mail
 * address, and not with another date of birth. Whoever else uses that phone is not among them, nor what was forgotten. It
 * keeps no record of who looks.
 */
final class PatientBookings {

    private static final int MOST = 1_000;

    private final InboxStore store;

    PatientBookings(InboxStore store) {
        this.store = store;
    }

    /** Returns the bookings of a patient, the newest first; none if they can't be told from others. */
    List<InboxEntry> of(Patient patient) {
        return contacts(patient).stream()
                .flatMap(contact ->
                        store
                                .find(new BookingSearch(Optional.empty(), terms(contact, patient), List.of()), MOST)
                                .stream())
                .filter(each -> isOf(each.booking().patient(), patient))
                .distinct()
                .sorted(Comparator.comparing((InboxEntry each) -> each.booking().id())
                        .reversed())
                .toList();
    }

    private List<String> contacts(Patient patient) {
        for (int looked = Inbox.MOST_INDEXED_AT_ONCE; looked == Inbox.MOST_INDEXED_AT_ONCE; ) {
            looked = store.index(Inbox.MOST_INDEXED_AT_ONCE);
        }
        return Stream.concat(
                        patient.phone().map(SearchTerms::phone).stream(),
                        patient.email().map(SearchTerms::email).stream())
                .toList();
    }

    /** A father and a son may have a name and a phone in common. */
    private static boolean isOf(Patient one, Patient other) {
        boolean isBornOtherwise = one.birthDate().isPresent()
                && other.birthDate().isPresent()
                && !one.birthDate().equals(other.birthDate());
        return !isBornOtherwise && SearchTerms.words(one).equals(SearchTerms.words(other));
    }

    /** What is under all of these; many may share a phone, such as that of a home. */
    private static List<String> terms(String contact, Patient patient) {
        return Stream.concat(
                        Stream.of(contact),
                        SearchTerms.words(patient).stream()
                                .map(word -> SearchTerms.hasBeginning(word)
                                        ? SearchTerms.beginning(word)
                                        : SearchTerms.whole(word)))
                .toList();
    }
}
