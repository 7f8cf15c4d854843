package io.github.carelet.servlet.page;

import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.PreparedReply;
import io.github.carelet.servlet.http.Reply;
import java.util.List;
import java.util.Map;

/** {@code GET /api/manifest}: every asset with its address and its hash, for hosts that pin what they load. */
public final class ManifestHandler implements Handler {

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "public, max-age=300",
            "Access-Control-Allow-Origin", "*",
            "X-Content-Type-Options", "nosniff");

    private final Assets assets;

    /** Lists the given assets. */
    public ManifestHandler(Assets assets) {
        this.assets = assets;
    }

    @Override
    public Reply handle(Exchange exchange) {
        if (exchange.segments().size() != 2) {
            return Reply.text(404, "There is nothing here.\n");
        }
        if (!exchange.isRead()) {
            return Reply.of(405).with("Allow", "GET, HEAD");
        }
        List<Map<String, String>> list = assets.all().stream()
                .map(each ->
                        Map.of("name", each.name(), "href", each.href(exchange.base()), "integrity", each.integrity()))
                .toList();
        return PreparedReply.of(Reply.json(200, Map.of("assets", list)).with(HEADERS))
                .answer(exchange);
    }
}
