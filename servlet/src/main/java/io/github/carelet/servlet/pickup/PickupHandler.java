package io.github.carelet.servlet.pickup;

import io.github.carelet.Carelet;
import io.github.carelet.PickupCredential;
import io.github.carelet.PickupCredential.Scope;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.OpenedBooking;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.privacy.AuditAction;
import io.github.carelet.privacy.AuditEvent;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Metered;
import io.github.carelet.servlet.http.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /api/bookings/{reference}}, {@code POST …/acknowledge} and {@code POST …/status}, for a system of the clinic that
 * shows a bearer token (RFC 6750). Who has none learns nothing: not which paths there are, and not which bookings. A booking in
 * quarantine is not there for systems.
 */
public final class PickupHandler implements Handler {

    private final Carelet carelet;
    private final Answering answering;
    private final PickupJson json;
    private final Budget budget;

    /** Makes one that answers for a Carelet. */
    public PickupHandler(Carelet carelet) {
        this.carelet = carelet;
        this.json = new PickupJson(carelet);
        this.budget = new Budget(carelet);
        this.answering = new Answering(carelet);
    }

    @Override
    public Reply handle(Exchange exchange) throws IOException {
        return route(exchange).with("Cache-Control", "no-store").with("X-Content-Type-Options", "nosniff");
    }

    private Reply route(Exchange exchange) throws IOException {
        if (carelet.clinicDesk().isEmpty()) {
            return problem(404, "not_found");
        }
        Optional<String> token = Bearer.token(exchange);
        Optional<PickupCredential> caller = token.flatMap(carelet::pickup);
        Optional<Duration> wait = budget.wait(exchange, caller);
        if (wait.isPresent()) {
            carelet.measures().refused("too_many");
            return problem(429, "too_many").with("Retry-After", Metered.retryAfter(wait.get()));
        }
        if (caller.isEmpty()) {
            String error = token.isPresent() ? ", error=\"invalid_token\"" : "";
            return problem(401, "unauthorized").with("WWW-Authenticate", "Bearer realm=\"carelet\"" + error);
        }
        List<String> segments = exchange.segments();
        try {
            return switch (segments.size()) {
                case 3 -> read(exchange, caller.get(), segments.get(2));
                case 4 -> answer(exchange, caller.get(), segments);
                default -> problem(404, "not_found");
            };
        } catch (StoreUnavailableException e) {
            return problem(503, "unavailable").with("Retry-After", "5");
        }
    }

    private Reply read(Exchange exchange, PickupCredential caller, String reference) {
        if (!exchange.isRead()) {
            return problem(405, "method_not_allowed").with("Allow", "GET, HEAD");
        }
        if (!caller.may(Scope.READ)) {
            return forbidden(caller, Scope.READ);
        }
        return found(caller, reference).map(booking -> ok(booking, caller)).orElseGet(() -> problem(404, "not_found"));
    }

    private Reply answer(Exchange exchange, PickupCredential caller, List<String> segments) throws IOException {
        String what = segments.get(3);
        if (!what.equals("acknowledge") && !what.equals("status")) {
            return problem(404, "not_found");
        }
        if (!exchange.method().equals("POST")) {
            return problem(405, "method_not_allowed").with("Allow", "POST");
        }
        if (!caller.may(Scope.ANSWER)) {
            return forbidden(caller, Scope.ANSWER);
        }
        Optional<OpenedBooking> booking = found(caller, segments.get(2));
        if (booking.isEmpty()) {
            return problem(404, "not_found");
        }
        Optional<Reply> refused = answering.answer(exchange, what, caller.name(), booking.get());
        return refused.orElseGet(() -> found(caller, segments.get(2))
                .map(changed -> ok(changed, caller))
                .orElseGet(() -> problem(404, "not_found")));
    }

    private Optional<OpenedBooking> found(PickupCredential caller, String reference) {
        return carelet.inbox()
                .orElseThrow()
                .of(actor(caller.name()))
                .open(reference)
                .filter(each -> each.booking().status() != BookingStatus.SUSPECT);
    }

    /** Who may answer but not read learns the state, and nothing else. */
    private Reply ok(OpenedBooking booking, PickupCredential caller) {
        Map<String, Object> body =
                caller.may(Scope.READ) ? json.whole(booking, caller.may(Scope.SENSITIVE)) : json.state(booking);
        return Reply.json(200, body).with("ETag", "\"" + booking.booking().version() + "\"");
    }

    private Reply forbidden(PickupCredential caller, Scope scope) {
        String name = scope.name().toLowerCase(Locale.ROOT);
        carelet.audit()
                .orElseThrow()
                .append(new AuditEvent(
                        carelet.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                        actor(caller.name()),
                        AuditAction.REFUSED,
                        List.of(),
                        name));
        return problem(403, "forbidden")
                .with(
                        "WWW-Authenticate",
                        "Bearer realm=\"carelet\", error=\"insufficient_scope\", scope=\"" + name + "\"");
    }

    /** Returns what a system is called in histories and in the audit trail. */
    static String actor(String name) {
        return "api:" + name;
    }

    static Reply problem(int status, String code) {
        return Reply.problem(status, code, title(status), Map.of());
    }

    static String title(int status) {
        return switch (status) {
            case 400 -> "The body can't be read.";
            case 401 -> "A bearer token of the clinic is needed.";
            case 403 -> "This token is not for that.";
            case 404 -> "There is nothing here.";
            case 405 -> "This method is not for that.";
            case 409 -> "That is not possible now.";
            case 412 -> "Somebody else changed the booking first.";
            case 413 -> "The body is too large.";
            case 415 -> "The body must be JSON.";
            case 429 -> "There were too many requests. Wait as long as Retry-After says.";
            case 422 -> "Something in the body is wrong.";
            default -> "The store can't be reached now.";
        };
    }
}
