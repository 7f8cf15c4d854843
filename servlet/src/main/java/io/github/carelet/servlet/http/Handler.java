package io.github.carelet.servlet.http;

import java.io.IOException;

/** Answers one family of routes. Safe for use by many threads. */
@FunctionalInterface
public interface Handler {

    /**
     * Answers a request.
     *
     * @throws IOException if the client is gone
     */
    Reply handle(Exchange exchange) throws IOException;
}
