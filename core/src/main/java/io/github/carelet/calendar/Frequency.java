package io.github.carelet.calendar;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** In which periods something recurs; the shortest last. */
enum Frequency {
    YEARLY(ChronoUnit.YEARS),
    MONTHLY(ChronoUnit.MONTHS),
    WEEKLY(ChronoUnit.WEEKS),
    DAILY(ChronoUnit.DAYS),
    HOURLY(ChronoUnit.HOURS),
    MINUTELY(ChronoUnit.MINUTES),
    SECONDLY(ChronoUnit.SECONDS);

    private final ChronoUnit unit;

    Frequency(ChronoUnit unit) {
        this.unit = unit;
    }

    ChronoUnit unit() {
        return unit;
    }

    /** Returns the beginning of the period that a time lies in. */
    LocalDateTime begin(LocalDateTime time, DayOfWeek weekStart) {
        return switch (this) {
            case YEARLY -> time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
            case MONTHLY -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            case WEEKLY -> time.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(weekStart));
            default -> time.truncatedTo(unit);
        };
    }

    boolean isLongerThan(Frequency other) {
        return compareTo(other) < 0;
    }
}
