package io.github.carelet.servlet.fragment;

import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;
import java.net.URI;
import java.util.Optional;

/**
 * {@code GET /fragments/{kind}[/{id}]} and {@code GET /pages/{same path}}: content, from memory. On the way of a request
 * that came before, nothing is read or rendered.
 */
public final class ContentHandler implements Handler {

    private final FragmentCache fragments;
    private final Optional<String> publicUrl;

    /**
     * Serves what the cache holds.
     *
     * @param publicUrl where the world sees the servlet: links then lead there, because other hosts take fragments over
     */
    public ContentHandler(FragmentCache fragments, Optional<URI> publicUrl) {
        this.fragments = fragments;
        this.publicUrl = publicUrl.map(URI::toASCIIString);
    }

    @Override
    public Reply handle(Exchange exchange) {
        if (!exchange.isRead()) {
            return Reply.of(405).with("Allow", "GET, HEAD");
        }
        return fragments
                .find(publicUrl.orElseGet(exchange::base), exchange.path(), exchange.rawQuery())
                .answer(exchange, fragments.now());
    }
}
