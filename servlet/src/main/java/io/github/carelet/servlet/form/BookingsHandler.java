package io.github.carelet.servlet.form;

import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;
import java.io.IOException;
import java.util.Optional;

/** {@code /bookings} and what is below it: which part answers what. */
record BookingsHandler(Visitors visitors, Pages pages, Handler submit, Handler manage) implements Handler {

    @Override
    public Reply handle(Exchange exchange) throws IOException {
        if (visitors.carelet().bookingDesk().isEmpty()) {
            return pages.notice(visitors.byQuery(exchange), 404, "phone", Optional.empty());
        }
        return exchange.segments().size() == 1 ? submit.handle(exchange) : manage.handle(exchange);
    }
}
