package io.github.carelet.booking;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that happened to a booking. Appended, never altered.
 *
 * @param version the version that it made
 * @param at when
 * @param actor who: {@code patient}, {@code system}, or the name of somebody at the clinic
 * @param status the state afterwards
 * @param note why, or what was noted; encrypted wherever it is kept
 * @param kind what it was
 * @param contact how the patient was to be reached, and whether that went well; only of {@link Kind#CONTACT}
 */
public record HistoryEntry(
        int version,
        Instant at,
        String actor,
        BookingStatus status,
        Optional<String> note,
        Kind kind,
        Optional<ContactAttempt> contact) {

    /** What can happen to a booking. */
    public enum Kind {
        /** It came, or went over to another state, or to another time. */
        CHANGE,
        /** Something was noted; nothing else changed. */
        NOTE,
        /** The clinic tried to reach the patient. */
        CONTACT,
        /** It was entered in the clinic's own system, under the number that the note holds. */
        RECORDED,
        /** The change before was taken back. */
        UNDONE,
        /** The patient's consent to text messages was taken back. */
        SMS_REVOKED,
        /** The patient's consent to news of the clinic was taken back. */
        MARKETING_REVOKED;

        /** Returns whether something was taken back that the patient had agreed to. */
        public boolean isRevocation() {
            return this == SMS_REVOKED || this == MARKETING_REVOKED;
        }

        /** Returns the name as it is written down, such as {@code change}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Makes an entry of a change. */
    public HistoryEntry(int version, Instant at, String actor, BookingStatus status, Optional<String> note) {
        this(version, at, actor, status, note, Kind.CHANGE, Optional.empty());
    }

    @Override
    public String toString() {
        return "HistoryEntry[v" + version + " " + kind.code() + " " + status + " by " + actor + "]";
    }
}
