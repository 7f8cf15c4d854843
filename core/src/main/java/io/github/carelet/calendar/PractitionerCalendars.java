package io.github.carelet.calendar;

import io.github.carelet.booking.TakenTimes;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.FetchLimits;
import io.github.carelet.egress.WebFetcher;
import io.github.carelet.schedule.Occupancy;
import io.github.carelet.schedule.Resource;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The calendars of practitioners. What one says is taken takes the practitioner at every location. Whoever asks gets an
 * answer from memory; only {@link #refresh} reads anything. Of a calendar that was never read, all is taken; of one that
 * can't be read now, what was read last holds, also after a restart. Safe for use by many threads.
 */
public final class PractitionerCalendars implements TakenTimes, AutoCloseable {

    private final Map<Resource, WatchedCalendar> calendars = new LinkedHashMap<>();
    private final EgressGuard guard;
    private final InstantSource clock;
    private final Supplier<Catalog> catalog;
    private volatile Optional<WebFetcher> fetching = Optional.empty();
    private volatile boolean closed;

    /**
     * Makes one; reads nothing but what was kept.
     *
     * @param calendars where they are; at most one of each practitioner
     * @param guard says which addresses may be asked
     * @param clock says around when busy times are wanted
     * @param catalog gives the catalogue that holds now, whose locations have zones
     * @param kept the folder in which the last good readings are kept; made if absent
     */
    public PractitionerCalendars(
            List<PractitionerCalendar> calendars,
            EgressGuard guard,
            InstantSource clock,
            Supplier<Catalog> catalog,
            Optional<Path> kept) {
        this.guard = guard;
        this.clock = clock;
        this.catalog = catalog;
        Optional<KeptBusyTimes> folder = kept.map(KeptBusyTimes::new);
        calendars.forEach(each ->
                this.calendars.put(Resource.practitioner(each.practitioner()), new WatchedCalendar(each, folder)));
    }

    @Override
    public void addTo(Occupancy.Builder taken, Question question) {
        for (Resource resource : question.resources()) {
            Optional.ofNullable(calendars.get(resource))
                    .ifPresent(calendar -> calendar.taken(question.time())
                            .forEach(each -> taken.take(resource, each.from(), each.until())));
        }
    }

    /** Returns how much is known of each, in the order given. */
    public List<CalendarState> states() {
        return calendars.values().stream().map(WatchedCalendar::state).toList();
    }

    /** Looks for newer versions of all, one after the other. What can't be read changes nothing but its state. */
    public synchronized void refresh() {
        try (WebFetcher web = WebFetcher.open(guard, FetchLimits.of(CalendarLimits.STANDARD.bytes()))) {
            fetching = Optional.of(web);
            CalendarFetch fetch = new CalendarFetch(web, CalendarLimits.STANDARD.bytes());
            for (WatchedCalendar calendar : calendars.values()) {
                if (closed) {
                    return;
                }
                calendar.refresh(fetch, zone(calendar.practitioner()), clock.instant());
            }
        } finally {
            fetching = Optional.empty();
        }
    }

    /** Days, and times without a zone, are meant where the practitioner works; if that is in several zones, in the first. */
    private ZoneId zone(String practitioner) {
        Catalog now = catalog.get();
        return now.practitioner(practitioner).stream()
                .flatMap(each -> each.locations().stream())
                .flatMap(id -> now.location(id).stream())
                .map(location -> location.timeZone())
                .findFirst()
                .orElse(now.clinic().timeZone());
    }

    /** Ends a {@link #refresh} that is under way. */
    @Override
    public void close() {
        closed = true;
        fetching.ifPresent(WebFetcher::close);
    }
}
