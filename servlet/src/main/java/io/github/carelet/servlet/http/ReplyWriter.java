package io.github.carelet.servlet.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Puts a {@link Reply} on the wire, in one write. */
public final class ReplyWriter {

    private ReplyWriter() {}

    /**
     * Writes an answer.
     *
     * @param withBody whether the body goes with it; not for {@code HEAD}, which gets the headers that {@code GET} would get
     * @throws IOException if the client is gone
     */
    public static void write(Reply reply, boolean withBody, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        if (reply.status() == HttpServletResponse.SC_NOT_MODIFIED) {
            return;
        }
        response.setContentLength(reply.body().length);
        if (withBody) {
            response.getOutputStream().write(reply.body());
        }
    }

    /**
     * Writes the body of an answer into the page that includes it, by the writer that the page itself writes with. Status and
     * headers are the page's own.
     *
     * @throws IOException if the client is gone
     */
    public static void include(Reply reply, HttpServletResponse page) throws IOException {
        page.getWriter().write(new String(reply.body(), StandardCharsets.UTF_8));
    }
}
