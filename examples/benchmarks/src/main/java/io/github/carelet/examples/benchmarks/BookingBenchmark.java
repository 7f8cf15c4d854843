package io.github.carelet.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A durable booking over HTTP, 32 at once and one at a time, against a servlet that appends the same request to a log and
 * forces that to the disk, and against a transaction for each request. With {@value #JDBC} in the environment, an address of
 * a PostgreSQL database, against one there as well. Ratios are of time by the clock: 2.86 is 0.35 times the rate. On a busy
 * machine they say little; the CPU time of each, and how often something is forced to the disk, say the more.
 */
final class BookingBenchmark implements Benchmark {

    static final String JDBC = "CARELET_BENCHMARK_JDBC";

    private static final String LIMIT = "limit: append and fdatasync";
    private static final String OURS = "Carelet, SQLite in groups";
    private static final String EACH = "SQLite, a transaction each";
    private static final double GATE_MANY = 1 / 0.25;
    private static final double GATE_ONE = 1.5;
    private static final double GATE_FORCES = 0.10;

    /** Until then, on one core, the compiler takes more of it than the bookings do. */
    private static final int WARM_UP = 80_000;

    @Override
    public String name() {
        return "booking";
    }

    @Override
    public List<Standing> run() throws Exception {
        Path folder = Files.createTempDirectory("benchmarks");
        Map<String, ServerProcess> servers = new LinkedHashMap<>();
        try {
            servers.put(LIMIT, ServerProcess.start("append", folder));
            ServerProcess ours = ServerProcess.start("book", folder);
            servers.put(OURS, ours);
            servers.put(EACH, ServerProcess.start("sqlite", folder));
            if (System.getenv(JDBC) != null) {
                servers.put("PostgreSQL, a transaction each", ServerProcess.start("postgresql", folder));
            }
            BookingClient client = new BookingClient(ours.port(), true);
            Map<String, BookingClient> clients = new LinkedHashMap<>();
            List<BookedCpu> byCpu = new ArrayList<>();
            servers.forEach((name, server) -> {
                BookingClient each = server == ours ? client : new BookingClient(server.port(), false);
                clients.put(name, each);
                byCpu.add(new BookedCpu(name, each, server, 32));
            });
            List<Standing> standings = new ArrayList<>();
            standings.addAll(race("booking, 32", clients, 32, new Race(WARM_UP, 2_000, 9), GATE_MANY));
            standings.addAll(race("booking, 1", clients, 1, new Race(10_000, 500, 9), GATE_ONE));
            standings.addAll(cpu(byCpu));
            System.out.println(forces(ours, client));
            return standings;
        } finally {
            for (ServerProcess each : servers.values()) {
                each.close();
            }
            Folders.delete(folder);
        }
    }

    private static List<Standing> race(
            String work, Map<String, BookingClient> clients, int atOnce, Race race, double gate) throws Exception {
        List<Booked> contenders = new ArrayList<>();
        clients.forEach((name, client) -> contenders.add(new Booked(name, client, atOnce)));
        Results costs = race.run(contenders);
        return contenders.stream()
                .map(each -> standing(work, each.name(), costs, gate))
                .toList();
    }

    private static Standing standing(String work, String name, Results costs, double gate) {
        Standing standing = Standing.cpu(work, name, LIMIT, costs);
        return name.equals(OURS) ? standing.atMost(gate) : standing;
    }

    /** Everybody is warm by now. */
    private static List<Standing> cpu(List<BookedCpu> contenders) throws Exception {
        Results costs = new Race(4, 1_000, 9).run(contenders);
        return contenders.stream()
                .map(each -> Standing.cpu("booking, 32, CPU", each.name(), LIMIT, costs))
                .toList();
    }

    /** Lets strace count in a run of its own, since it slows down what it watches. */
    private static String forces(ServerProcess server, BookingClient client) throws Exception {
        int times = 2_000;
        try (ForceCount count = ForceCount.of(server)) {
            client.book(times, 32);
            return "fsync and fdatasync of " + times + " bookings, 32 at once: " + count.text(times, GATE_FORCES);
        } catch (IOException e) {
            return "fsync and fdatasync not counted: " + e.getMessage();
        }
    }
}
