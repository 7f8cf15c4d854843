package io.github.carelet.servlet;

import com.fasterxml.jackson.databind.node.NullNode;
import io.github.carelet.Carelet;
import io.github.carelet.Health;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code GET /health}: whether this node can do its work, as JSON; 503 when it can't take bookings. */
final class HealthHandler implements Handler {

    private final Carelet carelet;

    HealthHandler(Carelet carelet) {
        this.carelet = carelet;
    }

    @Override
    public Reply handle(Exchange exchange) {
        if (exchange.segments().size() != 1) {
            return Reply.text(404, "There is nothing here.\n");
        }
        if (!exchange.isRead()) {
            return Reply.of(405).with("Allow", "GET, HEAD");
        }
        Health health = carelet.health();
        return Reply.json(health.ok() ? 200 : 503, json(health))
                .with("Cache-Control", "no-store")
                .with("Access-Control-Allow-Origin", "*");
    }

    private static Map<String, Object> json(Health health) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", health.ok() ? "ok" : "unavailable");
        Map<String, Object> catalog = new LinkedHashMap<>();
        catalog.put("version", health.publication().version());
        catalog.put("loadedAt", health.publication().loadedAt().toString());
        catalog.put("newest", health.publication().isNewest());
        catalog.put("problems", health.publication().problems().size());
        json.put("catalog", catalog);
        json.put("store", health.store());
        Map<String, Object> outbox = new LinkedHashMap<>();
        health.outbox().ifPresent(backlog -> {
            outbox.put("due", backlog.due());
            outbox.put("oldest", backlog.oldest().<Object>map(Object::toString).orElse(NullNode.getInstance()));
            outbox.put("dead", backlog.dead());
        });
        json.put("outbox", outbox);
        json.put("tzdb", health.tzdb());
        return json;
    }
}
