package io.github.carelet.servlet.form;

import io.github.carelet.Carelet;
import io.github.carelet.Partner;
import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.BookingOutcome;
import io.github.carelet.booking.BookingOutcome.Accepted;
import io.github.carelet.booking.BookingOutcome.Rehearsed;
import io.github.carelet.booking.FieldError;
import io.github.carelet.booking.Receipt;
import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.Location;
import io.github.carelet.servlet.form.SubmissionBody.Reading;
import io.github.carelet.servlet.http.Accept;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Metered;
import io.github.carelet.servlet.http.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
    private final RehearsalPages rehearsals;

    SubmitHandler(Carelet carelet, Visitors visitors, Pages pages, Throttle throttle) {
        this.carelet = carelet;
        this.visitors = visitors;
        this.pages = pages;
        this.throttle = throttle;
        this.rehearsals = new RehearsalPages(carelet, pages);
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
            return book(exchange, fields.submission(), desk(), json);
        }
        return refuse(visitor, counted(((Reading.Unreadable) reading).failure()), json);
    }

    private Reply book(Exchange exchange, Submission submission, BookingDesk desk, boolean json) {
        Optional<String> partner = submission
                .first("token")
                .flatMap(desk::partnerOf)
                .or(() -> exchange.query().first("partner"));
        Optional<String> source = submission
                .first("ref")
                .flatMap(ref -> desk.sourceOf(submission.first("token").orElse(""), ref));
        Visitor visitor = visitors.of(
                        exchange, exchange.query().first("lang").or(() -> submission.first("lang")), partner)
                .from(source);
        View view = View.known(exchange.query());
        Optional<Location> turnedTo = exchange.query().first("at").flatMap(visitor.catalog()::location);
        Optional<String> step = exchange.query().first(Carried.STEP);
        boolean books = json || (exchange.query().first("at").isEmpty() && step.isEmpty());
        Optional<Duration> wait =
                throttle.wait(exchange.sender()).or(() -> books ? throttle.wait(submission) : Optional.empty());
        if (wait.isPresent()) {
            return refused(visitor, submission, counted(Failure.of(429, "too_many")), view, json)
                    .with("Retry-After", Metered.retryAfter(wait.get()));
        }
        if (!books) {
            Reply reply = step.map(name -> step(visitor, submission, name))
                    .or(() -> turnedTo.map(there -> turned(visitor, submission, view, there)))
                    .orElseGet(() -> nowhere(visitor, submission, view));
            return FormHeaders.forOwnScript(exchange, reply);
        }
        BookingOutcome outcome = desk.book(submission, visitor.language());
        if (outcome instanceof Accepted accepted) {
            return accepted(visitor, accepted.receipt(), json);
        }
        if (outcome instanceof Rehearsed rehearsed) {
            return rehearsals.answer(exchange, rehearsed, visitor);
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
        return again(visitor, submission, failure, view, Entered.Came.SENT);
    }

    private Reply again(Visitor visitor, Submission submission, Failure failure, View view, Entered.Came came) {
        Kept kept = new Kept(submission, failure.errors());
        Entered entered = new Entered(kept, view, failure.alternatives()).coming(came);
        Optional<String> token = submission.first("token").filter(sent -> failure.keepsToken());
        return form(visitor, entered, token, failure.renewsHold(), Optional.of("form.trouble." + failure.code()))
                .map(page -> pages.answer(visitor, failure.status(), RequestPages.TEMPLATE, page))
                .orElseGet(() -> refuse(visitor, failure, false));
    }

    /** A step that is taken again by who has begun to fill in the form. */
    private Reply step(Visitor visitor, Submission submission, String name) {
        StepPages steps = new StepPages(pages);
        Choice choice = Choice.known(visitor.catalog(), submission::first);
        Optional<Carried> begun = Optional.of(new Carried(submission).withoutTimes());
        return switch (name) {
            case "what" -> steps.what(visitor, choice.withTreatment(Optional.empty()), begun);
            case "where" -> steps.where(visitor, choice, begun);
            default -> {
                Choice settled = new Offer(visitor.catalog(), choice).settled();
                yield steps.open(visitor, settled, begun)
                        .orElseGet(() -> when(visitor, settled, begun.get().form()));
            }
        };
    }

    private Reply when(Visitor visitor, Choice settled, Submission submission) {
        RequestPages.Asked asked = RequestPages.Asked.of(settled).orElseThrow();
        View view = new View(Optional.empty(), Optional.empty());
        Entered entered = new Entered(new Kept(submission, List.of()), view, List.of()).coming(Entered.Came.BEGUN);
        return page(visitor, asked, submission.first("token").orElseGet(() -> fresh(visitor)), entered);
    }

    /** The form again where it led to a location that is not there any more. */
    private Reply nowhere(Visitor visitor, Submission submission, View view) {
        Failure failure = new Failure(422, "invalid", List.of(FieldError.of("location", "unknown")), true);
        Submission kept = new Carried(submission).withoutTimes().form();
        return again(visitor, kept, counted(failure), view.asking(), Entered.Came.BEGUN);
    }

    private Reply turned(Visitor visitor, Submission submission, View view, Location location) {
        Submission there = turned(submission, view, location);
        return view.way().equals(Optional.of(View.Way.CHOSEN))
                ? chosen(visitor, there, view)
                : turned(visitor, there, view);
    }

    private static Submission turned(Submission submission, View view, Location location) {
        Map<String, List<String>> fields = new LinkedHashMap<>(submission.fields());
        fields.put("location", List.of(location.id()));
        // The button that led here comes before the times of the form, and so does what it sends.
        fields.put("slot", submission.first("slot").stream().toList());
        boolean picks = view.way().equals(Optional.of(View.Way.TIMES))
                || (view.way().equals(Optional.of(View.Way.CHOSEN))
                        && !fields.get("slot").isEmpty());
        if (picks || view.way().equals(Optional.of(View.Way.PREFERRED))) {
            fields.remove(picks ? "preferred" : "slot");
        }
        return new Submission(fields);
    }

    /** The form with other times, and nothing booked: what was typed goes along by POST, for it has no place in an address. */
    private Reply turned(Visitor visitor, Submission there, View view) {
        Entered entered = new Entered(new Kept(there, List.of()), view, List.of()).coming(Entered.Came.BEGUN);
        return form(visitor, entered, there.first("token"), false, Optional.empty())
                .map(page -> pages.answer(visitor, 200, RequestPages.TEMPLATE, page))
                .orElseGet(() -> pages.notice(visitor, 400, "choice"));
    }

    /** The form with the time that was picked, held from now on; with the question again if it can't be had. */
    private Reply chosen(Visitor visitor, Submission form, View view) {
        Kept kept = new Kept(form, List.of());
        Optional<PickedTimes.Attempt> attempt = asked(visitor, form)
                .map(asked -> hold(visitor, asked, kept, form.first("token").orElseGet(() -> fresh(visitor))));
        return attempt.flatMap(PickedTimes.Attempt::failure)
                .map(failure -> again(visitor, form, counted(failure), view.asking(), Entered.Came.BEGUN))
                .or(() -> attempt.map(held -> {
                    Entered entered = new Entered(kept, view, List.of()).heldUntil(held.until());
                    return page(visitor, asked(visitor, form).orElseThrow(), held.token(), entered);
                }))
                .orElseGet(() -> pages.notice(visitor, 400, "choice"));
    }

    private Reply page(Visitor visitor, RequestPages.Asked asked, String token, Entered entered) {
        RequestPage page = requests(token).again(visitor, asked, token, entered, Optional.empty());
        return pages.answer(visitor, 200, RequestPages.TEMPLATE, page);
    }

    private Optional<RequestPage> form(
            Visitor visitor, Entered entered, Optional<String> token, boolean renews, Optional<String> headingKey) {
        return asked(visitor, entered.kept().submission()).map(asked -> {
            String good = token.orElseGet(() -> fresh(visitor));
            if (renews && entered.settles() && entered.has("slot")) {
                PickedTimes.Attempt held = hold(visitor, asked, entered.kept(), good);
                return requests(held.token())
                        .again(visitor, asked, held.token(), entered.heldUntil(held.until()), headingKey);
            }
            return requests(good).again(visitor, asked, good, entered, headingKey);
        });
    }

    private Optional<RequestPages.Asked> asked(Visitor visitor, Submission submission) {
        Choice choice = settled(visitor, Choice.known(visitor.catalog(), submission::first));
        return RequestPages.Asked.of(choice).or(() -> RequestPages.Asked.incomplete(visitor, choice));
    }

    private RequestPages requests(String token) {
        return new RequestPages(pages, carelet.clock(), desk().availability(token), desk());
    }

    private PickedTimes.Attempt hold(Visitor visitor, RequestPages.Asked asked, Kept form, String token) {
        PickedTimes picked = new PickedTimes(desk(), visitor, asked);
        Instant now = carelet.clock().instant();
        boolean holds = asked.type().mode() == Mode.SLOTS && form.slot().isPresent();
        return !holds || throttle.mayHold(visitor.partner().map(Partner::id))
                ? picked.hold(form, token, now)
                : new PickedTimes.Attempt(token, Optional.empty(), picked.judge(form, token, now));
    }

    private BookingDesk desk() {
        return carelet.bookingDesk().orElseThrow();
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
        return visitor.freshToken(desk());
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
