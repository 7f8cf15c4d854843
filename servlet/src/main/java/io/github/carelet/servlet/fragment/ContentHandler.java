package io.github.carelet.servlet.fragment;

import io.github.carelet.Carelet;
import io.github.carelet.Funnel;
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

    private static final String OPENER = "/fragments/booking";

    private final FragmentCache fragments;
    private final Optional<String> publicUrl;
    private final Funnel funnel;

    /**
     * Serves what the cache holds. Where the host said where the world sees the servlet, links lead there, because other hosts
     * take fragments over.
     */
    public ContentHandler(Carelet carelet, FragmentCache fragments) {
        this.fragments = fragments;
        this.publicUrl = carelet.publicUrl().map(URI::toASCIIString);
        this.funnel = carelet.funnel();
    }

    @Override
    public Reply handle(Exchange exchange) {
        if (!exchange.isRead()) {
            return Reply.of(405).with("Allow", "GET, HEAD");
        }
        Reply reply = fragments
                .find(publicUrl.orElseGet(exchange::base), exchange.path(), exchange.rawQuery())
                .answer(exchange, fragments.now());
        if (exchange.path().equals(OPENER) && reply.status() < 400) {
            funnel.count(Funnel.Step.OPENER, exchange.query().first("partner"));
        }
        return reply;
    }
}
