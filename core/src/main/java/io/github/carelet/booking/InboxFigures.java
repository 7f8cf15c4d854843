package io.github.carelet.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came in within a time, in numbers: of all bookings but those that a machine is suspected of. The store adds them up
 * itself, and opens nothing that is sealed for it.
 *
 * @param quarters how many came in a quarter of an hour, by its first instant; no local day begins within one
 * @param partners the same bookings by the partner that they came through
 * @param sources the same bookings by where they came from; those that do not say so are not in it. What anybody can write into
 *     a link is bounded: of each partner, {@link #MOST_SOURCES} stand for themselves, those with most bookings, and all others
 *     are one row without an id, after them
 * @param types the same bookings by appointment type
 * @param answers how many requests were first answered how soon, as clocks run, not as the clinic is open; who called it off
 *     before is in none
 */
public record InboxFigures(
        Map<Instant, Long> quarters,
        List<Share> partners,
        List<Referred> sources,
        List<Share> types,
        Map<Answered, Long> answers) {

    /** The length of a quarter of an hour. */
    public static final Duration QUARTER = Duration.ofMinutes(15);

    /** How many sources of one partner, or of the clinic's own pages, stand for themselves. */
    public static final int MOST_SOURCES = 20;

    /** Copies the collections. */
    public InboxFigures {
        quarters = Map.copyOf(quarters);
        partners = List.copyOf(partners);
        sources = List.copyOf(sources);
        types = List.copyOf(types);
        answers = Map.copyOf(answers);
    }

    /**
     * Some of the bookings, and how far they came.
     *
     * @param id of a partner or a type, or a source; empty if there is none, or of several sources together
     * @param sent how many there are
     * @param confirmed how many of these were confirmed at any time
     * @param came to how many of these the patient came
     */
    public record Share(Optional<String> id, long sent, long confirmed, long came) {

        private Share plus(Share other) {
            return new Share(id, sent + other.sent, confirmed + other.confirmed, came + other.came);
        }
    }

    /**
     * What came from one place of a partner.
     *
     * @param partner id of the partner; empty for the clinic's own pages
     * @param share how far it came, by its source; without an id it is of all sources that do not stand for themselves
     */
    public record Referred(Optional<String> partner, Share share) {}

    /** How soon the clinic answered first. */
    public enum Answered {
        /** Within an hour. */
        HOUR(Duration.ofHours(1)),
        /** Within four hours. */
        FOUR_HOURS(Duration.ofHours(4)),
        /** Within a day. */
        DAY(Duration.ofDays(1)),
        /** Within two days. */
        TWO_DAYS(Duration.ofDays(2)),
        /** Later. */
        LATER(Duration.ofDays(36_500)),
        /** Not yet. */
        WAITING(Duration.ZERO);

        private final Duration most;

        Answered(Duration most) {
            this.most = most;
        }

        /** Returns the longest that an answer took; nothing where there is none. */
        public Duration most() {
            return most;
        }
    }

    /** Returns how far all of them came. */
    public Share all() {
        return types.stream().reduce(new Share(Optional.empty(), 0, 0, 0), Share::plus);
    }

    /** Returns how many came on each day of a place, from one day to another, the latter included. */
    public NavigableMap<LocalDate, Long> perDay(ZoneId zone, LocalDate from, LocalDate to) {
        NavigableMap<LocalDate, Long> days = new TreeMap<>();
        from.datesUntil(to.plusDays(1)).forEach(day -> days.put(day, 0L));
        quarters.forEach((at, many) -> days.computeIfPresent(LocalDate.ofInstant(at, zone), (day, sum) -> sum + many));
        return days;
    }
}
