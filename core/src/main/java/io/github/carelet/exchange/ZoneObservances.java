package io.github.carelet.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the clocks of a zone show around an instant, as a {@code VTIMEZONE} (RFC 5545, 3.6.5): the two changes before it and those
 * of the year after it, each on its own. That is all that a single visit needs, and exact where rules are not.
 *
 * @param zone the zone
 * @param changes what applies from when on, in order
 */
record ZoneObservances(ZoneId zone, List<Change> changes) {

    private static final Duration AFTER = Duration.ofDays(366);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1970, 1, 1, 0, 0);

    ZoneObservances {
        changes = List.copyOf(changes);
    }

    /**
     * A change of the clocks.
     *
     * @param at the time that the clock showed last, by the offset before
     * @param summer whether daylight saving applies from then on
     */
    record Change(LocalDateTime at, ZoneOffset before, ZoneOffset after, boolean summer) {}

    static ZoneObservances of(ZoneId zone, Instant instant) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition last = rules.previousTransition(instant.plusMillis(1));
        ZoneOffsetTransition first = last == null ? null : rules.previousTransition(last.getInstant());
        Instant from = first == null ? Instant.EPOCH : first.getInstant();
        List<Change> changes = new ArrayList<>();
        if (first == null) {
            ZoneOffset offset = rules.getOffset(from);
            changes.add(new Change(ALWAYS, offset, offset, rules.isDaylightSavings(from)));
        } else {
            changes.add(change(rules, first));
        }
        ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null && next.getInstant().isBefore(instant.plus(AFTER))) {
            changes.add(change(rules, next));
            next = rules.nextTransition(next.getInstant());
        }
        return new ZoneObservances(zone, changes);
    }

    private static Change change(ZoneRules rules, ZoneOffsetTransition transition) {
        return new Change(
                transition.getDateTimeBefore(),
                transition.getOffsetBefore(),
                transition.getOffsetAfter(),
                rules.isDaylightSavings(transition.getInstant()));
    }

    void writeTo(ContentLines lines) {
        lines.add("BEGIN", "VTIMEZONE");
        lines.add("TZID", zone.getId());
        for (Change change : changes) {
            String component = change.summer() ? "DAYLIGHT" : "STANDARD";
            lines.add("BEGIN", component);
            lines.add("DTSTART", LOCAL.format(change.at()));
            lines.add("TZOFFSETFROM", offset(change.before()));
            lines.add("TZOFFSETTO", offset(change.after()));
            lines.add("END", component);
        }
        lines.add("END", "VTIMEZONE");
    }

    private static String offset(ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        String text = String.format(
                Locale.ROOT, "%s%02d%02d", offset.getTotalSeconds() < 0 ? "-" : "+", seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? text : text + String.format(Locale.ROOT, "%02d", seconds % 60);
    }
}
