package io.github.carelet.servlet.form;

import io.github.carelet.Carelet;
import io.github.carelet.booking.BookingOutcome.Rehearsed;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Document;
import java.util.List;

/** What a form is answered that was sent only to see that it arrives: as a booking would be, by a page with the same headers. */
record RehearsalPages(Carelet carelet, Pages pages) {

    Reply answer(Exchange exchange, Rehearsed rehearsed, Visitor visitor) {
        Messages words = carelet.languages().forStaff(List.of(visitor.language()));
        Document document = new Document(
                        words.language(),
                        words.direction(),
                        words.text("doctor.heading"),
                        pages.assets().staffStylesheet(exchange.base()),
                        false)
                .with(List.of(pages.assets().doctorScript(exchange.base())));
        String verdict = rehearsed.whole() ? "whole" : "changed";
        RehearsalPage page = new RehearsalPage(document, verdict, words.text("doctor.trial." + verdict));
        return Reply.html(200, pages.templates().render("form/rehearsal.jte", page))
                .with(pages.headers().ofAnswer(visitor.partner()));
    }
}
