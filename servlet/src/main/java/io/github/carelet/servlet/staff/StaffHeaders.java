package io.github.carelet.servlet.staff;

import io.github.carelet.servlet.http.Reply;
import java.util.Map;

/**
 * The headers of every answer for people of the clinic, refusals included: nothing is kept, framed, sent elsewhere or run that is
 * not ours.
 */
public final class StaffHeaders {

    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"
            + "; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            + "; require-trusted-types-for 'script'; trusted-types 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "Cache-Control", "no-store",
            "Referrer-Policy", "same-origin",
            "X-Content-Type-Options", "nosniff",
            "X-Robots-Tag", "noindex",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private StaffHeaders() {}

    /** Returns an answer with them. */
    public static Reply on(Reply reply) {
        return reply.with(HEADERS);
    }
}
