package io.github.carelet.servlet.form;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.language.Messages;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Puts free times of a type into words, by the clocks of a zone. */
record SlotWords(Messages words, AppointmentType type, ZoneId zone) {

    /** Returns the time as it is sent. */
    static String value(OffsetDateTime start) {
        return ISO_OFFSET_DATE_TIME.format(start);
    }

    /** Returns the chip of a time; the mark is what is special about it. */
    FreeTimes.Chip chip(OffsetDateTime start, String label, String mark, Kept kept) {
        String full = words.text(
                "form.slots.label", day(start), time(start), type.duration().toMinutes());
        return new FreeTimes.Chip(
                value(start),
                label,
                mark.isEmpty() ? full : words.text("form.time.at", full, mark),
                mark,
                kept.picked(start));
    }

    /** Returns {@code Tuesday, December 1}. */
    String day(OffsetDateTime start) {
        return words.day(start.atZoneSameInstant(zone).toLocalDate());
    }

    /** Returns the time of day, with its offset where the clocks show it twice. */
    String time(OffsetDateTime start) {
        return words.time(start, zone);
    }

    /** Returns {@code Tuesday, December 1, 9:30 AM}. */
    String at(OffsetDateTime start) {
        return words.text("form.time.at", day(start), time(start));
    }
}
