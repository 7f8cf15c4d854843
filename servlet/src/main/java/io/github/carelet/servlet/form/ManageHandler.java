package io.github.carelet.servlet.form;

import io.github.carelet.Carelet;
import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.BookingOutcome;
import io.github.carelet.booking.ChangeOutcome;
import io.github.carelet.booking.FieldError;
import io.github.carelet.booking.ManagedBooking;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.booking.Submission;
import io.github.carelet.language.LanguageTag;
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
 * {@code /bookings/{token}}: the patient's page, its actions, and its file for a calendar. A GET changes nothing; an unknown token and one that
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
        this.manage = new ManagePages(pages);
    }

    @Override
    public Reply handle(Exchange exchange) throws IOException {
        Visitor visitor = visitors.byQuery(exchange);
        List<String> segments = exchange.segments();
        try {
            if (segments.size() == 2) {
                return exchange.isRead() ? show(exchange, visitor, segments.get(1)) : wrongMethod(visitor, "GET, HEAD");
            }
            if (segments.size() == 3) {
                return below(exchange, visitor, segments.get(1), segments.get(2));
            }
        } catch (StoreUnavailableException e) {
            LOG.warn("The store can't be asked for a booking: {}", e.getMessage());
            return pages.notice(visitor, 503, "unavailable", Optional.empty()).with("Retry-After", "60");
        }
        return unknown(visitor);
    }

    private Reply below(Exchange exchange, Visitor visitor, String token, String name) throws IOException {
        return switch (name) {
            case "calendar.ics" ->
                exchange.isRead() ? calendar(exchange, visitor, token) : wrongMethod(visitor, "GET, HEAD");
            case "cancel", "reschedule", "accept", "revoke" ->
                exchange.method().equals("POST") ? act(exchange, visitor, token, name) : wrongMethod(visitor, "POST");
            default -> unknown(visitor);
        };
    }

    private Reply show(Exchange exchange, Visitor visitor, String token) {
        return page(exchange, visitor, token, Optional.empty());
    }

    private Reply calendar(Exchange exchange, Visitor visitor, String token) {
        return desk().find(token)
                .flatMap(booking -> {
                    Visitor patient = patient(exchange, booking);
                    return new CalendarFile(patient, booking)
                            .reply()
                            .map(reply -> reply.with(pages.headers().ofAnswer(patient.partner())));
                })
                .orElseGet(() -> unknown(visitor));
    }

    private Reply act(Exchange exchange, Visitor visitor, String token, String name) throws IOException {
        Reading reading = SubmissionBody.read(exchange);
        if (reading instanceof Reading.Unreadable unreadable) {
            Failure failure = counted(unreadable.failure());
            return page(exchange, visitor, token, Optional.of(new Tried(name, failure, Kept.nothing())));
        }
        Submission submission = ((Reading.Fields) reading).submission();
        ChangeOutcome outcome = outcome(name, token, submission);
        if (outcome instanceof ChangeOutcome.Changed) {
            Optional<String> partner = desk().find(token).flatMap(ManagedBooking::partner);
            return Reply.of(303)
                    .with("Location", visitor.links().manage(token, "", language(exchange)) + "#top")
                    .with(pages.headers().ofAnswer(partner.flatMap(carelet::partner)));
        }
        if (outcome instanceof ChangeOutcome.Unknown) {
            return unknown(visitor);
        }
        Failure failure = counted(failure(outcome));
        Kept kept = new Kept(submission, failure.errors());
        return page(exchange, visitor, token, Optional.of(new Tried(name, failure, kept)));
    }

    private Failure counted(Failure failure) {
        carelet.measures().refused(failure.code());
        return failure;
    }

    private ChangeOutcome outcome(String name, String token, Submission submission) {
        return switch (name) {
            case "cancel" -> desk().cancel(token, submission);
            case "accept" -> desk().accept(token, submission);
            case "revoke" -> desk().revoke(token, submission);
            default -> desk().reschedule(token, submission);
        };
    }

    private static Failure failure(ChangeOutcome outcome) {
        if (outcome instanceof ChangeOutcome.TokenRefused refused) {
            return Failure.ofToken(refused.expired());
        }
        if (outcome instanceof ChangeOutcome.Invalid invalid) {
            return new Failure(422, "invalid", invalid.errors(), true);
        }
        if (outcome instanceof ChangeOutcome.Refused refused) {
            return Failure.of(new BookingOutcome.Refused(refused.refusal(), refused.field(), refused.alternatives()));
        }
        if (outcome instanceof ChangeOutcome.NotPossible) {
            return Failure.of(409, "not_possible");
        }
        return Failure.of(503, "unavailable");
    }

    /** Who went over to another language stays there. */
    private static Map<String, String> language(Exchange exchange) {
        return exchange.query()
                .first("lang")
                .filter(LanguageTag::isWellFormed)
                .map(tag -> Map.of("lang", tag))
                .orElse(Map.of());
    }

    private Visitor patient(Exchange exchange, ManagedBooking booking) {
        Optional<String> other = exchange.query().first("lang").filter(LanguageTag::isWellFormed);
        Visitor visitor = visitors.of(exchange, other.or(() -> Optional.of(booking.language())), booking.partner());
        // The clinic may have moved a visit to where its partner leads nobody.
        return visitor.catalog().has(booking.type(), booking.location())
                ? visitor
                : visitor.offered(carelet.publication().catalog());
    }

    private Reply page(Exchange exchange, Visitor visitor, String token, Optional<Tried> tried) {
        return desk().find(token)
                .map(booking -> page(exchange, token, booking, tried))
                .orElseGet(() -> unknown(visitor));
    }

    private Reply page(Exchange exchange, String token, ManagedBooking booking, Optional<Tried> tried) {
        Visitor visitor = patient(exchange, booking);
        String formToken = desk().issueToken(booking.partner()).value();
        ManageForms forms = new ManageForms(visitor, booking, token, formToken, tried, carelet.clock());
        Optional<MoveForm> move =
                forms.move(exchange.query(), carelet.availability().orElseThrow());
        Optional<Trouble> trouble = tried.map(each -> trouble(visitor, each.failure(), move));
        int status = tried.map(each -> each.failure().status()).orElse(200);
        return pages.answer(visitor, status, "form/manage.jte", manage.page(forms, move, trouble));
    }

    private static Trouble trouble(Visitor visitor, Failure failure, Optional<MoveForm> move) {
        boolean free = move.flatMap(MoveForm::free).isPresent();
        boolean picks = free && move.flatMap(MoveForm::times).isEmpty();
        List<Trouble.Entry> entries = failure.errors().stream()
                .map(error -> picks && error.equals(FieldError.of("preferred", "required"))
                        ? FieldError.of("slot", "required")
                        : error)
                .map(error -> new Trouble.Entry(Kept.message(error, visitor.words()), target(error.field(), free)))
                .distinct()
                .toList();
        return new Trouble(visitor.words().text("form.trouble." + failure.code()), entries);
    }

    private static String target(String field, boolean free) {
        return switch (field) {
            case "reason", "offer" -> "carelet-" + field;
            case "what" -> "carelet-consents";
            case "slot", "preferred" -> free ? "carelet-slot" : "carelet-preferred";
            default -> "";
        };
    }

    private Reply unknown(Visitor visitor) {
        return pages.notice(visitor, 404, "unknown");
    }

    private Reply wrongMethod(Visitor visitor, String allow) {
        return pages.notice(visitor, 405, "method").with("Allow", allow);
    }

    private BookingDesk desk() {
        return carelet.bookingDesk().orElseThrow();
    }
}
