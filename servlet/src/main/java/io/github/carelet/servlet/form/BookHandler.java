package io.github.carelet.servlet.form;

import io.github.carelet.Carelet;
import io.github.carelet.Funnel;
import io.github.carelet.Partner;
import io.github.carelet.booking.BookingDesk;
import io.github.carelet.catalog.Slug;
import io.github.carelet.language.LanguageTag;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Source;
import io.github.carelet.servlet.page.Theme;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /book}: the first step that is still open, each a whole document. */
final class BookHandler implements Handler {

    private static final List<String> IDS = List.of("type", "treatment", "condition", "location", "partner");

    private final Carelet carelet;
    private final Visitors visitors;
    private final Pages pages;
    private final StepPages steps;

    BookHandler(Carelet carelet, Visitors visitors, Pages pages) {
        this.carelet = carelet;
        this.visitors = visitors;
        this.pages = pages;
        this.steps = new StepPages(pages);
    }

    @Override
    public Reply handle(Exchange exchange) {
        return FormHeaders.forOwnScript(exchange, answer(exchange));
    }

    private Reply answer(Exchange exchange) {
        Visitor visitor = visitors.byQuery(exchange);
        if (exchange.segments().size() != 1) {
            return pages.notice(visitor, 404, "unknown");
        }
        if (!exchange.isRead()) {
            return pages.notice(visitor, 405, "method").with("Allow", "GET, HEAD");
        }
        return carelet.bookingDesk()
                .map(desk -> step(visitor, exchange.query(), desk))
                .orElseGet(() -> elsewhere(visitor, exchange.query()));
    }

    private Reply step(Visitor visitor, Query query, BookingDesk desk) {
        Optional<Choice> choice = Choice.strict(visitor.catalog(), query::first);
        Optional<View> view = View.strict(query);
        Kept times = new Kept(PickedTimes.named(query), List.of());
        boolean readable = times.submission().fields().isEmpty() || PickedTimes.areReadable(times);
        if (choice.isEmpty() || view.isEmpty() || !readable || !visitors.accepts(query)) {
            return pages.notice(visitor, 400, "choice");
        }
        Choice settled = new Offer(visitor.catalog(), choice.get()).settled();
        return steps.open(visitor, settled, Optional.empty())
                .orElseGet(() -> request(visitor, RequestPages.Asked.of(settled).orElseThrow(), desk, query));
    }

    private Reply request(Visitor visitor, RequestPages.Asked asked, BookingDesk desk, Query query) {
        RequestPages requests =
                new RequestPages(pages, carelet.clock(), carelet.availability().orElseThrow(), desk);
        String token = visitor.freshToken(desk);
        View view = View.known(query);
        Kept times = new Kept(PickedTimes.named(query), List.of());
        boolean chose = view.way().equals(Optional.of(View.Way.CHOSEN));
        if (times.submission().fields().isEmpty() && !chose) {
            return pages.emptyStep(visitor, RequestPages.TEMPLATE, requests.blank(visitor, asked, token, view));
        }
        Optional<Failure> failure = new PickedTimes(desk, visitor, asked)
                .judge(times, carelet.clock().instant());
        if (failure.isEmpty()) {
            carelet.funnel().count(Funnel.Step.FORM, visitor.partner().map(Partner::id));
        }
        View chosen = failure.isPresent() ? view.asking() : view.withWay(View.Way.CHOSEN);
        Entered entered = new Entered(
                new Kept(times.submission(), failure.map(Failure::errors).orElseGet(List::of)),
                chosen,
                failure.map(Failure::alternatives).orElseGet(List::of));
        RequestPage page =
                requests.again(visitor, asked, token, entered, failure.map(each -> "form.trouble." + each.code()));
        return failure.map(each -> pages.answer(visitor, each.status(), RequestPages.TEMPLATE, page))
                .orElseGet(() -> pages.emptyStep(visitor, RequestPages.TEMPLATE, page));
    }

    private Reply elsewhere(Visitor visitor, Query query) {
        Optional<URI> there = carelet.bookingAt();
        if (there.isEmpty()) {
            return pages.notice(visitor, 404, "phone", Optional.empty());
        }
        return Reply.of(303)
                .with("Location", there.get() + "/book" + Query.written(wellFormed(query)))
                .with(pages.headers().ofAnswer(visitor.partner()));
    }

    private static Map<String, String> wellFormed(Query query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        IDS.forEach(name -> query.first(name).filter(Slug::isValid).ifPresent(value -> parameters.put(name, value)));
        Source.of(query).ifPresent(source -> parameters.put(Source.PARAMETER, source));
        query.first("lang").filter(LanguageTag::isWellFormed).ifPresent(tag -> parameters.put("lang", tag));
        query.first(Theme.PARAMETER).filter(Theme::isKnown).ifPresent(theme -> parameters.put(Theme.PARAMETER, theme));
        return parameters;
    }
}
