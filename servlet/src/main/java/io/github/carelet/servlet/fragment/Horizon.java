package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.OpeningHours;
import io.github.carelet.servlet.fragment.Rendition.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a rendition stays true.
 *
 * @param live whether it says open, closed or today
 * @param end from when on it may be wrong; empty if only a new catalogue changes it
 */
record Horizon(boolean live, Optional<Instant> end) {

    /** Returns the horizon of a rendition that is made now. */
    static Horizon of(Catalog catalog, NavigableSet<LocalDate> turningDays, Rendition rendition, Instant now) {
        if (rendition.status() != Status.OK) {
            return new Horizon(false, Optional.empty());
        }
        ZoneId zone = catalog.clinic().timeZone();
        Stream<Instant> reviews =
                Optional.ofNullable(turningDays.higher(day(now, zone))).stream().flatMap(day -> starts(day, zone, now));
        List<Location> shown = withHours(catalog, rendition);
        Stream<Instant> hours = shown.stream().flatMap(each -> changes(each, now));
        return new Horizon(!shown.isEmpty(), Stream.concat(reviews, hours).min(Instant::compareTo));
    }

    /** Returns the locations whose hours are told. */
    private static List<Location> withHours(Catalog catalog, Rendition rendition) {
        Optional<String> only = rendition.id().or(rendition::location);
        return rendition.kind().filter(Horizon::showsHours).stream()
                .flatMap(kind -> catalog.locations().stream())
                .filter(each -> each.hours().isPresent())
                .filter(each -> only.map(each.id()::equals).orElse(true))
                .toList();
    }

    private static boolean showsHours(Kind kind) {
        return kind == Kind.CLINIC || kind == Kind.LOCATIONS;
    }

    private static Stream<Instant> changes(Location location, Instant now) {
        ZoneId zone = location.timeZone();
        Stream<Instant> midnight = starts(day(now, zone).plusDays(1), zone, now);
        Optional<Instant> next =
                location.hours().map(hours -> hours.at(now, zone)).flatMap(OpeningHours.State::until);
        Stream<Instant> words = next.map(until -> until.minus(HoursWords.WITHOUT_DAY)).stream();
        return Stream.concat(midnight, Stream.concat(next.stream(), words)).filter(now::isBefore);
    }

    /**
     * Returns when a day may start. Clocks that are set back over midnight start it twice, and end it once before it is
     * over; so the day on which that happens is looked at again when it does.
     */
    private static Stream<Instant> starts(LocalDate day, ZoneId zone, Instant now) {
        Stream<Instant> midnights = Stream.concat(
                Stream.of(day.atStartOfDay(zone).toInstant()),
                zone.getRules().getValidOffsets(day.atStartOfDay()).stream()
                        .map(offset -> day.atStartOfDay().toInstant(offset)));
        Stream<Instant> shift = Optional.ofNullable(zone.getRules().nextTransition(now)).stream()
                .map(ZoneOffsetTransition::getInstant);
        return Stream.concat(midnights, shift).filter(now::isBefore);
    }

    private static LocalDate day(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate();
    }
}
