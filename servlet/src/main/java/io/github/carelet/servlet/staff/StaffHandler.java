package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Templates;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /staff/}: the clinic's inbox. Who is not signed in gets one and the same answer on every path and with every method,
 * before anything else is looked at.
 */
public final class StaffHandler implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(StaffHandler.class);

    private final Carelet carelet;
    private final SignIn signIn;
    private final Pages pages;
    private final List<Route> routes;

    /**
     * Makes one.
     *
     * @param carelet whose bookings they are
     * @param templates draw the pages
     * @param assets what the pages load
     * @param signIn knows who works at the clinic
     */
    public StaffHandler(Carelet carelet, Templates templates, Assets assets, SignIn signIn) {
        this.carelet = carelet;
        this.signIn = signIn;
        this.pages = new Pages(carelet, templates, assets);
        this.routes = StaffRoutes.of(carelet, pages);
    }

    /** Returns everything that is answered, for whoever wants to try it. */
    List<Route> routes() {
        return routes;
    }

    @Override
    public Reply handle(Exchange exchange) throws IOException {
        Optional<User> user = signIn.users().apply(exchange);
        return StaffHeaders.on(user.isPresent() ? answer(exchange, user.get()) : signIn.stranger());
    }

    private Reply answer(Exchange exchange, User user) throws IOException {
        Messages words = StaffLanguage.words(carelet, exchange);
        Visit visit = new Visit(exchange, user, Map.of(), words);
        if (exchange.path().equals("/staff")) {
            return Reply.of(303).with("Location", visit.href(""));
        }
        try {
            return carelet.clinicDesk().isPresent() ? route(visit) : pages.notice(visit, 404, "elsewhere");
        } catch (StoreUnavailableException e) {
            LOG.warn("The store can't be asked for the inbox: {}", e.getMessage());
            return pages.notice(visit, 503, "unavailable").with("Retry-After", "30");
        }
    }

    private Reply route(Visit visit) throws IOException {
        List<String> segments = visit.exchange().segments();
        List<String> below = segments.subList(1, segments.size());
        List<Route> there = routes.stream()
                .filter(route -> route.match(below).isPresent())
                .filter(route -> visit.user().admin() || !route.admin())
                .toList();
        if (there.isEmpty()) {
            return pages.notice(visit, 404, "unknown");
        }
        String method = visit.exchange().method().equals("HEAD")
                ? "GET"
                : visit.exchange().method();
        Optional<Route> route =
                there.stream().filter(each -> each.method().equals(method)).findFirst();
        if (route.isEmpty()) {
            String allow = there.stream()
                    .map(each -> each.method().equals("GET") ? "GET, HEAD" : each.method())
                    .distinct()
                    .collect(Collectors.joining(", "));
            return pages.notice(visit, 405, "method").with("Allow", allow);
        }
        Map<String, String> names = route.get().match(below).orElseThrow();
        return route.get().action().on(new Visit(visit.exchange(), visit.user(), names, visit.words()));
    }
}
