package io.github.carelet.exchange;

import io.github.carelet.catalog.Geo;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A visit as a patient's calendar holds it. It tells neither treatment nor type nor reason: whoever makes one puts into
 * the texts what everybody may read who sees that calendar. Prints nothing but its name.
 *
 * @param uid by what calendars know it again, the same as long as it is the same booking; printable ASCII
 * @param sequence counts its changes, from 0
 * @param changedAt when it last changed
 * @param status whether it takes place
 * @param start when it begins; its offset tells the two of an hour that exists twice apart
 * @param duration how long it takes
 * @param zone the zone of the place, by whose wall clock it is shown
 * @param summary what the calendar shows
 * @param description what it shows below
 * @param place where, one line each
 * @param geo where on the globe, if known
 */
public record CalendarEntry(
        String uid,
        int sequence,
        Instant changedAt,
        Status status,
        OffsetDateTime start,
        Duration duration,
        ZoneId zone,
        String summary,
        String description,
        List<String> place,
        Optional<Geo> geo) {

    /** Whether a visit takes place, by RFC 5545, 3.8.1.11. */
    public enum Status {
        /** The clinic has not confirmed it. */
        TENTATIVE,
        /** It takes place. */
        CONFIRMED,
        /** It does not. */
        CANCELLED
    }

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the uid is empty or has other signs than printable ASCII, the sequence is
     *     negative, or the duration is not positive
     */
    public CalendarEntry {
        if (!uid.matches("[!-~]{1,255}")) {
            throw new IllegalArgumentException("'" + uid + "' is no uid: expected printable ASCII without spaces");
        }
        if (sequence < 0) {
            throw new IllegalArgumentException("the sequence " + sequence + " is negative: expected 0 or more");
        }
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("the duration " + duration + " is not positive");
        }
        place = List.copyOf(place);
    }

    /** Returns by what calendars know a booking of a clinic, in a file as in a mail. */
    public static String uid(String reference, String clinic) {
        return reference + "@" + clinic;
    }

    @Override
    public String toString() {
        return "CalendarEntry[" + uid + " " + status + "]";
    }
}
