package io.github.carelet.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What can be asked for or booked, and by which rules.
 *
 * @param id its id
 * @param name its name
 * @param isDefault whether it is for those who do not know what to choose
 * @param treatments ids of the treatments it is for
 * @param locations ids of the locations where it is offered; all of them where the catalogue names none
 * @param mode how it is booked
 * @param duration how long a visit takes; zero for {@link Mode#PHONE}
 * @param step the distance between starts
 * @param bufferBefore what is kept free before a visit
 * @param bufferAfter what is kept free after a visit
 * @param notice how long beforehand one must ask
 * @param windowDays how many days ahead one may ask
 * @param perDay how many visits a day a location takes; empty means as many as fit
 * @param capacity how many visits may overlap
 * @param pool visits of types with the same pool share capacity
 * @param practitioners ids of those who do it; empty means nobody in particular
 * @param patients who it is for
 * @param hours when it is offered, within the location's opening hours
 * @param ask what is asked beyond name and contact
 * @param questions what else is asked
 */
public record AppointmentType(
        String id,
        Localized<String> name,
        boolean isDefault,
        List<String> treatments,
        List<String> locations,
        Mode mode,
        Duration duration,
        Duration step,
        Duration bufferBefore,
        Duration bufferAfter,
        Duration notice,
        int windowDays,
        OptionalInt perDay,
        int capacity,
        String pool,
        List<String> practitioners,
        Set<PatientKind> patients,
        Optional<OpeningHours> hours,
        Set<Ask> ask,
        List<Question> questions) {

    /** Copies the collections. */
    public AppointmentType {
        treatments = List.copyOf(treatments);
        locations = List.copyOf(locations);
        practitioners = List.copyOf(practitioners);
        patients = Set.copyOf(patients);
        ask = Set.copyOf(ask);
        questions = List.copyOf(questions);
    }

    /** How a type is booked. */
    public enum Mode {
        /** The patient says when it suits, the clinic answers. */
        REQUEST,
        /** The patient picks a time that is free. */
        SLOTS,
        /** By phone only. */
        PHONE
    }

    /** Who a type is for. */
    public enum PatientKind {
        /** Never been here. */
        NEW,
        /** Has been here. */
        EXISTING
    }

    /** What may be asked beyond name and contact. */
    public enum Ask {
        /** Date of birth. */
        BIRTH_DATE,
        /** Who pays. */
        INSURANCE,
        /** What brings them. */
        REASON,
        /** Whether they need an interpreter. */
        INTERPRETER
    }

    /**
     * A question of the type's own.
     *
     * @param id its id
     * @param label what is asked
     * @param kind what an answer looks like
     * @param choices the answers to choose from, by their position; empty but for {@link Kind#CHOICE}
     * @param required whether it must be answered
     */
    public record Question(
            String id, Localized<String> label, Kind kind, List<Localized<String>> choices, boolean required) {

        /** Copies the list. */
        public Question {
            choices = List.copyOf(choices);
        }

        /** What an answer looks like. */
        public enum Kind {
            /** Free text. */
            TEXT,
            /** One of several. */
            CHOICE,
            /** Yes or no. */
            YES_NO
        }
    }

    /** Returns the same, for some of its treatments, at some of its places, by some of its practitioners. */
    AppointmentType limitedTo(List<String> some, List<String> places, List<String> persons) {
        return new AppointmentType(
                id,
                name,
                isDefault,
                some,
                places,
                mode,
                duration,
                step,
                bufferBefore,
                bufferAfter,
                notice,
                windowDays,
                perDay,
                capacity,
                pool,
                persons,
                patients,
                hours,
                ask,
                questions);
    }
}
