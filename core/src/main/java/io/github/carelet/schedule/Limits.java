package io.github.carelet.schedule;

import io.github.carelet.catalog.AppointmentType;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What notice and window allow. Days and seconds are counted from 1970.
 *
 * @param today the local day
 * @param lastDay the last local day
 * @param earliest the first instant, in whole seconds
 */
record Limits(long today, long lastDay, long earliest) {

    private static final long DAY = 86_400;

    static Limits of(AppointmentType type, ZoneId zone, Instant now) {
        long today = now.atZone(zone).toLocalDate().toEpochDay();
        Instant earliest = now.plus(type.notice());
        return new Limits(
                today, today + type.windowDays(), earliest.getEpochSecond() + (earliest.getNano() > 0 ? 1 : 0));
    }

    /** Returns whether nothing before a wall-clock time can be had any more. */
    boolean isOver(Timeline timeline, long wall) {
        return timeline.latest(wall) <= earliest;
    }

    /** Returns an instant that is not too soon, but after the last day wherever that is. */
    long beyond() {
        return Math.max(earliest, (lastDay + 3) * DAY);
    }
}
