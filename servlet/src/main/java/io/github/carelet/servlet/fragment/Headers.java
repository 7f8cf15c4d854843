package io.github.carelet.servlet.fragment;

import io.github.carelet.Carelet;
import io.github.carelet.Partner;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.servlet.fragment.Rendition.Status;
import io.github.carelet.servlet.http.Origin;
import io.github.carelet.servlet.http.PreparedReply;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Isolation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that is sent with a rendition but its bytes. */
final class Headers {

    private static final String FAILURE_LIFETIME = "public, max-age=60";

    private final Carelet carelet;
    private final Assets assets;

    Headers(Carelet carelet, Assets assets) {
        this.carelet = carelet;
        this.assets = assets;
    }

    /** Returns a rendition of a catalogue as an answer that nobody keeps: it holds what a visitor typed. */
    Reply once(Catalog catalog, Renderer.Rendered rendered) {
        Rendition rendition = rendered.rendition();
        int status = rendition.status().code();
        Reply reply = rendition.plain() ? Reply.text(status, rendered.bytes()) : Reply.html(status, rendered.bytes());
        return reply.with(rendition.page() ? page(catalog, rendition) : fragment(rendition))
                .with("X-Content-Type-Options", "nosniff")
                .with("Cache-Control", "no-store");
    }

    /** Returns a rendition of a catalogue as an answer. */
    PreparedReply prepare(Catalog catalog, Renderer.Rendered rendered, Horizon horizon) {
        Rendition rendition = rendered.rendition();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", rendition.status() == Status.OK ? Fragment.lifetime(horizon) : FAILURE_LIFETIME);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.putAll(rendition.page() ? page(catalog, rendition) : fragment(rendition));
        int status = rendition.status().code();
        Reply reply = rendition.plain() ? Reply.text(status, rendered.bytes()) : Reply.html(status, rendered.bytes());
        return PreparedReply.of(reply.with(headers));
    }

    private Map<String, String> fragment(Rendition rendition) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put("X-Robots-Tag", "noindex");
        if (!rendition.plain()) {
            String href = assets.stylesheet(
                            rendition.base(), rendition.partner().flatMap(carelet::partner))
                    .href();
            headers.put("Link", "<" + href + ">; rel=preload; as=style; crossorigin");
        }
        return headers;
    }

    private Map<String, String> page(Catalog catalog, Rendition rendition) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", policy(rendition));
        headers.put("Referrer-Policy", "no-referrer");
        headers.putAll(Isolation.headers(carelet.crossOriginIsolated()));
        if (carelet.publicUrl().isPresent() && rendition.status() == Status.OK) {
            String answer = new HeadLinks(catalog, rendition).oembed();
            headers.put("Link", "<" + answer + ">; rel=\"alternate\"; type=\"" + HeadLinks.OEMBED + "\"");
        }
        return headers;
    }

    private String policy(Rendition rendition) {
        String own = carelet.publicUrl().map(Origin::of).map(" "::concat).orElse("");
        List<String> partner = rendition
                .partner()
                .flatMap(carelet::partner)
                .map(Partner::origins)
                .orElse(List.of());
        String ancestors = String.join(" ", partner);
        boolean hasForm = rendition.kind().filter(Kind.SEARCH::equals).isPresent();
        return "default-src 'none'; style-src 'self'" + own
                + "; img-src 'self' https:; base-uri 'none'; form-action " + (hasForm ? "'self'" + own : "'none'")
                + "; frame-ancestors 'self'"
                + (ancestors.isEmpty() ? "" : " " + ancestors);
    }
}
