package io.github.carelet.calendar;

import io.github.carelet.calendar.Entry.Extra;
import io.github.carelet.schedule.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An event with all other versions of its times: when it takes somebody's time. Used by one thread. */
final class Series {

    /** More than any clock is off UTC. */
    private static final Duration MARGIN = Duration.ofDays(2);

    private final Stretch window;
    private final Budget budget;
    private final List<Entry> events = new ArrayList<>();
    private final Map<Instant, Entry> versions = new HashMap<>();
    private final NavigableMap<Instant, Entry> fromThenOn = new TreeMap<>();
    private final int line;

    /** Makes one of which the first entry is in that line. */
    Series(int line, Stretch window, Budget budget) {
        this.line = line;
        this.window = window;
        this.budget = budget;
    }

    int line() {
        return line;
    }

    /** Adds the event, or a version of one of its times. What is newer goes before what is older. */
    void add(Entry entry) {
        if (entry.instead().isPresent()) {
            addVersion(entry.instead().get().instant(), entry);
            return;
        }
        int newest = events.stream().mapToInt(Entry::sequence).max().orElse(entry.sequence());
        if (entry.sequence() > newest) {
            events.clear();
        }
        if (entry.sequence() >= newest) {
            events.add(entry);
        }
    }

    private void addVersion(Instant instead, Entry entry) {
        Entry newest = versions.merge(instead, entry, (one, other) -> other.sequence() >= one.sequence() ? other : one);
        if (newest.fromThenOn()) {
            fromThenOn.put(instead, newest);
        } else {
            fromThenOn.remove(instead);
        }
    }

    /** Returns when it takes somebody's time; more than that lies in the window may be among it. */
    List<Stretch> busy() {
        List<Stretch> busy = new ArrayList<>();
        versions.values().forEach(each -> add(each.start(), each, each.extent(), busy));
        events.forEach(each -> addTimes(each, busy));
        return busy;
    }

    private void addTimes(Entry event, List<Stretch> busy) {
        Set<Instant> except = new HashSet<>();
        event.except().forEach(each -> except.add(each.instant()));
        for (LocalDateTime local : starts(event)) {
            addUnlessReplaced(event, event.start().at(local), event.extent(), except, busy);
        }
        for (Extra extra : event.more()) {
            addUnlessReplaced(event, extra.start(), extra.extent(), except, busy);
        }
    }

    /** The first time is one of them, whether or not the rule hits it. */
    private Set<LocalDateTime> starts(Entry event) {
        Set<LocalDateTime> starts = new TreeSet<>(List.of(event.start().local()));
        Duration before = longest(event).plus(MARGIN);
        LocalDateTime from = LocalDateTime.ofInstant(window.from().minus(before), ZoneOffset.UTC);
        LocalDateTime to = LocalDateTime.ofInstant(window.until().plus(before), ZoneOffset.UTC);
        for (RecurrenceRule rule : event.rules()) {
            starts.addAll(new Recurrence(rule, event.start().local(), budget)
                    .between(from, Until.earlier(rule, event.start(), to)));
        }
        return starts;
    }

    /** A version that holds from then on may also move times into the window that were long before it, or after. */
    private Duration longest(Entry event) {
        Duration longest = event.extent().atMost();
        for (Entry version : fromThenOn.values()) {
            Duration needed = version.extent()
                    .atMost()
                    .plus(moved(version, version.start()).abs());
            longest = needed.compareTo(longest) > 0 ? needed : longest;
        }
        return longest;
    }

    private void addUnlessReplaced(
            Entry event, CalendarTime start, Extent extent, Set<Instant> except, List<Stretch> busy) {
        Instant instant = start.instant();
        if (except.contains(instant) || versions.containsKey(instant)) {
            return;
        }
        Map.Entry<Instant, Entry> changed = fromThenOn.lowerEntry(instant);
        if (changed == null) {
            add(start, event, extent, busy);
        } else {
            Entry version = changed.getValue();
            add(start.at(start.local().plus(moved(version, start))), version, version.extent(), busy);
        }
    }

    /** Returns by how much a version is later than what it stands for, on a clock. */
    private static Duration moved(Entry version, CalendarTime clock) {
        return Duration.between(
                version.instead().orElseThrow().on(clock.zone()),
                version.start().on(clock.zone()));
    }

    private void add(CalendarTime start, Entry entry, Extent extent, List<Stretch> busy) {
        budget.use(1);
        if (entry.busy()) {
            busy.add(new Stretch(start.instant(), extent.end(start)));
        }
    }
}
