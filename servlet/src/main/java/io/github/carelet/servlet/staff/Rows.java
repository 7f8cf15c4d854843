package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.InboxEntry;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Puts bookings into words for lists. */
record Rows(Visit visit, Carelet carelet) {

    /** Returns the row of a booking. */
    ListPage.Row row(InboxEntry entry) {
        Booking booking = entry.booking();
        PatientWords words = new PatientWords(visit, catalog(), booking);
        boolean late = entry.isLate(now());
        Optional<PhoneNumber> phone = booking.patient().phone().map(PhoneNumber::new);
        return new ListPage.Row(
                late ? new State("late", visit.text("staff.state.late")) : State.of(booking.status(), visit.words()),
                late,
                waits(booking),
                due(entry),
                words.name(),
                visit.booking(booking.reference()),
                booking.reference(),
                visit.text("staff.list.what", words.type(), words.location()),
                when(booking),
                phone.map(PhoneNumber::display).orElse(""),
                phone.map(number -> number.link().href()).orElse(""),
                deed(booking));
    }

    private String waits(Booking booking) {
        return booking.status() == BookingStatus.REQUESTED
                ? clocks(booking).length(Duration.between(booking.createdAt(), now()))
                : "";
    }

    private String due(InboxEntry entry) {
        Booking booking = entry.booking();
        if (booking.status() == BookingStatus.REQUESTED) {
            return visit.text("staff.list.due", clocks(booking).at(entry.attendAt()));
        }
        return booking.offers().isEmpty()
                ? ""
                : visit.text("staff.list.offers", clocks(booking).at(entry.attendAt()));
    }

    private String when(Booking booking) {
        if (booking.start().isPresent()) {
            return clocks(booking).at(booking.start().get());
        }
        return booking.preferred().stream()
                .findFirst()
                .map(wish -> booking.preferred().size() == 1
                        ? Wishes.in(visit.words(), wish)
                        : visit.text(
                                "staff.list.wishes",
                                Wishes.in(visit.words(), wish),
                                booking.preferred().size() - 1))
                .orElse("");
    }

    /** What needs a choice or a word is done on the page of the booking. */
    private Optional<ListPage.RowDeed> deed(Booking booking) {
        return next(booking)
                .map(deed -> new ListPage.RowDeed(
                        visit.booking(booking.reference()) + "/" + deed.code() + "#top",
                        visit.text("staff.row." + deed.code()),
                        booking.version()));
    }

    private Optional<Deed> next(Booking booking) {
        return switch (booking.status()) {
            case REQUESTED ->
                Optional.of(Deed.CONFIRM).filter(any -> booking.seat().isPresent());
            case SUSPECT -> Optional.of(Deed.RELEASE);
            case CONFIRMED -> Optional.of(Deed.ARRIVE).filter(any -> isToday(booking));
            case ARRIVED -> Optional.of(Deed.COMPLETE);
            default -> Optional.empty();
        };
    }

    private boolean isToday(Booking booking) {
        Clocks clocks = clocks(booking);
        return booking.start()
                .filter(start -> clocks.day(start.toInstant()).equals(clocks.day(now())))
                .isPresent();
    }

    private Clocks clocks(Booking booking) {
        return new PatientWords(visit, catalog(), booking).clocks();
    }

    private Catalog catalog() {
        return carelet.publication().catalog();
    }

    private Instant now() {
        return carelet.clock().instant();
    }
}
