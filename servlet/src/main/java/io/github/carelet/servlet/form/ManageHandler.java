package io.github.carelet.servlet.form;

import io.github.carelet.Carelet;
import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.ChangeOutcome;
import io.github.carelet.booking.FieldError;
import io.github.carelet.booking.ManagedBooking;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.booking.Submission;
import io.github.carelet.servlet.form.SubmissionBody.Reading;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /bookings/{token}}: the patient's page, and {@code …/cancel}. A GET changes nothing; an unknown token and one that
 * can't be a token get the same answer.
 */
final class ManageHandler implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(ManageHandler.class);

    private final Carelet carelet;
    private final Visitors visitors;
    private final Pages pages;
    private final ManagePages manage;

    ManageHandler(Carelet carelet, Visitors visitors, Pages pages) {
        this.carelet = carelet;
        this.visitors = visitors;
        this.pages = pages;
        this.manage = new ManagePages(pages, carelet.clock());
    }

    @Override
    public Reply handle(Exchange exchange) throws IOException {
        Visitor visitor = visitors.byQuery(exchange);
        List<String> segments = exchange.segments();
        try {
            if (segments.size() == 2) {
                return exchange.isRead() ? show(exchange, visitor, segments.get(1)) : wrongMethod(visitor, "GET, HEAD");
            }
            if (segments.size() == 3 && segments.get(2).equals("cancel")) {
                return exchange.method().equals("POST")
                        ? cancel(exchange, visitor, segments.get(1))
                        : wrongMethod(visitor, "POST");
            }
        } catch (StoreUnavailableException e) {
            LOG.warn("The store can't be asked for a booking: {}", e.getMessage());
            return pages.notice(visitor, 503, "unavailable", Optional.empty()).with("Retry-After", "60");
        }
        return unknown(visitor);
    }

    private Reply show(Exchange exchange, Visitor visitor, String token) {
        return desk().find(token)
                .map(booking -> page(patient(exchange, booking), token, booking, Optional.empty(), nothingTyped()))
                .orElseGet(() -> unknown(visitor));
    }

    private Reply cancel(Exchange exchange, Visitor visitor, String token) throws IOException {
        Reading reading = SubmissionBody.read(exchange);
        if (reading instanceof Reading.Unreadable unreadable) {
            return again(exchange, visitor, token, unreadable.failure(), nothingTyped());
        }
        Submission submission = ((Reading.Fields) reading).submission();
        ChangeOutcome outcome = desk().cancel(token, submission);
        if (outcome instanceof ChangeOutcome.Changed) {
            Optional<String> partner = desk().find(token).flatMap(ManagedBooking::partner);
            return Reply.of(303)
                    .with("Location", visitor.links().manage(token) + "#top")
                    .with(pages.headers().ofAnswer(partner.flatMap(carelet::partner)));
        }
        if (outcome instanceof ChangeOutcome.Unknown) {
            return unknown(visitor);
        }
        return again(exchange, visitor, token, failure(outcome), submission);
    }

    private static Failure failure(ChangeOutcome outcome) {
        if (outcome instanceof ChangeOutcome.TokenRefused refused) {
            return Failure.ofToken(refused.expired());
        }
        if (outcome instanceof ChangeOutcome.Invalid invalid) {
            return new Failure(422, "invalid", invalid.errors(), true);
        }
        if (outcome instanceof ChangeOutcome.NotPossible) {
            return Failure.of(409, "not_possible");
        }
        return Failure.of(503, "unavailable");
    }

    private Reply again(Exchange exchange, Visitor visitor, String token, Failure failure, Submission typed) {
        return desk().find(token)
                .map(booking -> page(patient(exchange, booking), token, booking, Optional.of(failure), typed))
                .orElseGet(() -> unknown(visitor));
    }

    private Visitor patient(Exchange exchange, ManagedBooking booking) {
        return visitors.of(exchange, Optional.of(booking.language()), booking.partner());
    }

    private Reply page(
            Visitor visitor, String token, ManagedBooking booking, Optional<Failure> failure, Submission typed) {
        List<FieldError> errors = failure.map(Failure::errors).orElseGet(List::of);
        Kept kept = new Kept(typed, errors);
        ManagePage.CancelForm form = new ManagePage.CancelForm(
                visitor.links().cancel(token) + "#top",
                desk().issueToken(booking.partner()).value(),
                kept.value("reason"),
                kept.error("reason", visitor.words()));
        Optional<Trouble> trouble = failure.map(each -> trouble(visitor, each));
        ManagePage page = manage.page(visitor, booking, trouble, Optional.of(form));
        return pages.answer(visitor, failure.map(Failure::status).orElse(200), "form/manage.jte", page);
    }

    private static Trouble trouble(Visitor visitor, Failure failure) {
        List<Trouble.Entry> entries = failure.errors().stream()
                .map(error -> new Trouble.Entry(
                        Kept.message(error, visitor.words()), error.field().equals("reason") ? "carelet-reason" : ""))
                .distinct()
                .toList();
        return new Trouble(visitor.words().text("form.trouble." + failure.code()), entries);
    }

    private Reply unknown(Visitor visitor) {
        return pages.notice(visitor, 404, "unknown");
    }

    private Reply wrongMethod(Visitor visitor, String allow) {
        return pages.notice(visitor, 405, "method").with("Allow", allow);
    }

    private static Submission nothingTyped() {
        return new Submission(Map.of());
    }

    private BookingDesk desk() {
        return carelet.bookingDesk().orElseThrow();
    }
}
