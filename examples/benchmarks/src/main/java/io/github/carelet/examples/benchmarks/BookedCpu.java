package io.github.carelet.examples.benchmarks;

import java.util.List;

/**
 * A server that takes bookings, as a contender by the CPU time of its process: what is left of the difference when nobody
 * waits for the disk.
 *
 * @param name what it is called in the table
 * @param client books there
 * @param server the process
 * @param atOnce how many at once
 */
record BookedCpu(String name, BookingClient client, ServerProcess server, int atOnce) implements Contender {

    @Override
    public Cost run(int times) throws Exception {
        List<HttpRequest> ready = client.requests(times);
        long before = server.cpuNanos();
        client.send(ready, atOnce);
        return new Cost(server.cpuNanos() - before, 0, times);
    }
}
