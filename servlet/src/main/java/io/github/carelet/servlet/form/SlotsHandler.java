package io.github.carelet.servlet.form;

import io.github.carelet.Carelet;
import io.github.carelet.booking.Availability;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.servlet.form.SlotsQuery.Reading;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /api/slots}: which times are free, as JSON, for any origin. Says nothing of who has the others. Nobody may keep
 * an answer: it is true when it is given.
 */
record SlotsHandler(Carelet carelet, Visitors visitors) implements Handler {

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "Access-Control-Allow-Origin", "*",
            "Cross-Origin-Resource-Policy", "cross-origin",
            "X-Content-Type-Options", "nosniff");

    @Override
    public Reply handle(Exchange exchange) {
        return answer(exchange).with(HEADERS);
    }

    private Reply answer(Exchange exchange) {
        Visitor visitor = visitors.byQuery(exchange);
        Optional<Availability> availability = carelet.availability();
        if (availability.isEmpty()) {
            return Failure.of(404, "not_found").problem(visitor.words());
        }
        if (!exchange.isRead()) {
            return Failure.of(405, "method_not_allowed")
                    .problem(visitor.words())
                    .with("Allow", "GET, HEAD");
        }
        Reading reading = SlotsQuery.read(exchange.query(), visitor.catalog(), availability.get()::today);
        if (reading instanceof Reading.Refused refused) {
            return refused.failure().problem(visitor.words());
        }
        SlotsQuery query = ((Reading.Understood) reading).query();
        try {
            return new Reply(
                    200,
                    Map.of("Content-Type", "application/json"),
                    SlotsJson.write(availability.get().find(query.finder(), query.from(), query.to())));
        } catch (StoreUnavailableException e) {
            return Failure.of(503, "unavailable").problem(visitor.words());
        }
    }
}
