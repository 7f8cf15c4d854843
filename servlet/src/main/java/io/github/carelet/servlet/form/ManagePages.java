package io.github.carelet.servlet.form;

import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.ManagedBooking;
import io.github.carelet.catalog.Address;
import io.github.carelet.catalog.Location;
import io.github.carelet.servlet.language.Messages;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a booking into words for the patient's page. */
record ManagePages(Pages pages, InstantSource clock) {

    private static final int LOOK_AHEAD_DAYS = 31;

    /** Returns the page of a booking. */
    ManagePage page(ManageForms forms, Optional<MoveForm> move, Optional<Trouble> trouble) {
        Visitor visitor = forms.visitor();
        ManagedBooking booking = forms.booking();
        Messages words = visitor.words();
        Optional<Location> location = visitor.catalog().location(booking.location());
        ZoneId zone = location.map(Location::timeZone)
                .orElseGet(() -> visitor.catalog().clinic().timeZone());
        return new ManagePage(
                pages.shell(visitor, "form.title.manage"),
                trouble,
                words.text("form.status." + booking.status().code()),
                next(visitor, booking, location, zone),
                booking.reference(),
                words.longDate(booking.requestedAt().atZone(zone).toLocalDate()),
                times(words, booking, zone),
                booking.start().isPresent(),
                location.map(each -> place(visitor, each)),
                known(visitor, location),
                new CalendarFile(visitor, booking).exists()
                        ? Optional.of(visitor.links().manage(forms.manageToken()) + "/calendar.ics")
                        : Optional.empty(),
                forms.accept(),
                forms.moveLink(),
                move,
                forms.cancel());
    }

    private List<String> next(Visitor visitor, ManagedBooking booking, Optional<Location> location, ZoneId zone) {
        Messages words = visitor.words();
        if (booking.status() != BookingStatus.REQUESTED) {
            return List.of(words.text("form.next." + booking.status().code()));
        }
        LocalDate answerBy = answerBy(visitor, booking, location, zone);
        boolean late = clock.instant().atZone(zone).toLocalDate().isAfter(answerBy);
        return late
                ? List.of(words.text("form.next.requested.late"))
                : List.of(
                        words.text("form.next.requested", words.longDate(answerBy)),
                        words.text(
                                booking.start().isPresent() ? "form.next.requested.kept" : "form.next.requested.hold"));
    }

    /** The day by which the clinic answers: if the location is closed then, the next day on which it is open. */
    private static LocalDate answerBy(
            Visitor visitor, ManagedBooking booking, Optional<Location> location, ZoneId zone) {
        Duration within = visitor.catalog().clinic().answerWithin();
        LocalDate day = booking.requestedAt().plus(within).atZone(zone).toLocalDate();
        return location.flatMap(Location::hours)
                .flatMap(hours -> Stream.iterate(day, each -> each.plusDays(1))
                        .limit(LOOK_AHEAD_DAYS)
                        .filter(each -> !hours.on(each).isEmpty())
                        .findFirst())
                .orElse(day);
    }

    private static List<String> times(Messages words, ManagedBooking booking, ZoneId zone) {
        RequestTimes inWords = new RequestTimes(words, Kept.nothing());
        return booking.start()
                .map(start -> List.of(time(words, start, zone)))
                .orElseGet(
                        () -> booking.preferred().stream().map(inWords::inWords).toList());
    }

    private static String time(Messages words, OffsetDateTime start, ZoneId zone) {
        return words.text(
                "form.time.in",
                words.longDate(start.atZoneSameInstant(zone).toLocalDate()),
                words.time(start, zone),
                words.zone(zone));
    }

    /** Of a choice of nothing but the place: what is to be brought for one treatment would tell which one it is. */
    private static List<io.github.carelet.servlet.fragment.Fact> known(Visitor visitor, Optional<Location> location) {
        return new Summary(visitor, new Choice(Optional.empty(), Optional.empty(), Optional.empty(), location)).known();
    }

    private static ManagePage.Place place(Visitor visitor, Location location) {
        Address address = location.address();
        return new ManagePage.Place(
                visitor.say(location.name()), address.lines(), address.directions(), location.phone());
    }
}
