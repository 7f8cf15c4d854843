package io.github.carelet.servlet.form;

import io.github.carelet.Carelet;
import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.FormToken;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.catalog.Consent;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.http.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /api/token}: a token, and the texts that a patient agrees to, for a form that the host itself shows. Answers no
 * other origin.
 */
record TokenHandler(Carelet carelet, Visitors visitors, Pages pages) implements Handler {

    @Override
    public Reply handle(Exchange exchange) {
        Visitor visitor = visitors.byQuery(exchange);
        Optional<BookingDesk> desk = carelet.bookingDesk();
        if (desk.isEmpty()) {
            return problem(visitor, Failure.of(404, "not_found"));
        }
        if (!exchange.isRead()) {
            return problem(visitor, Failure.of(405, "method_not_allowed")).with("Allow", "GET, HEAD");
        }
        Query query = exchange.query();
        boolean knowsType = query.first("type")
                .map(id -> visitor.catalog().appointmentType(id).isPresent())
                .orElse(true);
        if (!knowsType || !visitors.accepts(query)) {
            return problem(visitor, Failure.of(400, "parameter"));
        }
        return Reply.json(200, json(visitor, desk.get())).with(pages.headers().ofAnswer(visitor.partner()));
    }

    private Reply problem(Visitor visitor, Failure failure) {
        return failure.problem(visitor.words()).with(pages.headers().ofAnswer(visitor.partner()));
    }

    private static Map<String, Object> json(Visitor visitor, BookingDesk desk) {
        FormToken token = desk.issueToken(visitor.partner().map(partner -> partner.id()));
        Clinic clinic = visitor.catalog().clinic();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("token", token.value());
        json.put("expires", token.expires().toString());
        json.put("consent", json(visitor, clinic.consent()));
        visitor.ref(desk, token.value()).ifPresent(ref -> json.put("ref", ref));
        clinic.smsConsent().ifPresent(sms -> json.put("smsConsent", json(visitor, sms)));
        clinic.marketingConsent().ifPresent(news -> json.put("marketingConsent", json(visitor, news)));
        return json;
    }

    private static Map<String, String> json(Visitor visitor, Consent consent) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("version", consent.version());
        json.put("text", visitor.say(consent.text()).value());
        return json;
    }
}
