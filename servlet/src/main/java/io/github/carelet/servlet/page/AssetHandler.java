package io.github.carelet.servlet.page;

import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;
import java.util.List;

/**
 * {@code GET /assets/{name}.{hash}.{ext}}: files that never change; below {@code /assets/look/{look}}, the stylesheet in a
 * look.
 */
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
        return assets.named(String.join("/", segments.subList(1, segments.size())))
                .map(asset -> asset.reply().answer(exchange))
                .orElseGet(AssetHandler::notFound);
    }

    private static Reply notFound() {
        return Reply.text(404, "There is no such file.\n").with("Cache-Control", "no-store");
    }
}
