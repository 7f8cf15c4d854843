package io.github.carelet.servlet.exchange;

import io.github.carelet.Carelet;
import io.github.carelet.Publication;
import io.github.carelet.exchange.OwnPages;
import io.github.carelet.exchange.Sitemap;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.PreparedReply;
import io.github.carelet.servlet.http.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code GET /sitemap.xml[?part=n]}: the clinic's own pages for search engines, as one sitemap or as an index of several.
 * Addresses in it must be absolute: without a public address there is none. Made once for each catalogue and day.
 */
public final class SitemapHandler implements Handler {

    private final Carelet carelet;
    private volatile Optional<Made> made = Optional.empty();

    /** Lists the pages of the given Carelet. */
    public SitemapHandler(Carelet carelet) {
        this.carelet = carelet;
    }

    private record Made(
            String version, LocalDate day, String address, Sitemap sitemap, Map<String, PreparedReply> replies) {}

    @Override
    public Reply handle(Exchange exchange) {
        return Answers.refusal(exchange)
                .orElseGet(() -> carelet.publicUrl()
                        .map(root -> answer(root, exchange))
                        .orElseGet(() -> Answers.problem(
                                404, "no_public_url", "This site has not said its public address", Map.of())));
    }

    private Reply answer(URI root, Exchange exchange) {
        Made current = current(root);
        String part = exchange.query().first("part").orElse("");
        if (!part.isEmpty() && !isPart(part, current.sitemap().parts())) {
            return Answers.problem(404, "unknown", "There is no such part of the sitemap", Map.of());
        }
        return current.replies()
                .computeIfAbsent(part, key -> prepare(key, current))
                .answer(exchange);
    }

    private static boolean isPart(String text, int parts) {
        return text.matches("[1-9][0-9]{0,5}") && Integer.parseInt(text) <= parts;
    }

    private static PreparedReply prepare(String part, Made made) {
        Sitemap sitemap = made.sitemap();
        String xml;
        if (part.isEmpty() && sitemap.parts() > 1) {
            xml = sitemap.index(made.address() + "?part=");
        } else {
            xml = sitemap.part(part.isEmpty() ? 1 : Integer.parseInt(part));
        }
        return Answers.prepared(new Reply(
                200, Map.of("Content-Type", "application/xml;charset=utf-8"), xml.getBytes(StandardCharsets.UTF_8)));
    }

    private Made current(URI root) {
        Publication publication = carelet.publication();
        LocalDate day = carelet.clock()
                .instant()
                .atZone(publication.catalog().clinic().timeZone())
                .toLocalDate();
        Optional<Made> known = made.filter(each ->
                each.version().equals(publication.version()) && each.day().equals(day));
        return known.orElseGet(() -> {
            OwnPages pages = new OwnPages(
                    root.toASCIIString(), publication.catalog().clinic().defaultLanguage());
            Made next = new Made(
                    publication.version(),
                    day,
                    root.toASCIIString() + "/sitemap.xml",
                    Sitemap.of(publication.catalog(), pages, day),
                    new ConcurrentHashMap<>());
            made = Optional.of(next);
            return next;
        });
    }
}
