package io.github.carelet.servlet.page;

import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;

/** {@code GET /embed.js}: the script of Carelet's elements, under the address that pages of other sites keep. */
public final class EmbedHandler implements Handler {

    private final Assets assets;

    /** Serves the script of the given assets. */
    public EmbedHandler(Assets assets) {
        this.assets = assets;
    }

    @Override
    public Reply handle(Exchange exchange) {
        if (exchange.segments().size() != 1) {
            return Reply.text(404, "There is no such file.\n").with("Cache-Control", "no-store");
        }
        if (!exchange.isRead()) {
            return Reply.of(405).with("Allow", "GET, HEAD");
        }
        return assets.embed().reply().answer(exchange).with("Cache-Control", "public, max-age=300");
    }
}
