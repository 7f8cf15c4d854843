package io.github.carelet.servlet.fragment;

import io.github.carelet.Carelet;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.Practitioner;
import io.github.carelet.search.SearchGroup;
import io.github.carelet.search.SearchHit;
import io.github.carelet.search.SearchResult;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.http.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /api/search?q=&lang=&location=&limit=}, or the same as a posted form: what was found, as JSON.
 *
 * @param carelet whose catalogue is searched
 */
public record SearchApi(Carelet carelet) implements Handler {

    @Override
    public Reply handle(Exchange exchange) throws IOException {
        return answer(exchange).with("Cache-Control", "no-store").with("Access-Control-Allow-Origin", "*");
    }

    private Reply answer(Exchange exchange) throws IOException {
        SearchInput.Reading reading = SearchInput.read(exchange);
        if (reading instanceof SearchInput.Reading.Unreadable unreadable) {
            Reply problem = problem(unreadable.status(), "unreadable", "Send q in the address, or as a small form");
            return unreadable.status() == 405 ? problem.with("Allow", "GET, HEAD, POST") : problem;
        }
        Query parameters = ((SearchInput.Reading.Parameters) reading).query();
        String base = carelet.publicUrl().map(URI::toASCIIString).orElseGet(exchange::base);
        SearchRequest request = SearchRequest.read(carelet, base, false, parameters);
        return request.words()
                .filter(words -> request.isAllowed())
                .map(words -> Reply.json(200, json(request, request.search(words))))
                .orElseGet(() -> problem(
                        400, "parameter", "Expected q with 1 to 200 characters, and other parameters as documented"));
    }

    private static Reply problem(int status, String code, String title) {
        return Reply.problem(status, code, title, Map.of());
    }

    private Map<String, Object> json(SearchRequest request, SearchResult result) {
        Voice voice = Voice.of(carelet, request.catalog(), request.rendition().language());
        Links links = new Links(request.rendition(), request.catalog().clinic().defaultLanguage(), Optional.empty());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lang", request.rendition().language());
        json.put("count", result.count());
        json.put("urgent", result.urgent());
        json.put("emergency", voice.emergencyText(request.catalog().clinic().emergency()));
        result.didYouMean().ifPresent(words -> json.put("didYouMean", words));
        json.put(
                "groups",
                result.groups().stream()
                        .map(group -> group(request.catalog(), group, voice, links))
                        .toList());
        return json;
    }

    private static Map<String, Object> group(Catalog catalog, SearchGroup group, Voice voice, Links links) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", Kind.valueOf(group.kind().name()).code());
        json.put("count", group.count());
        json.put(
                "hits",
                group.hits().stream()
                        .map(hit -> hit(catalog, hit, voice, links))
                        .toList());
        return json;
    }

    private static Map<String, Object> hit(Catalog catalog, SearchHit hit, Voice voice, Links links) {
        Kind kind = Kind.valueOf(hit.kind().name());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", kind.code());
        json.put("id", hit.id());
        name(catalog, kind, hit.id(), voice).ifPresent(name -> {
            json.put("name", name.value());
            json.put("lang", name.language());
        });
        summary(catalog, kind, hit.id(), voice).ifPresent(summary -> {
            json.put("summary", summary.value());
            json.put("summaryLang", summary.language());
        });
        json.put("page", links.page(kind, hit.id()));
        json.put("fragment", links.fragment(kind, hit.id()));
        json.put("matched", hit.matched().code());
        return json;
    }

    private static Optional<Text> name(Catalog catalog, Kind kind, String id, Voice voice) {
        return switch (kind) {
            case CONDITIONS -> catalog.condition(id).map(item -> voice.of(item.name()));
            case TREATMENTS -> catalog.treatment(id).map(item -> voice.of(item.name()));
            case ARTICLES -> catalog.article(id).map(item -> voice.of(item.name()));
            case LOCATIONS -> catalog.location(id).map(Location::name).map(voice::of);
            case PRACTITIONERS ->
                catalog.practitioner(id).map(Practitioner::name).map(voice::of);
            case CLINIC, BOOKING, SEARCH -> Optional.empty();
        };
    }

    private static Optional<Text> summary(Catalog catalog, Kind kind, String id, Voice voice) {
        return switch (kind) {
            case CONDITIONS -> catalog.condition(id).flatMap(item -> voice.ifSaid(item.summary()));
            case TREATMENTS -> catalog.treatment(id).flatMap(item -> voice.ifSaid(item.summary()));
            case ARTICLES -> catalog.article(id).flatMap(item -> voice.ifSaid(item.summary()));
            case LOCATIONS ->
                catalog.location(id).map(each -> voice.ours(each.address().oneLine()));
            case PRACTITIONERS -> catalog.practitioner(id).flatMap(each -> voice.ifSaid(each.role()));
            case CLINIC, BOOKING, SEARCH -> Optional.empty();
        };
    }
}
