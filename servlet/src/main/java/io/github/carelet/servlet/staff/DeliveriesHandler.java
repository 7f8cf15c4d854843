package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import io.github.carelet.delivery.Deliveries;
import io.github.carelet.servlet.http.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code deliveries}: the messages that did not arrive, and sending them once more. */
final class DeliveriesHandler {

    private static final int MOST = 200;

    private final Carelet carelet;
    private final Pages pages;

    DeliveriesHandler(Carelet carelet, Pages pages) {
        this.carelet = carelet;
        this.pages = pages;
    }

    /** Lists what did not arrive, and where nothing is sent to any more. */
    Reply list(Visit visit) {
        Clocks clocks = new Clocks(
                visit.words(), carelet.publication().catalog().clinic().timeZone());
        SentWords words = new SentWords(visit, clocks);
        List<SentPage.Disabled> disabled = deliveries().disabled().stream()
                .map(each -> new SentPage.Disabled(
                        visit.text("staff.sent.where", each.kind(), each.destination()),
                        visit.text("staff.sent.disabled", clocks.at(each.since()), each.reason()),
                        each.kind(),
                        each.destination()))
                .toList();
        SentPage page = new SentPage(
                pages.shell(visit, "deliveries", visit.text("staff.page.deliveries")),
                pages.token(visit),
                deliveries().troubled(MOST).stream().map(words::sent).toList(),
                disabled,
                visit.href("deliveries/enable"),
                done(visit));
        return pages.page(200, "staff/deliveries.jte", page);
    }

    /** Sends a message once more, and goes back to where that was asked for. */
    Reply replay(Visit visit) throws IOException {
        Posted posted =
                Posted.read(visit.exchange(), visit.user(), carelet.userTokens().orElseThrow());
        if (posted.problem().isPresent()) {
            return pages.notice(visit, posted.status(), "form");
        }
        boolean due = deliveries().replay(visit.name("message"), visit.user().name());
        String back = posted.submission()
                .first("booking")
                .filter(reference -> reference.matches("[A-Z0-9-]{1,32}"))
                .map(reference -> visit.href("bookings/" + reference, Map.of("done", "again")) + "#top")
                .orElseGet(() -> sentAgain(visit));
        return due ? Reply.of(303).with("Location", back) : pages.notice(visit, 409, "replay");
    }

    /** Sends to a destination again. */
    Reply enable(Visit visit) throws IOException {
        Posted posted =
                Posted.read(visit.exchange(), visit.user(), carelet.userTokens().orElseThrow());
        if (posted.problem().isPresent()) {
            return pages.notice(visit, posted.status(), "form");
        }
        String kind = posted.submission().first("kind").orElse("");
        String destination = posted.submission().first("destination").orElse("");
        deliveries().disabled().stream()
                .filter(each -> each.kind().equals(kind) && each.destination().equals(destination))
                .findFirst()
                .ifPresent(each -> deliveries().enable(each, visit.user().name()));
        return Reply.of(303).with("Location", sentAgain(visit));
    }

    private static String sentAgain(Visit visit) {
        return visit.href("deliveries", Map.of("again", "yes")) + "#sent";
    }

    private static Optional<String> done(Visit visit) {
        return visit.exchange().query().first("again").map(any -> visit.text("staff.sent.again.done"));
    }

    private Deliveries deliveries() {
        return carelet.deliveries().orElseThrow();
    }
}
