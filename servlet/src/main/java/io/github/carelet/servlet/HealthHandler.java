package io.github.carelet.servlet;

import com.fasterxml.jackson.databind.node.NullNode;
import io.github.carelet.Carelet;
import io.github.carelet.Health;
import io.github.carelet.calendar.CalendarState;
import io.github.carelet.catalog.ContentHealth;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * {@code GET /health}: whether this node can do its work, as JSON; 503 when it can't take bookings. {@code GET
 * /health/content}: what an editor has to look after, one by one. That is about what is published, and public like it; what
 * the reader had to say is only counted, since it names files.
 */
final class HealthHandler implements Handler {

    private final Carelet carelet;

    HealthHandler(Carelet carelet) {
        this.carelet = carelet;
    }

    @Override
    public Reply handle(Exchange exchange) {
        boolean content = exchange.path().equals("/health/content");
        if (exchange.segments().size() != 1 && !content) {
            return Reply.text(404, "There is nothing here.\n");
        }
        if (!exchange.isRead()) {
            return Reply.of(405).with("Allow", "GET, HEAD");
        }
        return (content ? content() : node())
                .with("Cache-Control", "no-store")
                .with("Access-Control-Allow-Origin", "*");
    }

    private Reply node() {
        Health health = carelet.health();
        Map<String, Object> json = json(health);
        json.put("content", counts(carelet.contentHealth()));
        return Reply.json(health.ok() ? 200 : 503, json);
    }

    private Reply content() {
        ContentHealth health = carelet.contentHealth();
        Map<String, Object> json = counts(health);
        json.put("findings", health.findings().stream().map(HealthHandler::json).toList());
        return Reply.json(200, json);
    }

    private static Map<String, Object> counts(ContentHealth health) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("day", health.day().toString());
        json.put("items", health.items());
        for (ContentHealth.Kind kind : ContentHealth.Kind.values()) {
            json.put(code(kind), health.count(kind));
        }
        json.put("missingTranslations", health.missingTranslations());
        return json;
    }

    private static Map<String, Object> json(ContentHealth.Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", code(finding.kind()));
        json.put("place", finding.place());
        finding.since().ifPresent(day -> json.put("since", day.toString()));
        finding.language().ifPresent(language -> json.put("language", language));
        return json;
    }

    private static String code(ContentHealth.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> json(Health health) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", health.ok() ? "ok" : "unavailable");
        Map<String, Object> catalog = new LinkedHashMap<>();
        catalog.put("version", health.publication().version());
        catalog.put("loadedAt", health.publication().loadedAt().toString());
        catalog.put("newest", health.publication().isNewest());
        catalog.put("problems", health.publication().problems().size());
        health.cluster().ifPresent(cluster -> catalog.put("cluster", json(cluster)));
        json.put("catalog", catalog);
        json.put("store", health.store());
        Map<String, Object> outbox = new LinkedHashMap<>();
        health.outbox().ifPresent(backlog -> {
            outbox.put("due", backlog.due());
            outbox.put("oldest", backlog.oldest().<Object>map(Object::toString).orElse(NullNode.getInstance()));
            outbox.put("dead", backlog.dead());
        });
        json.put("outbox", outbox);
        if (!health.calendars().isEmpty()) {
            Map<String, Object> calendars = new LinkedHashMap<>();
            health.calendars().forEach(each -> calendars.put(each.practitioner(), json(each)));
            json.put("calendars", calendars);
        }
        health.audit().ifPresent(audit -> json.put("audit", json(audit)));
        json.put("tzdb", health.tzdb());
        return json;
    }

    private static Map<String, Object> json(Health.Cluster cluster) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", cluster.isBehind() ? "behind" : "current");
        json.put("version", cluster.version());
        json.put("newest", cluster.newest());
        json.put("since", cluster.since().toString());
        return json;
    }

    private static Map<String, Object> json(CalendarState calendar) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", calendar.status().name().toLowerCase(Locale.ROOT));
        json.put("readAt", calendar.readAt().<Object>map(Instant::toString).orElse(NullNode.getInstance()));
        json.put("problems", calendar.problems());
        return json;
    }

    private static Map<String, Object> json(Health.Audit audit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("entries", audit.entries());
        json.put("mark", audit.mark());
        json.put("verified", audit.verified());
        json.put("whole", audit.isWhole());
        json.put("faultless", audit.fault().isEmpty());
        json.put("unverified", audit.unverified());
        audit.fault().ifPresent(fault -> json.put("faultAt", fault.number()));
        return json;
    }
}
