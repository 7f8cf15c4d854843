package io.github.carelet.servlet.exchange;

import io.github.carelet.Carelet;
import io.github.carelet.Derived;
import io.github.carelet.exchange.CodeIndex;
import io.github.carelet.language.LanguageTag;
import io.github.carelet.servlet.fragment.BookingRoot;
import io.github.carelet.servlet.http.Accept;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.http.Reply;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /lookup?system=&code=[&lang=&format=json|html]}: what the clinic has to say about a code of a terminology, for
 * health records and portals. The names of HL7 Infobutton are understood as well: {@code mainSearchCriteria.v.cs},
 * {@code mainSearchCriteria.v.c}, {@code informationRecipient.languageCode.c}. Who asks for HTML is led to the page of the
 * first condition, or to the list where none is known. A code is never logged and never repeated.
 */
public final class LookupHandler implements Handler {

    private final Carelet carelet;
    private final Derived<CodeIndex> codes;
    private final BookingRoot booking;

    /** Looks into what the given Carelet serves. */
    public LookupHandler(Carelet carelet) {
        this.carelet = carelet;
        this.codes = Derived.of(carelet, publication -> CodeIndex.of(publication.catalog()));
        this.booking = BookingRoot.of(carelet);
    }

    @Override
    public Reply handle(Exchange exchange) {
        return Answers.refusal(exchange).orElseGet(() -> answer(exchange, exchange.query()));
    }

    private Reply answer(Exchange exchange, Query query) {
        Optional<String> named = either(query, "system", "mainSearchCriteria.v.cs");
        Optional<String> code = either(query, "code", "mainSearchCriteria.v.c");
        Optional<String> language = either(query, "lang", "informationRecipient.languageCode.c");
        Optional<String> format = query.first("format");
        boolean right = language.map(LanguageTag::isWellFormed).orElse(true)
                && format.map(List.of("json", "html")::contains).orElse(true);
        if (named.isEmpty() || code.isEmpty() || !right) {
            return Answers.problem(
                    400, "invalid", "Expected system and code; lang is a language tag, format json or html", Map.of());
        }
        CodeIndex index = codes.get();
        Optional<String> system = index.system(named.get());
        if (system.isEmpty()) {
            return Answers.problem(
                    422, "unknown_system", "That system of codes is not known here", Map.of("known", index.systems()));
        }
        Optional<String> normal = CodeIndex.normal(system.get(), code.get());
        if (normal.isEmpty()) {
            return Answers.problem(400, "invalid", "Expected a code of letters, digits, points and hyphens", Map.of());
        }
        Finding finding = finding(exchange, system.get(), index.find(system.get(), normal.get()), language);
        return wantsHtml(exchange, format) ? redirect(finding) : json(finding, exchange);
    }

    private Finding finding(Exchange exchange, String system, CodeIndex.Found found, Optional<String> language) {
        List<String> offered = carelet.publication().catalog().clinic().languages();
        String tag = language.flatMap(each -> LanguageTag.lookup(each, offered)).orElse(offered.get(0));
        String base = carelet.publicUrl().map(URI::toASCIIString).orElseGet(exchange::base);
        return new Finding(
                carelet.publication().catalog(),
                system,
                found,
                tag,
                carelet.languages().in(tag, offered.get(0)),
                carelet.clock().instant(),
                base,
                booking.of(base));
    }

    private static Reply json(Finding finding, Exchange exchange) {
        Reply reply = Answers.cached(Reply.json(200, finding.json()), exchange);
        return reply.with("Vary", "Accept, Accept-Encoding");
    }

    private static Reply redirect(Finding finding) {
        return Reply.of(303)
                .with("Location", finding.page())
                .with("Vary", "Accept")
                .with("Cache-Control", "public, max-age=300")
                .with("Access-Control-Allow-Origin", "*")
                .with("Referrer-Policy", "no-referrer");
    }

    private static boolean wantsHtml(Exchange exchange, Optional<String> format) {
        Accept accept = Accept.parse(exchange.header("Accept").orElse(""));
        return format.map("html"::equals)
                .orElseGet(() -> accept.quality("text/html") > accept.quality("application/json"));
    }

    private static Optional<String> either(Query query, String name, String otherName) {
        return query.first(name).or(() -> query.first(otherName));
    }
}
