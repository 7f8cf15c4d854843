package io.github.carelet.servlet;

import static java.util.Map.entry;

import io.github.carelet.Carelet;
import io.github.carelet.Measures;
import io.github.carelet.servlet.doctor.DoctorHandler;
import io.github.carelet.servlet.embed.BookingMarkup;
import io.github.carelet.servlet.embed.ElementHandler;
import io.github.carelet.servlet.exchange.LookupHandler;
import io.github.carelet.servlet.exchange.OEmbedHandler;
import io.github.carelet.servlet.exchange.SchedulingHandler;
import io.github.carelet.servlet.exchange.SitemapHandler;
import io.github.carelet.servlet.feed.CatalogHandler;
import io.github.carelet.servlet.feed.ChangesHandler;
import io.github.carelet.servlet.form.BookingFlow;
import io.github.carelet.servlet.fragment.ContentHandler;
import io.github.carelet.servlet.fragment.FragmentCache;
import io.github.carelet.servlet.fragment.SearchApi;
import io.github.carelet.servlet.fragment.SearchFragments;
import io.github.carelet.servlet.fragment.SearchHandler;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.http.SlowBodyException;
import io.github.carelet.servlet.page.AssetHandler;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.EmbedHandler;
import io.github.carelet.servlet.page.ManifestHandler;
import io.github.carelet.servlet.page.Templates;
import io.github.carelet.servlet.pickup.PickupHandler;
import io.github.carelet.servlet.staff.SignIn;
import io.github.carelet.servlet.staff.StaffHandler;
import io.github.carelet.servlet.staff.User;
import io.github.carelet.servlet.studio.StudioHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which handler answers which path below the mount: the first segment decides. */
final class Routes implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final Reply NOT_FOUND = Reply.text(404, "There is nothing here.\n");

    private final FragmentCache fragments;
    private final SearchFragments searches;
    private final BookingMarkup booking;
    private final Assets assets = Assets.load();
    private final Map<String, Handler> byFirstSegment;
    private final RoutePatterns patterns;
    private final Measures measures;

    Routes(Carelet carelet, StaffAccess access) {
        Templates templates = Templates.precompiled();
        fragments = new FragmentCache(carelet, templates, assets);
        searches = new SearchFragments(carelet, templates, assets);
        booking = new BookingMarkup(carelet, templates);
        Handler content = new ContentHandler(carelet, fragments);
        Handler search = new SearchHandler(searches);
        BookingFlow flow = new BookingFlow(carelet, templates, assets);
        Map<String, Handler> api = Map.ofEntries(
                entry("/api/manifest", new ManifestHandler(assets)),
                entry("/api/search", new SearchApi(carelet)),
                entry("/api/token", flow.token()),
                entry("/api/slots", flow.slots()),
                entry("/api/catalog", new CatalogHandler(carelet)),
                entry("/api/changes", new ChangesHandler(carelet)));
        byFirstSegment = Map.ofEntries(
                entry("book", flow.book()),
                entry("bookings", flow.bookings()),
                entry("fragments", either("/fragments/search", search, content)),
                entry("pages", either("/pages/search", search, content)),
                entry("oembed", new OEmbedHandler(carelet, fragments, templates)),
                entry("lookup", new LookupHandler(carelet)),
                entry("fhir", new SchedulingHandler(carelet)),
                entry("sitemap.xml", new SitemapHandler(carelet)),
                entry("assets", new AssetHandler(assets)),
                entry("embed.js", new EmbedHandler(assets)),
                entry("embed", new ElementHandler(carelet, fragments, templates)),
                entry("api", below("/api/bookings/", new PickupHandler(carelet), byPath(api))),
                entry("health", new HealthHandler(carelet)),
                entry("staff", new StaffHandler(carelet, templates, assets, signIn(access))),
                entry("doctor", new DoctorHandler(carelet, templates, assets, signIn(access))),
                entry("studio", new StudioHandler(carelet, templates, assets, signIn(access))));
        patterns = new RoutePatterns(byFirstSegment.keySet(), api.keySet());
        measures = carelet.measures();
    }

    /** Returns what is answered below {@code /fragments}, for the host's own templates. */
    Fragments fragments(String base) {
        return new Fragments(fragments, searches, booking, assets, base);
    }

    @Override
    public Reply handle(Exchange exchange) throws IOException {
        String first = firstSegment(exchange.path());
        try {
            Reply reply = answer(first, exchange);
            measures.answered(patterns.of(first, exchange.path()), reply.status());
            return reply;
        } catch (SlowBodyException e) {
            measures.answered(patterns.of(first, exchange.path()), 408);
            throw e;
        } catch (RuntimeException e) {
            measures.answered(patterns.of(first, exchange.path()), 500);
            throw e;
        }
    }

    private Reply answer(String first, Exchange exchange) throws IOException {
        boolean staff = first.equals("staff");
        if (!staff && exchange.header("Service-Worker").isPresent()) {
            // A service worker of the host's page could read what the frame sends.
            return NOT_FOUND;
        }
        Handler handler = byFirstSegment.get(first);
        return handler == null ? NOT_FOUND : handler.handle(exchange);
    }

    /** Nobody gets in by an error in the host's code. */
    private static SignIn signIn(StaffAccess access) {
        return new SignIn(
                exchange -> {
                    try {
                        return access.user(exchange.request())
                                .map(user -> new User(user.name(), user.role() == StaffRole.ADMIN));
                    } catch (RuntimeException e) {
                        LOG.error("Nobody can be let into the inbox: who it is could not be found out", e);
                        return Optional.empty();
                    }
                },
                access.challenge());
    }

    private static Handler either(String path, Handler there, Handler elsewhere) {
        return exchange -> exchange.path().equals(path) ? there.handle(exchange) : elsewhere.handle(exchange);
    }

    private static Handler below(String prefix, Handler there, Handler elsewhere) {
        return exchange -> exchange.path().startsWith(prefix) ? there.handle(exchange) : elsewhere.handle(exchange);
    }

    private static Handler byPath(Map<String, Handler> handlers) {
        return exchange ->
                handlers.getOrDefault(exchange.path(), any -> NOT_FOUND).handle(exchange);
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
    }
}
