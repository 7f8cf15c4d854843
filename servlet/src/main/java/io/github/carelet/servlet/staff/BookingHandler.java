package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import io.github.carelet.booking.ClinicOutcome;
import io.github.carelet.booking.OpenedBooking;
import io.github.carelet.servlet.http.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** {@code bookings/{reference}}: the page of one booking, and all that is done with it. */
final class BookingHandler {

    private final Carelet carelet;
    private final Pages pages;

    BookingHandler(Carelet carelet, Pages pages) {
        this.carelet = carelet;
        this.pages = pages;
    }

    /** Shows a booking. */
    Reply show(Visit visit) {
        return page(visit, open(visit), Optional.empty());
    }

    /** Does something with a booking, and shows it again. */
    Reply act(Visit visit) throws IOException {
        Optional<Deed> deed = Deed.of(visit.name("deed"));
        Optional<OpenedBooking> opened = open(visit);
        if (deed.isEmpty() || opened.isEmpty()) {
            return pages.notice(visit, 404, "unknown");
        }
        Posted posted =
                Posted.read(visit.exchange(), visit.user(), carelet.userTokens().orElseThrow());
        Doing doing = new Doing(visit, carelet, opened.get().booking(), posted.submission());
        Optional<Tried> tried = posted.problem().isPresent()
                ? Optional.of(doing.failed(
                        deed.get(), posted.status(), posted.problem().get()))
                : doing.problem(deed.get());
        return tried.isPresent() ? page(visit, opened, tried) : answer(visit, deed.get(), doing, opened);
    }

    /** What was opened before is shown, unless somebody else has changed it since. */
    private Reply answer(Visit visit, Deed deed, Doing doing, Optional<OpenedBooking> opened) {
        ClinicOutcome outcome = doing.on(deed);
        boolean outdated = outcome instanceof ClinicOutcome.Outdated;
        Optional<OpenedBooking> now = outdated ? open(visit) : opened;
        boolean done = outcome instanceof ClinicOutcome.Done || (outdated && isDoneAlready(visit, deed, doing, now));
        String there = visit.href("bookings/" + visit.name("reference"), Map.of("done", deed.code())) + "#top";
        return done ? Reply.of(303).with("Location", there) : page(visit, now, Optional.of(doing.tried(deed, outcome)));
    }

    /** A button that was pressed twice does not tell whoever pressed it that they were too late for themselves. */
    private static boolean isDoneAlready(Visit visit, Deed deed, Doing doing, Optional<OpenedBooking> now) {
        return now.stream()
                .flatMap(opened -> opened.history().stream())
                .reduce((earlier, later) -> later)
                .filter(last -> last.version() == doing.version() + 1)
                .filter(last -> last.actor().equals(visit.user().name()))
                .filter(deed::made)
                .isPresent();
    }

    private Reply page(Visit visit, Optional<OpenedBooking> opened, Optional<Tried> tried) {
        if (opened.isEmpty()) {
            return pages.notice(visit, 404, "unknown");
        }
        BookingView view = new BookingView(visit, carelet, pages, opened.get(), tried);
        return pages.page(tried.map(Tried::status).orElse(200), "staff/booking.jte", view.page());
    }

    private Optional<OpenedBooking> open(Visit visit) {
        return pages.inbox(visit).open(visit.name("reference"));
    }
}
