package io.github.carelet.servlet.fragment;

import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;

/**
 * {@code GET /fragments/{kind}[/{id}]} and {@code GET /pages/{same path}}: content, from memory. On the way of a request
 * that came before, nothing is read or rendered.
 */
public final class ContentHandler implements Handler {

    private final FragmentCache fragments;

    /** Serves what the cache holds. */
    public ContentHandler(FragmentCache fragments) {
        this.fragments = fragments;
    }

    @Override
    public Reply handle(Exchange exchange) {
        if (!exchange.isRead()) {
            return Reply.of(405).with("Allow", "GET, HEAD");
        }
        return fragments
                .find(exchange.base(), exchange.path(), exchange.rawQuery())
                .answer(exchange, fragments.now());
    }
}
