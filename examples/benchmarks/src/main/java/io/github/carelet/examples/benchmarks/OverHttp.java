package io.github.carelet.examples.benchmarks;

import java.io.IOException;

/** Work done by a server, and measured there: CPU time of its process for the requests that were answered. */
final class OverHttp implements Contender {

    private final String name;
    private final ServerProcess server;
    private final LoadClient client;
    private final HttpRequest request;

    OverHttp(String name, ServerProcess server, LoadClient client, HttpRequest request) {
        this.name = name;
        this.server = server;
        this.client = client;
        this.request = request;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Cost run(int times) throws IOException {
        long before = server.cpuNanos();
        int done = client.load(request, times);
        return new Cost(server.cpuNanos() - before, 0, done);
    }
}
