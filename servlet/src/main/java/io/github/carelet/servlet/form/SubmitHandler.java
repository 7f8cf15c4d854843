package io.github.carelet.servlet.form;

import io.github.carelet.Carelet;
import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.BookingOutcome;
import io.github.carelet.booking.BookingOutcome.Accepted;
import io.github.carelet.booking.Receipt;
import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.Location;
import io.github.carelet.servlet.form.SubmissionBody.Reading;
import io.github.carelet.servlet.http.Accept;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /bookings}: a filled in form, or the same as JSON. Answered as the client accepts, else as it sent. The origin
 * of the request plays no part: every honest form comes from an opaque one.
 */
final class SubmitHandler implements Handler {

    private final Carelet carelet;
    private final Visitors visitors;
    private final Pages pages;
    private final Throttle throttle;

    SubmitHandler(Carelet carelet, Visitors visitors, Pages pages, Throttle throttle) {
        this.throttle = throttle;
        this.carelet = carelet;
        this.visitors = visitors;
        this.pages = pages;
    }

    @Override
    public Reply handle(Exchange exchange) throws IOException {
        boolean json = wantsJson(exchange);
        Visitor visitor = visitors.byQuery(exchange);
        if (!exchange.method().equals("POST")) {
            return refuse(visitor, counted(Failure.of(405, "method_not_allowed")), json)
                    .with("Allow", "POST");
        }
        Reading reading = SubmissionBody.read(exchange);
        if (reading instanceof Reading.Fields fields) {
            BookingDesk desk = carelet.bookingDesk().orElseThrow();
            return book(exchange, fields.submission(), desk, json);
        }
        return refuse(visitor, counted(((Reading.Unreadable) reading).failure()), json);
    }

    private Reply book(Exchange exchange, Submission submission, BookingDesk desk, boolean json) {
        Optional<String> partner = submission
                .first("token")
                .flatMap(desk::partnerOf)
                .or(() -> exchange.query().first("partner"));
        Visitor visitor =
                visitors.of(exchange, exchange.query().first("lang").or(() -> submission.first("lang")), partner);
        View view = View.known(exchange.query());
        Optional<Duration> wait = throttle.wait(exchange.sender()).or(() -> throttle.wait(submission));
        if (wait.isPresent()) {
            return refused(visitor, submission, counted(Failure.of(429, "too_many")), view, json)
                    .with("Retry-After", Long.toString(wait.get().toSeconds() + 1));
        }
        Optional<Location> turnedTo = exchange.query().first("at").flatMap(visitor.catalog()::location);
        if (turnedTo.isPresent() && !json) {
            Submission there = turned(submission, view, turnedTo.get());
            Reply step = view.way().equals(Optional.of(View.Way.CHOSEN))
                    ? chosen(visitor, there, view)
                    : turned(visitor, there, view);
            return FormHeaders.forOwnScript(exchange, step);
        }
        BookingOutcome outcome = desk.book(submission, visitor.language());
        if (outcome instanceof Accepted accepted) {
            return accepted(visitor, accepted.receipt(), json);
        }
        Failure failure = counted(Failure.of(outcome));
        Reply reply = refused(visitor, submission, failure, view, json);
        return failure.status() == 503 ? reply.with("Retry-After", "60") : reply;
    }

    private Failure counted(Failure failure) {
        carelet.measures().refused(failure.code());
        return failure;
    }

    private Reply refused(Visitor visitor, Submission submission, Failure failure, View view, boolean json) {
        return json ? problem(visitor, failure) : again(visitor, submission, failure, view);
    }

    private Reply accepted(Visitor visitor, Receipt receipt, boolean json) {
        String manage = visitor.links().manage(receipt.manageToken());
        if (!json) {
            return Reply.of(303)
                    .with("Location", manage + "#top")
                    .with(pages.headers().ofAnswer(visitor.partner()));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reference", receipt.reference());
        body.put("status", receipt.status().code());
        receipt.start().ifPresent(start -> body.put("start", SlotWords.value(start)));
        body.put("location", receipt.location());
        body.put("manageUrl", manage);
        return Reply.json(201, body)
                .with("Location", manage)
                .with(pages.headers().ofAnswer(visitor.partner()));
    }

    /** The form again with all that was typed; if the clinic has none any more, the way to the first step. */
    private Reply again(Visitor visitor, Submission submission, Failure failure, View view) {
        Entered entered = new Entered(new Kept(submission, failure.errors()), view, failure.alternatives());
        Optional<String> token = submission.first("token").filter(sent -> failure.keepsToken());
        return form(visitor, entered, token, failure.renewsHold(), Optional.of("form.trouble." + failure.code()))
                .map(page -> pages.answer(visitor, failure.status(), RequestPages.TEMPLATE, page))
                .orElseGet(() -> refuse(visitor, failure, false));
    }

    private static Submission turned(Submission submission, View view, Location location) {
        Map<String, List<String>> fields = new LinkedHashMap<>(submission.fields());
        fields.put("location", List.of(location.id()));
        // The button that led here comes before the times of the form, and so does what it sends.
        fields.put("slot", submission.first("slot").stream().toList());
        view.way().ifPresent(way -> fields.remove(way == View.Way.PREFERRED ? "slot" : "preferred"));
        return new Submission(fields);
    }

    /** The form with other times, and nothing booked: what was typed goes along by POST, for it has no place in an address. */
    private Reply turned(Visitor visitor, Submission there, View view) {
        Entered entered = new Entered(new Kept(there, List.of()), view, List.of());
        return form(visitor, entered, there.first("token"), false, Optional.empty())
                .map(page -> pages.answer(visitor, 200, RequestPages.TEMPLATE, page))
                .orElseGet(() -> pages.notice(visitor, 400, "choice"));
    }

    /** The form with the time that was picked, held from now on; with the question again if it can't be had. */
    private Reply chosen(Visitor visitor, Submission form, View view) {
        Kept kept = new Kept(form, List.of());
        Optional<PickedTimes.Attempt> attempt = asked(visitor, form)
                .map(asked ->
                        picked(visitor, asked).hold(kept, form.first("token").orElseGet(() -> fresh(visitor))));
        return attempt.flatMap(PickedTimes.Attempt::failure)
                .map(failure -> again(visitor, form, counted(failure), view.withWay(View.Way.TIMES)))
                .or(() -> attempt.map(held -> {
                    Entered entered = new Entered(kept, view, List.of(), held.until());
                    return page(visitor, asked(visitor, form).orElseThrow(), held.token(), entered);
                }))
                .orElseGet(() -> pages.notice(visitor, 400, "choice"));
    }

    private Reply page(Visitor visitor, RequestPages.Asked asked, String token, Entered entered) {
        RequestPage page = requests().again(visitor, asked, token, entered, Optional.empty());
        return pages.answer(visitor, 200, RequestPages.TEMPLATE, page);
    }

    private Optional<RequestPage> form(
            Visitor visitor, Entered entered, Optional<String> token, boolean renews, Optional<String> headingKey) {
        return asked(visitor, entered.kept().submission()).map(asked -> {
            String good = token.orElseGet(() -> fresh(visitor));
            if (renews && entered.settles() && entered.has("slot")) {
                PickedTimes.Attempt held = picked(visitor, asked).hold(entered.kept(), good);
                return requests().again(visitor, asked, held.token(), entered.heldUntil(held.until()), headingKey);
            }
            return requests().again(visitor, asked, good, entered, headingKey);
        });
    }

    private Optional<RequestPages.Asked> asked(Visitor visitor, Submission submission) {
        Choice choice = settled(visitor, Choice.known(visitor.catalog(), submission::first));
        return RequestPages.Asked.of(choice).or(() -> RequestPages.Asked.incomplete(visitor, choice));
    }

    private RequestPages requests() {
        return new RequestPages(pages, carelet.clock(), carelet.availability().orElseThrow());
    }

    private PickedTimes picked(Visitor visitor, RequestPages.Asked asked) {
        return new PickedTimes(carelet.bookingDesk().orElseThrow(), visitor, asked);
    }

    /** A location that goes without saying need not be said; nothing else is made up. */
    private static Choice settled(Visitor visitor, Choice choice) {
        Offer offer = new Offer(visitor.catalog(), choice);
        boolean goesWithoutSaying = choice.type().isPresent()
                && choice.location().isEmpty()
                && offer.locations().size() == 1;
        return goesWithoutSaying
                ? choice.withLocation(Optional.of(offer.locations().get(0)))
                : choice;
    }

    private String fresh(Visitor visitor) {
        return visitor.freshToken(carelet.bookingDesk().orElseThrow());
    }

    private Reply refuse(Visitor visitor, Failure failure, boolean json) {
        if (json) {
            return problem(visitor, failure);
        }
        NoticePage.Onward onward =
                new NoticePage.Onward(visitor.words().text("form.notice.onward"), visitor.firstStep());
        NoticePage page = new NoticePage(
                pages.shell(visitor, "form.title.error"),
                visitor.words().text("form.trouble." + failure.code()),
                failure.errors().stream()
                        .map(error -> Kept.message(error, visitor.words()))
                        .distinct()
                        .toList(),
                Optional.of(onward));
        return pages.answer(visitor, failure.status(), "form/notice.jte", page);
    }

    private Reply problem(Visitor visitor, Failure failure) {
        return failure.problem(visitor.words()).with(pages.headers().ofAnswer(visitor.partner()));
    }

    private static boolean wantsJson(Exchange exchange) {
        Accept accept = Accept.parse(String.join(",", exchange.headers("Accept")));
        double json = Math.max(accept.quality("application/json"), accept.quality("application/problem+json"));
        double html = accept.quality("text/html");
        if (json != html) {
            return json > html;
        }
        boolean htmlRefused = accept.refuses("text/html");
        return htmlRefused == accept.refuses("application/json") ? SubmissionBody.isJson(exchange) : htmlRefused;
    }
}
