package io.github.carelet.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/**
 * A time that is held while a patient fills in the form: state {@code held}. It belongs to the form's token, and is told from
 * nothing else; no patient is known yet. It counts against everybody but its owner until it runs out, or the booking with that
 * token takes its place.
 *
 * @param id of its token, see {@link #idOf}
 * @param type id of the appointment type
 * @param location id of the location
 * @param start when the visit would begin, in the offset of the location
 * @param seat what it takes then
 * @param until the instant at which it runs out
 */
public record Hold(String id, String type, String location, OffsetDateTime start, Seat seat, Instant until) {

    /** How long a time is held: enough to fill in the form without haste. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /** Returns the id of a token's hold: it has one at most. No booking has such an id. */
    public static String idOf(byte[] tokenKey) {
        return HexFormat.of().formatHex(tokenKey);
    }

    /** Returns whether it has run out. */
    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
