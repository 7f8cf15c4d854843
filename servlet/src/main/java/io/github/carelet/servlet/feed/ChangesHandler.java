package io.github.carelet.servlet.feed;

import io.github.carelet.Carelet;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.PreparedReply;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.source.Change;
import io.github.carelet.source.Change.Matter;
import io.github.carelet.source.ChangeCursor;
import io.github.carelet.source.ChangePage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code GET /api/changes?since=&limit=}: what has changed after a cursor, the oldest first; without one, everything there is.
 * A cursor that is well formed but unknown, for instance since nothing was kept over a restart, gets everything too, and
 * {@code "reset": true}: what was known before is to be forgotten.
 */
public final class ChangesHandler implements Handler {

    private static final int DEFAULT_LIMIT = 500;
    private static final int MOST = 1_000;
    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "public, no-cache",
            "Access-Control-Allow-Origin", "*",
            "X-Content-Type-Options", "nosniff");

    private final Carelet carelet;

    /** Tells of the changes in the catalogue that the given Carelet serves. */
    public ChangesHandler(Carelet carelet) {
        this.carelet = carelet;
    }

    @Override
    public Reply handle(Exchange exchange) {
        if (!exchange.isRead()) {
            return Reply.of(405).with("Allow", "GET, HEAD");
        }
        Query query = exchange.query();
        Optional<String> since = query.first("since");
        Optional<ChangeCursor> cursor = since.flatMap(ChangeCursor::parse);
        OptionalInt limit = limit(query.first("limit"));
        List<Map<String, String>> errors = new ArrayList<>();
        if (since.isPresent() && cursor.isEmpty()) {
            errors.add(error("since", "a 'next' of an earlier answer, or nothing"));
        }
        if (limit.isEmpty()) {
            errors.add(error("limit", "a whole number from 1 to " + MOST));
        }
        if (!errors.isEmpty()) {
            return Reply.problem(400, "invalid_parameter", "A parameter is not as expected.", Map.of("errors", errors))
                    .with("Access-Control-Allow-Origin", "*")
                    .with("Cache-Control", "no-store");
        }
        ChangePage page = carelet.changes(cursor, limit.getAsInt());
        return PreparedReply.of(Reply.json(200, json(page)).with(HEADERS)).answer(exchange);
    }

    private static OptionalInt limit(Optional<String> text) {
        if (text.isEmpty()) {
            return OptionalInt.of(DEFAULT_LIMIT);
        }
        boolean fits = text.get().matches("[0-9]{1,4}");
        int limit = fits ? Integer.parseInt(text.get()) : 0;
        return limit < 1 || limit > MOST ? OptionalInt.empty() : OptionalInt.of(limit);
    }

    private static Map<String, String> error(String field, String expected) {
        return Map.of("field", field, "code", "invalid", "message", "Expected " + expected + ".");
    }

    private static Map<String, Object> json(ChangePage page) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", page.version());
        json.put("reset", page.reset());
        json.put("changes", page.changes().stream().map(ChangesHandler::json).toList());
        json.put("next", page.next().toString());
        json.put("more", page.more());
        return json;
    }

    private static Map<String, Object> json(Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", change.kind().key());
        json.put("id", change.id());
        json.put("change", change.action().code());
        json.put("at", change.at().toString());
        json.put("version", change.version());
        if (!change.material().isEmpty()) {
            json.put("material", true);
            json.put("what", change.material().stream().map(Matter::code).toList());
        }
        return json;
    }
}
