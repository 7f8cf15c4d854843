package io.github.carelet.calendar;

import java.util.List;
import java.util.Optional;

/**
 * An event, or another version of one of its times.
 *
 * @param uid what its versions have in common; empty if it has none
 * @param sequence the higher, the newer
 * @param start when it begins the first time
 * @param extent how long it lasts
 * @param busy whether it takes anybody's time
 * @param instead of which time of the event it is another version; empty if it is the event
 * @param fromThenOn whether that holds for all later times too
 * @param rules how it recurs
 * @param more when else it happens, and how long
 * @param except when it does not
 */
record Entry(
        Optional<String> uid,
        int sequence,
        CalendarTime start,
        Extent extent,
        boolean busy,
        Optional<CalendarTime> instead,
        boolean fromThenOn,
        List<RecurrenceRule> rules,
        List<Extra> more,
        List<CalendarTime> except) {

    Entry {
        rules = List.copyOf(rules);
        more = List.copyOf(more);
        except = List.copyOf(except);
    }

    /** A time that was added by itself. */
    record Extra(CalendarTime start, Extent extent) {}

    /** Not who or what it is about; only when. */
    @Override
    public String toString() {
        return "Entry[" + start.local() + "]";
    }
}
