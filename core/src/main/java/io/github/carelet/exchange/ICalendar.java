package io.github.carelet.exchange;

import io.github.carelet.catalog.Geo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a visit as an iCalendar file (RFC 5545): {@code text/calendar; charset=utf-8}. Times are those of the clock on
 * the wall of the place, with the rules of its zone in the file, so that every calendar shows the hour that the clinic
 * means; a visit that begins or ends in an hour that exists twice is written in UTC. The same visit gives the same bytes. Stateless.
 */
public final class ICalendar {

    /** The media type of what is written. */
    public static final String MEDIA_TYPE = "text/calendar; charset=utf-8";

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    private ICalendar() {}

    /** Returns the file. */
    public static byte[] write(CalendarEntry entry) {
        return write(entry, Optional.empty());
    }

    /** Returns the file as it is sent to somebody, with a method by iTIP (RFC 5546). */
    public static byte[] write(CalendarEntry entry, Invitation invitation) {
        return write(entry, Optional.of(invitation));
    }

    private static byte[] write(CalendarEntry entry, Optional<Invitation> invitation) {
        ContentLines lines = new ContentLines();
        lines.add("BEGIN", "VCALENDAR");
        lines.add("VERSION", "2.0");
        lines.add("PRODID", "-//Carelet//Carelet//EN");
        lines.add("CALSCALE", "GREGORIAN");
        invitation.ifPresent(each -> lines.add("METHOD", each.method().name()));
        boolean zoned = isUnambiguous(entry);
        if (zoned) {
            ZoneObservances.of(entry.zone(), entry.start().toInstant()).writeTo(lines);
        }
        event(entry, invitation, zoned, lines);
        lines.add("END", "VCALENDAR");
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 5545 reads a local time that exists twice as the first of the two, but not every calendar does. */
    private static boolean isUnambiguous(CalendarEntry entry) {
        return existsOnce(entry.start(), entry.zone())
                && existsOnce(entry.start().plus(entry.duration()), entry.zone());
    }

    private static boolean existsOnce(OffsetDateTime time, ZoneId zone) {
        return zone.getRules()
                        .getValidOffsets(time.atZoneSameInstant(zone).toLocalDateTime())
                        .size()
                == 1;
    }

    private static void event(CalendarEntry entry, Optional<Invitation> invitation, boolean zoned, ContentLines lines) {
        lines.add("BEGIN", "VEVENT");
        lines.add("UID", entry.uid());
        lines.add("SEQUENCE", Integer.toString(entry.sequence()));
        lines.add("DTSTAMP", utc(entry.changedAt()));
        lines.add("LAST-MODIFIED", utc(entry.changedAt()));
        time("DTSTART", entry.start(), entry.zone(), zoned, lines);
        time("DTEND", entry.start().plus(entry.duration()), entry.zone(), zoned, lines);
        lines.add("STATUS", entry.status().name());
        lines.addText("SUMMARY", entry.summary());
        if (!entry.description().isEmpty()) {
            lines.addText("DESCRIPTION", entry.description());
        }
        if (!entry.place().isEmpty()) {
            lines.addText("LOCATION", String.join(", ", entry.place()));
        }
        entry.geo().ifPresent(geo -> lines.add("GEO", geo(geo)));
        lines.add("CLASS", "PRIVATE");
        invitation.ifPresent(each -> each.writeTo(lines));
        lines.add("END", "VEVENT");
    }

    private static void time(String name, OffsetDateTime time, ZoneId zone, boolean zoned, ContentLines lines) {
        if (zoned) {
            LocalDateTime there = time.atZoneSameInstant(zone).toLocalDateTime();
            lines.add(name + ";TZID=" + zone.getId(), LOCAL.format(there));
        } else {
            lines.add(name, utc(time.toInstant()));
        }
    }

    private static String utc(Instant instant) {
        return UTC.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String geo(Geo geo) {
        return String.format(Locale.ROOT, "%.6f;%.6f", geo.lat(), geo.lng());
    }
}
