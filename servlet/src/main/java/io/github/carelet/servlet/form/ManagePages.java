package io.github.carelet.servlet.form;

import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.ManagedBooking;
import io.github.carelet.catalog.Address;
import io.github.carelet.catalog.Location;
import io.github.carelet.language.Messages;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a booking into words for the patient's page. */
record ManagePages(Pages pages) {

    /** Returns the page of a booking. */
    ManagePage page(ManageForms forms, Optional<MoveForm> move, Optional<Trouble> trouble) {
        Visitor visitor = forms.visitor();
        ManagedBooking booking = forms.booking();
        Messages words = visitor.words();
        Optional<Location> location = visitor.catalog().location(booking.location());
        ZoneId zone = location.map(Location::timeZone)
                .orElseGet(() -> visitor.catalog().clinic().timeZone());
        return new ManagePage(
                pages.shell(visitor, "form.title.manage")
                        .with(new LanguageSwitch(visitor.inOthers(forms::href), ""))
                        .telling(trouble.isPresent() ? Optional.empty() : News.of(visitor, booking.status())),
                trouble,
                words.text("form.status." + booking.status().code() + (booking.wasConfirmed() ? ".visit" : "")),
                next(words, booking, zone),
                booking.reference(),
                words.longDate(booking.requestedAt().atZone(zone).toLocalDate()),
                times(words, booking, zone),
                booking.start().isPresent(),
                location.map(each -> place(visitor, each)),
                known(visitor, location),
                new CalendarFile(visitor, booking).exists()
                        ? Optional.of(visitor.links().manage(forms.manageToken(), "/calendar.ics", Map.of()))
                        : Optional.empty(),
                forms.accept(),
                forms.moveLink(),
                move,
                forms.cancel(),
                forms.consents());
    }

    private static List<String> next(Messages words, ManagedBooking booking, ZoneId zone) {
        if (booking.status() != BookingStatus.REQUESTED) {
            return List.of(words.text("form.next." + booking.status().code()));
        }
        return booking.answerBy()
                .map(by -> List.of(
                        words.text(
                                "form.next.requested",
                                words.longDate(by.atZone(zone).toLocalDate())),
                        words.text(
                                booking.start().isPresent() ? "form.next.requested.kept" : "form.next.requested.hold")))
                .orElseGet(() -> List.of(words.text("form.next.requested.late")));
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
        return new Summary(visitor, new Choice(Optional.empty(), Optional.empty(), Optional.empty(), location))
                .settled();
    }

    private static ManagePage.Place place(Visitor visitor, Location location) {
        Address address = location.address();
        return new ManagePage.Place(
                visitor.say(location.name()), address.lines(), address.directions(), location.phone());
    }
}
