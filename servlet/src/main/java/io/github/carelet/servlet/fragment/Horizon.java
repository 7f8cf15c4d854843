package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.OpeningHours;
import io.github.carelet.servlet.fragment.Rendition.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
        Stream<Instant> reviews = Optional.ofNullable(turningDays.higher(day(now, zone))).stream()
                .map(day -> day.atStartOfDay(zone).toInstant());
        boolean live = rendition.kind().filter(Horizon::showsHours).isPresent()
                && catalog.locations().stream().anyMatch(each -> each.hours().isPresent());
        Stream<Instant> hours = live ? catalog.locations().stream().flatMap(each -> changes(each, now)) : Stream.of();
        return new Horizon(live, Stream.concat(reviews, hours).min(Instant::compareTo));
    }

    private static boolean showsHours(Kind kind) {
        return kind == Kind.CLINIC || kind == Kind.LOCATIONS;
    }

    private static Stream<Instant> changes(Location location, Instant now) {
        ZoneId zone = location.timeZone();
        Instant midnight = day(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
        Optional<Instant> next =
                location.hours().map(hours -> hours.at(now, zone)).flatMap(OpeningHours.State::until);
        return Stream.concat(Stream.of(midnight), next.stream());
    }

    private static LocalDate day(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate();
    }
}
