package io.github.carelet.source;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * That something in a catalogue is no longer as it was.
 *
 * @param kind what sort of thing
 * @param id its id
 * @param action what happened to it
 * @param at since when: the publication, or the day from which on it is withdrawn
 * @param version the version of the catalogue in which it happened
 * @param material what of it a reader must not miss; empty if it is like any edit
 */
public record Change(Kind kind, String id, Action action, Instant at, String version, Set<Matter> material) {

    /** Copies the set. */
    public Change {
        material = material.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(material));
    }

    /** What sort of thing, named as in a catalogue file. */
    public enum Kind {
        /** The clinic itself. */
        CLINIC("clinic"),
        /** A location. */
        LOCATION("locations"),
        /** A condition. */
        CONDITION("conditions"),
        /** A treatment. */
        TREATMENT("treatments"),
        /** A practitioner. */
        PRACTITIONER("practitioners"),
        /** An article. */
        ARTICLE("articles"),
        /** An appointment type. */
        APPOINTMENT_TYPE("appointmentTypes");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Returns the key of the catalogue file under which such things stand. */
        public String key() {
            return key;
        }
    }

    /** What happened. */
    public enum Action {
        /** It is new, or shown again. */
        ADDED,
        /** It says something else. */
        CHANGED,
        /** It is gone. */
        REMOVED,
        /** It is not to be shown any more. */
        WITHDRAWN;

        /** Returns it as it is written. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a reader must not miss. */
    public enum Matter {
        /** The number to call. */
        PHONE("phone"),
        /** What to do in an emergency. */
        EMERGENCY("emergency"),
        /** Where it is. */
        ADDRESS("address"),
        /** When it is open. */
        HOURS("hours"),
        /** When not to wait. */
        RED_FLAGS("redFlags"),
        /** What can go wrong, and for whom it is not. */
        RISKS("risks"),
        /** That it is not to be shown. */
        WITHDRAWN("withdrawn"),
        /** That it is gone. */
        REMOVED("removed");

        private final String code;

        Matter(String code) {
            this.code = code;
        }

        /** Returns it as it is written. */
        public String code() {
            return code;
        }
    }
}
