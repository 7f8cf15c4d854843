package io.github.carelet.servlet.fragment;

import io.github.carelet.Carelet;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Templates;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Searches as HTML: the box, and what was found. Each is made for one request and kept by nobody, since it holds what a
 * visitor typed; that is neither logged nor part of any message. Safe for use by many threads.
 */
public final class SearchFragments {

    private final Carelet carelet;
    private final Renderer renderer;
    private final Headers headers;

    /** Searches what the clinic publishes. */
    public SearchFragments(Carelet carelet, Templates templates, Assets assets) {
        this.carelet = carelet;
        this.renderer = new Renderer(templates, assets, carelet);
        this.headers = new Headers(carelet, assets);
    }

    /** Returns the fragment as HTML, for a host's own templates. */
    public String html(String base, Query parameters) {
        Renderer.Rendered rendered = render(SearchRequest.read(carelet, base, false, parameters));
        return new String(rendered.bytes(), StandardCharsets.UTF_8);
    }

    /** Returns the answer to a request; links lead to where the world sees the servlet. */
    Reply answer(String base, boolean page, Query parameters) {
        SearchRequest request = SearchRequest.read(carelet, root(base), page, parameters);
        return headers.once(request.catalog(), render(request));
    }

    /** Returns the answer to a request whose body can't be read: who sent it still learns whom to call. */
    Reply unreadable(String base, boolean page, Query address, int status) {
        SearchRequest request = SearchRequest.read(carelet, root(base), page, address);
        Rendition failed = request.rendition().failed(Rendition.Status.INVALID);
        Reply reply = headers.once(request.catalog(), renderer.render(request.catalog(), failed, request.now()));
        return new Reply(status, reply.headers(), reply.body());
    }

    private String root(String base) {
        return carelet.publicUrl().map(URI::toASCIIString).orElse(base);
    }

    private Renderer.Rendered render(SearchRequest request) {
        if (!request.isAllowed() || request.words().isEmpty()) {
            return renderer.render(request.catalog(), request.rendition(), request.now());
        }
        String words = request.words().get();
        return renderer.render(
                request.catalog(),
                request.rendition(),
                request.now(),
                scene -> renderer.search(new SearchViews(scene).found(words, request.search(words))));
    }
}
