package io.github.carelet.booking;

import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.OpeningHours;
import io.github.carelet.catalog.OpeningHours.Span;
import io.github.carelet.catalog.OpeningHours.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Until when a clinic has promised to answer. Pure.
 *
 * <p>It is counted in the opening hours of the location, in its zone. A request that comes while it is closed counts as if
 * it came at the next opening. Whole days are days on which it is open: {@code P1D} from ten o'clock on a Friday leads to ten
 * o'clock on the Monday where the weekend is closed. What is left of the promise, or all of it if it is shorter than a day,
 * is open time: {@code PT4H} from an hour before closing leads to three hours after the next opening. Where that leads to a
 * time at which it is closed, the promise lasts until it opens.
 *
 * <p>A location whose hours are not known, or that does not open within a year, counts as always open.
 */
public final class AnswerPromise {

    private static final int LOOK_AHEAD_DAYS = 366;

    private final OpeningHours hours;
    private final ZoneId zone;

    private AnswerPromise(OpeningHours hours, ZoneId zone) {
        this.hours = hours;
        this.zone = zone;
    }

    /**
     * Returns the instant by which the clinic answers.
     *
     * @param location where the patient asked to come
     * @param within how soon the clinic answers
     * @param requestedAt when the patient asked
     */
    public static Instant deadline(Location location, Duration within, Instant requestedAt) {
        return location.hours()
                .flatMap(hours -> new AnswerPromise(hours, location.timeZone()).after(within, requestedAt))
                .orElseGet(() -> requestedAt.plus(within));
    }

    private Optional<Instant> after(Duration within, Instant requestedAt) {
        return opening(requestedAt)
                .flatMap(from -> days(from, within.toDays()))
                .flatMap(this::opening)
                .flatMap(from -> openTime(from, within.minusDays(within.toDays())))
                .flatMap(this::opening);
    }

    /** Returns the instant itself if it is open then, else the next opening. */
    private Optional<Instant> opening(Instant instant) {
        State state = hours.at(instant, zone);
        return state.open() ? Optional.of(instant) : state.until();
    }

    /** Returns the same time of day so many open days later. */
    private Optional<Instant> days(Instant from, long days) {
        if (days == 0) {
            return Optional.of(from);
        }
        LocalDateTime wall = from.atZone(zone).toLocalDateTime();
        return daysFrom(wall.toLocalDate().plusDays(1), LOOK_AHEAD_DAYS + 2 * days)
                .filter(day -> !hours.spans(day, zone).isEmpty())
                .skip(days - 1)
                .findFirst()
                .map(day -> day.atTime(wall.toLocalTime()).atZone(zone).toInstant());
    }

    private Optional<Instant> openTime(Instant from, Duration time) {
        if (time.isZero()) {
            return Optional.of(from);
        }
        Duration left = time;
        LocalDate today = from.atZone(zone).toLocalDate();
        // Yesterday's last hours may run past midnight, and a zone may have skipped yesterday.
        LocalDate first = today.minusDays(2);
        for (LocalDate day = first; day.isBefore(first.plusDays(LOOK_AHEAD_DAYS)); day = day.plusDays(1)) {
            for (Span span : hours.spans(day, zone)) {
                Instant start = span.start().isBefore(from) ? from : span.start();
                Duration open = Duration.between(start, span.end());
                if (!open.minus(left).isNegative()) {
                    return Optional.of(start.plus(left));
                }
                left = open.isNegative() ? left : left.minus(open);
            }
        }
        return Optional.empty();
    }

    private static Stream<LocalDate> daysFrom(LocalDate first, long count) {
        return Stream.iterate(first, day -> day.plusDays(1)).limit(count);
    }
}
