package io.github.carelet.servlet.exchange;

import io.github.carelet.Carelet;
import io.github.carelet.Partner;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Localized;
import io.github.carelet.language.Direction;
import io.github.carelet.language.LanguageTag;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.fragment.FragmentCache;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Templates;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jsoup.Jsoup;

/**
 * {@code GET /oembed?url=&format=json[&maxwidth=&maxheight=]}: how to show one of our pages in another one, by oEmbed 1.0.
 * A frame is only offered where the address names a partner, since no other site may frame us; everybody gets the links
 * that work without any script. Without a public address no URL is known to be ours, and each gets 404.
 */
public final class OEmbedHandler implements Handler {

    private static final List<String> PAGE_PARAMETERS =
            List.of("lang", "view", "heading", "sections", "location", "instance", "partner");
    private static final List<String> IDS = List.of("type", "treatment", "condition", "location");
    private static final Embedded.Size FORM = new Embedded.Size(640, 800);
    private static final Embedded.Size PAGE = new Embedded.Size(640, 600);
    private static final Embedded.Size LINKS = new Embedded.Size(640, 160);
    private static final int CACHE_SECONDS = 3_600;

    private final Carelet carelet;
    private final FragmentCache fragments;
    private final Templates templates;

    /** Answers for the pages of the given Carelet. */
    public OEmbedHandler(Carelet carelet, FragmentCache fragments, Templates templates) {
        this.carelet = carelet;
        this.fragments = fragments;
        this.templates = templates;
    }

    @Override
    public Reply handle(Exchange exchange) {
        return Answers.refusal(exchange).orElseGet(() -> answer(exchange, exchange.query()));
    }

    private Reply answer(Exchange exchange, Query query) {
        if (!query.first("format").orElse("json").equals("json")) {
            return Answers.problem(501, "format_not_offered", "There is JSON only", Map.of("formats", List.of("json")));
        }
        OptionalInt width = most(query, "maxwidth");
        OptionalInt height = most(query, "maxheight");
        Optional<String> url = query.first("url");
        if (url.isEmpty() || width.isEmpty() || height.isEmpty()) {
            return Answers.problem(
                    400, "invalid", "Expected a url, and pixels as maxwidth and maxheight if they matter", Map.of());
        }
        if (carelet.publicUrl().isEmpty()) {
            return Answers.problem(404, "no_public_url", "This site has not said its public address", Map.of());
        }
        URI root = carelet.publicUrl().get();
        return OwnAddress.parse(root, url.get())
                .flatMap(address -> target(root.toASCIIString(), address))
                .map(target -> json(root, target, width.getAsInt(), height.getAsInt()))
                .map(json -> Answers.cached(Reply.json(200, json), exchange))
                .orElseGet(
                        () -> Answers.problem(404, "not_ours", "There is no page of ours at that address", Map.of()));
    }

    /** What is to be shown, every part of it checked. */
    private record Target(String href, String title, String language, Embedded.Size size, Optional<Partner> partner) {}

    private Optional<Target> target(String root, OwnAddress address) {
        return address.path().equals("/book") ? form(root, address.query()) : page(root, address);
    }

    private Optional<Target> page(String root, OwnAddress address) {
        Optional<String> query = only(PAGE_PARAMETERS, address.query()).map(Query::written);
        Optional<Reply> page = query.map(
                        known -> fragments.plain(root, address.path(), known.isEmpty() ? "" : known.substring(1)))
                .filter(reply -> reply.status() == 200);
        return page.map(reply -> new Target(
                root + address.path() + query.get(),
                Jsoup.parse(new String(reply.body(), StandardCharsets.UTF_8)).title(),
                language(address.query()),
                PAGE,
                address.query().first("partner").flatMap(carelet::partner)));
    }

    private Optional<Target> form(String root, Query query) {
        List<String> names = List.of("type", "treatment", "condition", "location", "lang", "partner");
        Optional<Map<String, String>> known = only(names, query);
        Optional<Partner> partner = query.first("partner").flatMap(carelet::partner);
        boolean right = carelet.bookingDesk().isPresent()
                && IDS.stream()
                        .allMatch(name ->
                                query.first(name).map(id -> has(name, id)).orElse(true))
                && query.first("lang").map(LanguageTag::isWellFormed).orElse(true)
                && partner.isPresent() == query.first("partner").isPresent();
        return known.filter(parameters -> right)
                .map(parameters -> new Target(
                        root + "/book" + Query.written(parameters),
                        words(language(query)).text("book"),
                        language(query),
                        FORM,
                        partner));
    }

    private boolean has(String name, String id) {
        return switch (name) {
            case "type" -> catalog().appointmentType(id).isPresent();
            case "treatment" -> catalog().treatment(id).isPresent();
            case "condition" -> catalog().condition(id).isPresent();
            default -> catalog().location(id).isPresent();
        };
    }

    /** Returns the parameters of the given names; empty if one of them is there twice. */
    private static Optional<Map<String, String>> only(List<String> names, Query query) {
        Map<String, String> known = new LinkedHashMap<>();
        for (String name : names) {
            List<String> values = query.parameters().getOrDefault(name, List.of());
            if (values.size() > 1) {
                return Optional.empty();
            }
            values.forEach(value -> known.put(name, value));
        }
        return Optional.of(known);
    }

    private Map<String, Object> json(URI root, Target target, int maxWidth, int maxHeight) {
        boolean framed =
                target.partner().filter(each -> !each.origins().isEmpty()).isPresent();
        Embedded.Size size = (framed ? target.size() : LINKS).within(maxWidth, maxHeight);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", "1.0");
        json.put("type", "rich");
        json.put("title", target.title());
        json.put(
                "provider_name", catalog().clinic().name().in(target.language()).value());
        json.put("provider_url", root.toASCIIString() + "/pages/clinic");
        json.put("cache_age", CACHE_SECONDS);
        json.put("width", size.width());
        json.put("height", size.height());
        json.put("html", html(target, framed ? Optional.of(size) : Optional.empty()));
        return json;
    }

    private String html(Target target, Optional<Embedded.Size> frame) {
        Messages messages = words(target.language());
        Localized.Value<String> emergency = catalog().clinic().emergency().in(target.language());
        Embedded embedded = new Embedded(
                target.language(),
                Direction.of(target.language()),
                target.href(),
                target.title(),
                frame,
                catalog().clinic().phone().link().href(),
                messages.text("call", catalog().clinic().phone().display()),
                messages.emergencyText(emergency.value(), emergency.language(), target.language()));
        return new String(templates.render("exchange/embed.jte", embedded), StandardCharsets.UTF_8).strip();
    }

    private Messages words(String language) {
        return carelet.languages().in(language, catalog().clinic().defaultLanguage());
    }

    private String language(Query query) {
        return query.first("lang")
                .flatMap(tag -> LanguageTag.lookup(tag, catalog().clinic().languages()))
                .orElse(catalog().clinic().defaultLanguage());
    }

    /** Returns the most pixels that are wanted; empty if what is said is no number of them. */
    private static OptionalInt most(Query query, String name) {
        String text = query.first(name).orElse("99999");
        return text.matches("[1-9][0-9]{0,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private Catalog catalog() {
        return carelet.publication().catalog();
    }
}
