package io.github.carelet.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What patients ask before anything else, answered for some treatments at some locations. Where those have different
 * answers none is given as if it held for all of them. Immutable.
 *
 * <p>A location that names what insurance it accepts replaces the list of the clinic, it does not add to it; one that names
 * none accepts what the clinic does. The same holds for the fax number.
 *
 * @param insurance what insurance is accepted, never an empty list
 * @param referral whether a referral is needed: {@link Known#YES} or {@link Known#NO}
 * @param whatToBring what the patient brings
 * @param fax where a referral may be sent
 * @param answerWithin how soon the clinic answers a request, counted in opening hours
 */
public record BeforeVisit(
        Answer<List<Insurance>> insurance,
        Answer<Known> referral,
        Answer<Localized<String>> whatToBring,
        Answer<PhoneNumber> fax,
        Duration answerWithin) {

    /**
     * An answer.
     *
     * @param <T> what is answered
     */
    public sealed interface Answer<T> {

        /**
         * It is the same for all.
         *
         * @param value the answer
         */
        record Stated<T>(T value) implements Answer<T> {}

        /**
         * It depends.
         *
         * @param everywhere what holds for all of them nevertheless, if anything does
         */
        record Differs<T>(Optional<T> everywhere) implements Answer<T> {}

        /** The catalogue says nothing about it. */
        record Unstated<T>() implements Answer<T> {}

        /** Returns the answer of all, if they have the same. */
        private static <T> Answer<T> common(Stream<Optional<T>> answers) {
            List<Optional<T>> different = answers.distinct().limit(2).toList();
            if (different.size() > 1) {
                return new Differs<>(Optional.empty());
            }
            return different.stream()
                    .flatMap(Optional::stream)
                    .findFirst()
                    .<Answer<T>>map(Stated::new)
                    .orElseGet(Unstated::new);
        }
    }

    /**
     * Returns what holds for a visit.
     *
     * @param clinic whose it is
     * @param treatments what it may be for
     * @param locations where it may be; none means that only the clinic itself is asked
     */
    public static BeforeVisit of(Clinic clinic, List<Treatment> treatments, List<Location> locations) {
        return new BeforeVisit(
                insurance(clinic, locations),
                Answer.common(treatments.stream()
                        .map(each -> Optional.of(each.referralRequired()).filter(known -> known != Known.UNKNOWN))),
                Answer.common(treatments.stream().map(Treatment::whatToBring)),
                Answer.common(fax(clinic, locations)),
                clinic.answerWithin());
    }

    private static Answer<List<Insurance>> insurance(Clinic clinic, List<Location> locations) {
        List<List<Insurance>> lists = locations.stream()
                .map(Location::insuranceAccepted)
                .map(own -> own.isEmpty() ? clinic.insuranceAccepted() : own)
                .toList();
        Stream<List<Insurance>> all = locations.isEmpty() ? Stream.of(clinic.insuranceAccepted()) : lists.stream();
        Answer<List<Insurance>> answer =
                Answer.common(all.map(list -> Optional.of(list).filter(each -> !each.isEmpty())));
        return answer instanceof Answer.Differs ? new Answer.Differs<>(inEach(lists)) : answer;
    }

    private static Optional<List<Insurance>> inEach(List<List<Insurance>> lists) {
        List<Insurance> shared = lists.get(0).stream()
                .filter(each -> lists.stream().allMatch(list -> list.contains(each)))
                .toList();
        return Optional.of(shared).filter(list -> !list.isEmpty());
    }

    private static Stream<Optional<PhoneNumber>> fax(Clinic clinic, List<Location> locations) {
        return locations.isEmpty()
                ? Stream.of(clinic.fax())
                : locations.stream().map(each -> each.fax().or(clinic::fax));
    }
}
