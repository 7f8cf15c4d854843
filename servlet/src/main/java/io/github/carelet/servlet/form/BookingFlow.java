package io.github.carelet.servlet.form;

import io.github.carelet.Carelet;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Templates;

/**
 * The handlers of the booking flow, for the routes below a mount. Without a booking desk they lead to the Carelet that has
 * one, or say whom to call. Safe for use by many threads.
 */
public final class BookingFlow {

    private final Handler book;
    private final Handler bookings;
    private final Handler token;
    private final Handler slots;

    /** Makes the handlers of a Carelet. */
    public BookingFlow(Carelet carelet, Templates templates, Assets assets) {
        Pages pages = new Pages(templates, assets, new FormHeaders(carelet.publicUrl(), carelet.crossOriginIsolated()));
        Visitors visitors = new Visitors(carelet);
        Handler submit = new SubmitHandler(carelet, visitors, pages, new Throttle(carelet.limits(), carelet.clock()));
        Handler manage = new ManageHandler(carelet, visitors, pages);
        this.book = new BookHandler(carelet, visitors, pages);
        this.bookings = new BookingsHandler(visitors, pages, submit, manage);
        this.token = new TokenHandler(carelet, visitors, pages);
        this.slots = new SlotsHandler(carelet, visitors);
    }

    /** Returns what answers {@code /book}: the steps of the form. */
    public Handler book() {
        return book;
    }

    /** Returns what answers {@code /bookings} and everything below: filled in forms, and the patients' pages. */
    public Handler bookings() {
        return bookings;
    }

    /** Returns what answers {@code /api/token}: a token for a form that somebody else shows. */
    public Handler token() {
        return token;
    }

    /** Returns what answers {@code /api/slots}: which times are free. */
    public Handler slots() {
        return slots;
    }
}
