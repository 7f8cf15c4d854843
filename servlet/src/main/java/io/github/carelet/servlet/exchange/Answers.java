package io.github.carelet.servlet.exchange;

import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.PreparedReply;
import io.github.carelet.servlet.http.Reply;
import java.util.Map;
import java.util.Optional;

/** What the answers to programs have in common: any origin may read them, and caches may keep them for a while. */
final class Answers {

    private static final Map<String, String> OPEN =
            Map.of("Access-Control-Allow-Origin", "*", "X-Content-Type-Options", "nosniff", "X-Robots-Tag", "noindex");

    private Answers() {}

    /** Returns why a request gets no answer; empty if its method and path are right. */
    static Optional<Reply> refusal(Exchange exchange) {
        if (exchange.segments().size() != 1) {
            return Optional.of(Reply.text(404, "There is nothing here.\n"));
        }
        return exchange.isRead() ? Optional.empty() : Optional.of(onlyRead());
    }

    /** Returns what is said to who wants to change what can only be read. */
    static Reply onlyRead() {
        return Reply.of(405).with("Allow", "GET, HEAD").with(OPEN);
    }

    /** Returns an answer by what the client has already and how it wants it packed. */
    static Reply cached(Reply reply, Exchange exchange) {
        return prepared(reply).answer(exchange);
    }

    static PreparedReply prepared(Reply reply) {
        return PreparedReply.of(reply.with(OPEN).with("Cache-Control", "public, max-age=300"));
    }

    /** Returns a problem that is not worth keeping for long. */
    static Reply problem(int status, String code, String title, Map<String, ?> more) {
        return Reply.problem(status, code, title, more).with(OPEN).with("Cache-Control", "public, max-age=60");
    }
}
