package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import io.github.carelet.booking.Closure;
import io.github.carelet.booking.ClosureOutcome;
import io.github.carelet.booking.Closures;
import io.github.carelet.booking.InboxEntry;
import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.servlet.http.Reply;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code closures}: what is closed besides what the catalogue says, and whom that concerns. */
final class ClosuresHandler {

    private static final Submission NOTHING = new Submission(Map.of());

    private final Carelet carelet;
    private final Pages pages;

    ClosuresHandler(Carelet carelet, Pages pages) {
        this.carelet = carelet;
        this.pages = pages;
    }

    /** Lists what is closed. */
    Reply list(Visit visit) {
        return page(visit, 200, NOTHING, Optional.empty());
    }

    /** Closes something. */
    Reply close(Visit visit) throws IOException {
        Posted posted =
                Posted.read(visit.exchange(), visit.user(), carelet.userTokens().orElseThrow());
        Submission typed = posted.submission();
        if (posted.problem().isPresent()) {
            return page(
                    visit,
                    posted.status(),
                    typed,
                    trouble(visit, posted.problem().get()));
        }
        Optional<Closure.Draft> draft = draft(typed);
        if (draft.isEmpty()) {
            return page(visit, 422, typed, trouble(visit, "closure"));
        }
        ClosureOutcome outcome = closures().close(draft.get(), visit.user().name());
        if (outcome instanceof ClosureOutcome.Done done) {
            String there = visit.href("closures", Map.of("show", done.closure().id(), "done", "closed")) + "#top";
            return Reply.of(303).with("Location", there);
        }
        return outcome instanceof ClosureOutcome.Unavailable
                ? page(visit, 503, typed, trouble(visit, "unavailable"))
                : page(visit, 422, typed, trouble(visit, "closure"));
    }

    /** Opens something again. */
    Reply open(Visit visit) throws IOException {
        Posted posted =
                Posted.read(visit.exchange(), visit.user(), carelet.userTokens().orElseThrow());
        if (posted.problem().isPresent()) {
            return page(
                    visit,
                    posted.status(),
                    NOTHING,
                    trouble(visit, posted.problem().get()));
        }
        ClosureOutcome outcome =
                closures().open(visit.name("closure"), visit.user().name());
        return outcome instanceof ClosureOutcome.Unavailable
                ? page(visit, 503, NOTHING, trouble(visit, "unavailable"))
                : Reply.of(303).with("Location", visit.href("closures", Map.of("done", "opened")) + "#top");
    }

    private static Optional<Closure.Draft> draft(Submission typed) {
        Optional<LocalDate> from = typed.first("from").flatMap(FreeTimes::day);
        Optional<LocalDate> to = typed.first("to").flatMap(FreeTimes::day).or(() -> from);
        Optional<Closure.Scope> scope = typed.first("scope").flatMap(ClosureScopes::parse);
        Optional<String> start = typed.first("start");
        Optional<String> end = typed.first("end");
        if (from.isEmpty() || to.isEmpty() || scope.isEmpty() || start.isPresent() != end.isPresent()) {
            return Optional.empty();
        }
        try {
            Optional<OpenInterval> time = start.map(text -> OpenInterval.parse(text + "-" + end.orElseThrow()));
            return Optional.of(new Closure.Draft(scope.get(), from.get(), to.get(), time, typed.first("note")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Reply page(Visit visit, int status, Submission typed, Optional<Trouble> trouble) {
        ClosureScopes scopes = new ClosureScopes(visit, carelet.publication().catalog());
        ClosuresPage page = new ClosuresPage(
                pages.shell(visit, "closures", visit.text("staff.page.closures")),
                trouble,
                visit.exchange()
                        .query()
                        .first("done")
                        .filter(code -> List.of("closed", "opened").contains(code))
                        .map(code -> visit.text("staff.closures.done." + code)),
                visit.href("closures"),
                pages.token(visit),
                scopes.choices(typed.first("scope").orElse("")),
                new ClosuresPage.Typed(
                        typed.first("from").orElse(""),
                        typed.first("to").orElse(""),
                        typed.first("start").orElse(""),
                        typed.first("end").orElse(""),
                        typed.first("note").orElse("")),
                closures().list().stream()
                        .map(each -> closed(visit, scopes, each))
                        .toList());
        return pages.page(status, "staff/closures.jte", page);
    }

    private ClosuresPage.Closed closed(Visit visit, ClosureScopes scopes, Closure closure) {
        boolean shown = visit.exchange()
                .query()
                .first("show")
                .filter(closure.id()::equals)
                .isPresent();
        Rows rows = new Rows(visit, carelet);
        return new ClosuresPage.Closed(
                scopes.name(closure.what().scope()),
                scopes.when(closure.what()),
                closure.what().note().orElse(""),
                closure.actor(),
                visit.href("closures/" + closure.id() + "/open"),
                visit.href("closures", Map.of("show", closure.id())),
                shown,
                shown
                        ? pages.inbox(visit).affectedBy(closure).stream()
                                .map(entry -> new InboxEntry(
                                        entry.booking(), entry.start().toInstant(), false))
                                .map(rows::row)
                                .toList()
                        : List.of());
    }

    private static Optional<Trouble> trouble(Visit visit, String key) {
        return Optional.of(new Trouble(visit.text("staff.trouble." + key), List.of()));
    }

    private Closures closures() {
        return carelet.closures().orElseThrow();
    }
}
