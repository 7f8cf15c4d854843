package io.github.carelet.calendar;

import io.github.carelet.schedule.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When somebody is busy: in order, apart from each other, nothing twice. Immutable.
 *
 * @param known within which time that is known
 * @param taken the times
 */
record BusyTimes(Stretch known, List<Stretch> taken) {

    BusyTimes {
        taken = List.copyOf(taken);
    }

    /** Returns what any of some times takes, within the time that is known. */
    static BusyTimes of(Stretch known, List<Stretch> some) {
        List<Stretch> joined = new ArrayList<>();
        some.stream()
                .filter(each -> each.until().isAfter(known.from())
                        && each.from().isBefore(known.until())
                        && each.until().isAfter(each.from()))
                .map(each -> new Stretch(later(each.from(), known.from()), earlier(each.until(), known.until())))
                .sorted(Comparator.comparing(Stretch::from))
                .forEach(each -> join(each, joined));
        return new BusyTimes(known, joined);
    }

    private static void join(Stretch next, List<Stretch> joined) {
        int last = joined.size() - 1;
        if (last < 0 || joined.get(last).until().isBefore(next.from())) {
            joined.add(next);
        } else {
            Stretch before = joined.get(last);
            joined.set(last, new Stretch(before.from(), later(before.until(), next.until())));
        }
    }

    /** Returns what meets a time; what comes after the time that is known may be taken, so it is. */
    List<Stretch> during(Stretch time) {
        List<Stretch> met = new ArrayList<>();
        for (int i = firstAfter(time.from());
                i < taken.size() && taken.get(i).from().isBefore(time.until());
                i++) {
            met.add(taken.get(i));
        }
        if (time.until().isAfter(known.until())) {
            met.add(new Stretch(later(time.from(), known.until()), time.until()));
        }
        return met;
    }

    /** Returns the first that ends after an instant. */
    private int firstAfter(Instant instant) {
        int low = 0;
        int high = taken.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (taken.get(middle).until().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
