package io.github.carelet.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What the clinic offers.
 *
 * @param id its id
 * @param kind what sort of treatment it is
 * @param name its name
 * @param alsoCalled other names
 * @param patientWords what patients say instead of its name
 * @param summary what it is in a sentence
 * @param sections its text
 * @param treats ids of conditions
 * @param combinesWith ids of treatments
 * @param availableAt ids of locations; all of them where the catalogue names none
 * @param sensitivity how carefully it is to be spoken of
 * @param referralRequired whether a referral is needed
 * @param whatToBring what the patient brings
 * @param review who checked it
 */
public record Treatment(
        String id,
        Kind kind,
        Localized<String> name,
        List<Localized<String>> alsoCalled,
        PatientWords patientWords,
        Localized<String> summary,
        List<Section> sections,
        List<String> treats,
        List<String> combinesWith,
        List<String> availableAt,
        Sensitivity sensitivity,
        Known referralRequired,
        Optional<Localized<String>> whatToBring,
        Review review)
        implements Item {

    /** Copies the lists. */
    public Treatment {
        alsoCalled = List.copyOf(alsoCalled);
        sections = List.copyOf(sections);
        treats = List.copyOf(treats);
        combinesWith = List.copyOf(combinesWith);
        availableAt = List.copyOf(availableAt);
    }

    /** What sort of treatment something is. */
    public enum Kind {
        /** A course of visits, such as physical therapy. */
        THERAPY,
        /** Something done in one visit. */
        PROCEDURE,
        /** An injection. */
        INJECTION,
        /** Something worn or implanted. */
        DEVICE,
        /** Something taken. */
        MEDICATION,
        /** Anything else. */
        OTHER
    }

    /** How carefully a treatment is to be spoken of. */
    public enum Sensitivity {
        /** Like any other. */
        NORMAL,
        /** Kept out of exports and messages unless the clinic says otherwise. */
        SENSITIVE
    }

    /** Returns the same, at some of its places and beside some of what it is combined with. */
    Treatment at(List<String> places, List<String> others) {
        return new Treatment(
                id,
                kind,
                name,
                alsoCalled,
                patientWords,
                summary,
                sections,
                treats,
                others,
                places,
                sensitivity,
                referralRequired,
                whatToBring,
                review);
    }
}
