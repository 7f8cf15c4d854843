package io.github.carelet.servlet.form;

import io.github.carelet.Partner;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Origin;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Isolation;
import io.github.carelet.servlet.page.Sandbox;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The headers of every answer of the booking flow. They give the document an origin of its own, so that neither a script
 * of the page that frames it nor one of the same host reads what is typed.
 */
final class FormHeaders {

    private final String self;
    private final Map<String, String> isolation;

    /**
     * Makes the headers of a mount.
     *
     * @param publicUrl where the world sees the servlet, see {@link Origin#self}
     * @param isolated whether pages that are cross-origin isolated may frame it
     */
    FormHeaders(Optional<URI> publicUrl, boolean isolated) {
        this.isolation = Isolation.headers(isolated);
        this.self = Origin.self(publicUrl);
    }

    /** Returns the headers of a step that nobody has filled in: it may come back, with what was typed, by the Back button. */
    Map<String, String> ofEmptyStep(Optional<Partner> partner) {
        return headers(partner, "private, no-cache");
    }

    /** Returns the headers of everything else. */
    Map<String, String> ofAnswer(Optional<Partner> partner) {
        return headers(partner, "no-store");
    }

    /**
     * Returns a step so that the script of the form may read it, which has no origin: it moves on without a reload then. Whoever
     * has one is told nothing.
     */
    static Reply forOwnScript(Exchange exchange, Reply step) {
        Reply varying = step.with("Vary", "Origin");
        boolean opaque = exchange.header("Origin").equals(Optional.of("null"));
        return opaque ? varying.with("Access-Control-Allow-Origin", "*") : varying;
    }

    private Map<String, String> headers(Optional<Partner> partner, String caching) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", policy(partner));
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Cache-Control", caching);
        headers.putAll(isolation);
        return headers;
    }

    private String policy(Optional<Partner> partner) {
        String ancestors = partner.filter(known -> !known.origins().isEmpty())
                .map(known -> " " + String.join(" ", known.origins()))
                .orElse("");
        return "sandbox " + Sandbox.TOKENS + "; default-src 'none'"
                + "; style-src " + self
                + "; script-src " + self
                + "; img-src " + self
                + "; font-src " + self
                + "; connect-src " + self
                + "; form-action " + self
                + "; base-uri 'none'"
                + "; frame-ancestors " + self + ancestors
                + "; require-trusted-types-for 'script'; trusted-types 'none'";
    }
}
