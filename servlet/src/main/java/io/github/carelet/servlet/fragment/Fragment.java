package io.github.carelet.servlet.fragment;

import io.github.carelet.Partner;
import io.github.carelet.catalog.CatalogQuestion;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.PreparedReply;
import io.github.carelet.servlet.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A rendition as bytes, ready to be sent.
 *
 * @param reply the answer
 * @param made when it was made
 * @param horizon how long it stays true
 * @param rests on what it rests: where another catalogue answers all of these alike, it is true as well
 * @param partner the site that it was made for, as it was known then
 */
record Fragment(
        PreparedReply reply, Instant made, Horizon horizon, Set<CatalogQuestion> rests, Optional<Partner> partner) {

    private static final int QUESTION = 120;
    private static final int MAX_AGE = 300;
    private static final int REVALIDATE = 600;
    private static final int IF_ERROR = 86_400;

    Fragment {
        rests = Set.copyOf(rests);
    }

    /** Returns the lifetime as caches may have it where nothing but a new catalogue ends it. */
    static String lifetime(Horizon horizon) {
        String stale = ", stale-while-revalidate=" + REVALIDATE + ", stale-if-error=" + IF_ERROR;
        return "public, max-age=" + MAX_AGE + (horizon.live() ? "" : stale);
    }

    /** Returns whether it is still true; after a clock was set back, it is not known to be. */
    boolean holdsAt(Instant now) {
        return horizon.end()
                .filter(end -> now.isBefore(made) || !now.isBefore(end))
                .isEmpty();
    }

    /** Returns the answer to a request, its lifetime cut at the horizon. */
    Reply answer(Exchange exchange, Instant now) {
        return cut(reply.answer(exchange), now);
    }

    /** Returns the answer to whoever neither compresses nor knows any, its lifetime cut at the horizon. */
    Reply plain(Instant now) {
        return cut(reply.plain(), now);
    }

    private Reply cut(Reply answer, Instant now) {
        Optional<Instant> end = horizon.end();
        int reach = MAX_AGE + (horizon.live() ? 0 : IF_ERROR);
        if (end.isEmpty() || end.get().isAfter(now.plusSeconds(reach))) {
            return answer;
        }
        long left = Math.max(0, Duration.between(now, end.get()).toSeconds());
        return answer.with("Cache-Control", "public, max-age=" + Math.min(MAX_AGE, left));
    }

    /** Returns the HTML. */
    String html() {
        return new String(reply.plain().body(), StandardCharsets.UTF_8);
    }

    /** Returns how many bytes it holds in memory, nearly. */
    int weight() {
        return reply.weight() + 2_000 + QUESTION * rests.size();
    }
}
