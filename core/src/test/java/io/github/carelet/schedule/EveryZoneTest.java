package io.github.carelet.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every zone that the JDK knows, on the days around every change of its clocks in several years. */
class EveryZoneTest {

    private static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void aroundEveryChangeOfClocksItListsWhatTheNaiveSearchLists() {
        int changes = 0;
        int slots = 0;
        int seen = 0;
        Set<ZoneRules> done = new HashSet<>();
        for (String zone : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneRules rules = ZoneId.of(zone).getRules();
            if (!done.add(rules)) {
                continue; // another name of the same clocks
            }
            for (Instant change : changes(rules)) {
                changes++;
                for (Sketch sketch : sketches(zone)) {
                    List<Slot> listed = listed(sketch, change);
                    assertThat(listed).as("%s at %s", zone, change).isEqualTo(naive(sketch, change));
                    slots += listed.size();
                    seen += starts(listed).equals(starts(listed(deaf(sketch, change), change))) ? 0 : 1;
                }
            }
        }
        System.out.println(
                "clocks: " + done.size() + " of " + ZoneId.getAvailableZoneIds().size() + " zones, changes "
                        + changes + "; slots otherwise than by the naive search: 0 of " + slots
                        + "; control, a finder that does not hear of the change: seen " + seen + " times");
        assertThat(changes).isGreaterThan(1_000);
        assertThat(seen).isGreaterThan(changes);
    }

    /** Around midnight and in the small hours, when clocks change; and every quarter of an hour of the day. */
    private static List<Sketch> sketches(String zone) {
        return List.of(
                Sketch.in(zone, "00:30-02:30", "22:15-00:15").taking(60, 30),
                Sketch.in(zone, "00:00-24:00").taking(45, 15));
    }

    private static Sketch deaf(Sketch sketch, Instant change) {
        ZoneOffset before = sketch.zone().getRules().getOffset(change.minusSeconds(1));
        return new Sketch(
                before,
                sketch.open(),
                sketch.offered(),
                sketch.mode(),
                sketch.times(),
                sketch.amounts(),
                sketch.practitioners());
    }

    private static List<Instant> changes(ZoneRules rules) {
        List<Instant> changes = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            changes.add(next.getInstant());
            next = rules.nextTransition(next.getInstant());
        }
        return changes;
    }

    private static Instant now(Instant change) {
        return change.minusSeconds(2 * 86_400);
    }

    private static LocalDate day(Sketch sketch, Instant change) {
        return change.atZone(sketch.zone()).toLocalDate();
    }

    private static List<Slot> listed(Sketch sketch, Instant change) {
        LocalDate day = day(sketch, change);
        List<Slot> listed = new ArrayList<>();
        sketch.finder()
                .find(new SlotQuery(day.minusDays(1), day.plusDays(1), now(change), Occupancy.NONE))
                .days()
                .forEach(each -> listed.addAll(each.slots()));
        return listed;
    }

    private static List<Slot> naive(Sketch sketch, Instant change) {
        NaiveSlots naive = new NaiveSlots(sketch, Taken.NOTHING, now(change));
        List<Slot> slots = new ArrayList<>();
        for (int ahead = -1; ahead <= 1; ahead++) {
            slots.addAll(naive.on(day(sketch, change).plusDays(ahead)));
        }
        return slots;
    }

    private static List<Instant> starts(List<Slot> slots) {
        return slots.stream().map(slot -> slot.start().toInstant()).toList();
    }
}
