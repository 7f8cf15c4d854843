package io.github.carelet.servlet.embed;

import gg.jte.Content;
import io.github.carelet.Carelet;
import io.github.carelet.Funnel;
import io.github.carelet.Partner;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.language.LanguageTag;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.fragment.FragmentCache;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.PreparedReply;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Document;
import io.github.carelet.servlet.page.Source;
import io.github.carelet.servlet.page.Templates;
import io.github.carelet.servlet.page.Theme;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /embed/carelet-widget} and {@code /embed/carelet-booking}: what {@code embed.js} puts into these elements, by their
 * attributes. A document with the stylesheet and one element; whatever has none leaves the fallback of the page in its place,
 * and so does a form in a page that may not frame it: that is known here, before a browser shows an error in its place.
 * Every page of an origin gets the same. What is no language counts as none: it comes from the page around.
 */
public final class ElementHandler implements Handler {

    private static final List<String> OF_CONTENT = List.of("view", "heading", "sections", "location", "partner");
    private static final Reply NOT_FOUND =
            Reply.text(404, "There is nothing to embed here.\n").with("Access-Control-Allow-Origin", "*");
    private static final Map<String, String> HEADERS = Map.of(
            "Access-Control-Allow-Origin", "*",
            "Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Robots-Tag", "noindex");
    private static final String FRAMED = "frame";
    private static final String LIFETIME = "public, max-age=300";

    private final Carelet carelet;
    private final FragmentCache fragments;
    private final Templates templates;
    private final FormAddresses addresses;

    /** Answers for the given Carelet. */
    public ElementHandler(Carelet carelet, FragmentCache fragments, Templates templates) {
        this.carelet = carelet;
        this.fragments = fragments;
        this.templates = templates;
        this.addresses = new FormAddresses(carelet);
    }

    @Override
    public Reply handle(Exchange exchange) {
        if (exchange.segments().size() != 2) {
            return NOT_FOUND;
        }
        if (!exchange.isRead()) {
            return Reply.of(405).with("Allow", "GET, HEAD");
        }
        Query query = exchange.query();
        if (!query.first(Theme.PARAMETER).map(Theme::isKnown).orElse(true)) {
            return NOT_FOUND;
        }
        Optional<Reply> reply = switch (exchange.segments().get(1)) {
            case "carelet-widget" -> widget(exchange.base(), query);
            case "carelet-booking" -> booking(exchange, query);
            default -> Optional.empty();
        };
        if (reply.isPresent() && exchange.segments().get(1).equals("carelet-booking")) {
            carelet.funnel().count(Funnel.Step.OPENER, query.first("partner"));
        }
        return reply.map(each -> PreparedReply.of(each.with(HEADERS)).answer(exchange))
                .orElse(NOT_FOUND)
                .with("Vary", "Accept-Encoding, Origin");
    }

    /** What is withdrawn says so in place of the fallback, which may be older. */
    private Optional<Reply> widget(String base, Query query) {
        String path = "/fragments/" + query.first("kind").orElse("")
                + query.first("name").map("/"::concat).orElse("");
        Map<String, String> parameters = given(query, OF_CONTENT);
        parameters.put("lang", language(query));
        Reply fragment = fragments.plain(base, path, Query.joined(parameters));
        String html = new String(fragment.body(), StandardCharsets.UTF_8);
        return fragment.status() == 200 || fragment.status() == 410
                ? Optional.of(document(base, query, fragment.status(), output -> output.writeContent(html))
                        .with("Cache-Control", fragment.headers().getOrDefault("Cache-Control", "no-store")))
                : Optional.empty();
    }

    private Optional<Reply> booking(Exchange exchange, Query query) {
        String base = exchange.base();
        Optional<BookingFrame.Mode> mode =
                BookingFrame.Mode.of(query.first("mode").orElse("inline"));
        Map<String, String> parameters = given(query, FormAddresses.IDS);
        parameters.put("lang", language(query));
        parameters.putAll(given(query, List.of("partner", Theme.PARAMETER)));
        Source.of(query).ifPresent(source -> parameters.put(Source.PARAMETER, source));
        Optional<String> href = addresses.of(base, parameters);
        if (mode.isEmpty() || href.isEmpty() || !addresses.known(parameters).equals(parameters)) {
            return Optional.empty();
        }
        if (mode.get() == BookingFrame.Mode.INLINE && query.first(FRAMED).isEmpty() && !mayFrame(exchange, query)) {
            return Optional.empty();
        }
        Messages words = words(query);
        BookingFrame frame = new BookingFrame(mode.get(), words.text("book"), words.text("embed.close"), href.get());
        return Optional.of(document(base, query, 200, templates.content("embed/booking.jte", frame))
                .with("Cache-Control", LIFETIME));
    }

    /** A page of the same origin sends none with this request; whom the clinic's own Carelet lets frame the form, only that one knows. */
    private boolean mayFrame(Exchange exchange, Query query) {
        List<String> origins = query.first("partner")
                .flatMap(carelet::partner)
                .map(Partner::origins)
                .orElse(List.of());
        return carelet.bookingDesk().isEmpty()
                || exchange.header("Origin")
                        .map(origin -> PageOrigin.of(origin)
                                .map(page -> page.isAmong(origins))
                                .orElse(false))
                        .orElse(true);
    }

    private Reply document(String base, Query query, int status, Content content) {
        Messages words = words(query);
        Document document = new Document(
                        words.language(),
                        words.direction(),
                        words.text("book"),
                        fragments.stylesheet(base, query.first("partner")),
                        false)
                .in(query.first(Theme.PARAMETER).flatMap(Theme::of));
        return Reply.html(status, templates.render("embed/element.jte", new Element(document, content)));
    }

    private static Map<String, String> given(Query query, List<String> names) {
        Map<String, String> given = new LinkedHashMap<>();
        names.forEach(name -> query.first(name).ifPresent(value -> given.put(name, value)));
        return given;
    }

    private Messages words(Query query) {
        return carelet.languages().in(language(query), catalog(query).clinic().defaultLanguage());
    }

    private String language(Query query) {
        return query.first("lang")
                .map(tag -> tag.replace('_', '-'))
                .filter(LanguageTag::isWellFormed)
                .flatMap(tag -> LanguageTag.lookup(tag, catalog(query).clinic().languages()))
                .orElseGet(() -> catalog(query).clinic().defaultLanguage());
    }

    /** What a partner is for may be in fewer languages. */
    private Catalog catalog(Query query) {
        return carelet.catalog(query.first("partner").flatMap(carelet::partner));
    }
}
