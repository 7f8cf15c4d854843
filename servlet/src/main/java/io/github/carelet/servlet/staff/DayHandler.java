package io.github.carelet.servlet.staff;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.carelet.Carelet;
import io.github.carelet.booking.DayEntry;
import io.github.carelet.booking.InboxEntry;
import io.github.carelet.catalog.Location;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.http.Reply;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code day}: the visits of a day or a week at a location. */
final class DayHandler {

    private static final int WEEK = 7;

    private final Carelet carelet;
    private final Pages pages;

    DayHandler(Carelet carelet, Pages pages) {
        this.carelet = carelet;
        this.pages = pages;
    }

    /** Which days where. */
    private record Wanted(Location location, LocalDate day, boolean week) {

        Wanted on(LocalDate other) {
            return new Wanted(location, other, week);
        }

        int days() {
            return week ? WEEK : 1;
        }

        String href(Visit visit) {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("location", location.id());
            parameters.put("day", day.toString());
            if (week) {
                parameters.put("view", "week");
            }
            return visit.href("day", parameters);
        }
    }

    /** Shows them. */
    Reply show(Visit visit) {
        List<Location> locations = carelet.publication().catalog().locations();
        if (locations.isEmpty()) {
            return pages.notice(visit, 404, "unknown");
        }
        Wanted wanted = wanted(visit.exchange().query(), locations);
        String language = visit.words().language();
        String first = visit.words().longDate(wanted.day());
        DayPage page = new DayPage(
                pages.shell(visit, "day", visit.text("staff.page.day")),
                wanted.week() ? visit.text("staff.day.week", first) : first,
                wanted.location().name().in(language).value(),
                visit.href("day"),
                locations.stream()
                        .map(each ->
                                new Choice(each.id(), each.name().in(language).value(), each.equals(wanted.location())))
                        .toList(),
                wanted.day().toString(),
                wanted.week(),
                wanted.on(wanted.day().minusDays(wanted.days())).href(visit),
                wanted.on(wanted.day().plusDays(wanted.days())).href(visit),
                new Wanted(wanted.location(), wanted.day(), !wanted.week()).href(visit),
                pages.token(visit),
                days(visit, wanted));
        return pages.page(200, "staff/day.jte", page);
    }

    private Wanted wanted(Query query, List<Location> locations) {
        Location location = query.first("location")
                .flatMap(id -> carelet.publication().catalog().location(id))
                .orElse(locations.get(0));
        LocalDate day = query.first("day")
                .flatMap(FreeTimes::day)
                .filter(each -> each.getYear() > 1900 && each.getYear() < 3000)
                .orElseGet(() -> LocalDate.ofInstant(carelet.clock().instant(), location.timeZone()));
        return new Wanted(
                location, day, query.first("view").filter("week"::equals).isPresent());
    }

    private List<DayPage.Day> days(Visit visit, Wanted wanted) {
        Location location = wanted.location();
        Clocks clocks = new Clocks(visit.words(), location.timeZone());
        Rows rows = new Rows(visit, carelet);
        LocalDate last = wanted.day().plusDays(wanted.days() - 1);
        Map<LocalDate, List<DayPage.Visit>> visits = pages.inbox(visit).days(location.id(), wanted.day(), last).stream()
                .collect(groupingBy(
                        entry -> entry.start().toLocalDate(), mapping(entry -> visit(entry, clocks, rows), toList())));
        return Stream.iterate(wanted.day(), day -> day.plusDays(1))
                .limit(wanted.days())
                .map(day -> new DayPage.Day(visit.words().day(day), visits.getOrDefault(day, List.of())))
                .toList();
    }

    private static DayPage.Visit visit(DayEntry entry, Clocks clocks, Rows rows) {
        return new DayPage.Visit(
                clocks.time(entry.start()),
                entry.offered(),
                rows.row(new InboxEntry(entry.booking(), entry.start().toInstant(), false)));
    }
}
