package io.github.carelet.servlet.page;

import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;
import java.util.List;

/** {@code GET /assets/{name}.{hash}.{ext}}: files that never change; the stylesheet also in a look, by the tokens of that. */
public final class AssetHandler implements Handler {

    private final Assets assets;

    /** Serves the given assets. */
    public AssetHandler(Assets assets) {
        this.assets = assets;
    }

    @Override
    public Reply handle(Exchange exchange) {
        if (!exchange.isRead()) {
            return Reply.of(405).with("Allow", "GET, HEAD");
        }
        List<String> segments = exchange.segments();
        if (segments.size() != 2) {
            return notFound();
        }
        try {
            return assets.named(segments.get(1), exchange.query())
                    .map(asset -> asset.reply().answer(exchange))
                    .orElseGet(AssetHandler::notFound);
        } catch (IllegalArgumentException e) {
            return Reply.text(400, "A look has a value that can't be used.\n").with("Cache-Control", "no-store");
        }
    }

    private static Reply notFound() {
        return Reply.text(404, "There is no such file.\n").with("Cache-Control", "no-store");
    }
}
