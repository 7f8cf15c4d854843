package io.github.carelet.examples.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A durable booking over HTTP, 32 at once and one at a time, against a servlet that appends the same request to a log and
 * forces that to the disk, and against a transaction for each request. Where PostgreSQL is installed, against one there
 * as well. Ratios are of time by the clock: 2.86 is 0.35 times the rate. On a busy
 * machine they say little; the CPU time of each, and how often something is forced to the disk, say the more.
 */
final class BookingBenchmark implements Benchmark {

    private static final String LIMIT = "append and fdatasync";
    private static final String OURS = "Carelet, SQLite in groups";
    private static final String CONTROL = "the log, five times for each";
    private static final int CONTROL_TIMES = 5;
    private static final Bar MANY = new Bar(1 / 0.25, 1 / 0.35);
    private static final Bar ONE = new Bar(1.5, 1.5);
    private static final double GATE_FORCES = 0.10;

    /** Until then, on one core, the compiler takes more of it than the bookings do. */
    private static final int WARM_UP = 80_000;

    @Override
    public String name() {
        return "booking";
    }

    /** A server that takes bookings, and who books there. */
    private record Taker(String name, ServerProcess server, BookingClient client) implements AutoCloseable {

        static Taker start(String name, String kind, Path folder) throws IOException {
            ServerProcess server = ServerProcess.start(kind, folder);
            return new Taker(name, server, new BookingClient(server.port(), name.equals(OURS)));
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @Override
    public List<Row> run(Effort effort) throws Exception {
        Path folder = Files.createTempDirectory("benchmarks");
        List<Taker> peers = new ArrayList<>();
        Optional<Postgres> postgres = Postgres.start();
        try (Taker limit = Taker.start(LIMIT, "append", folder);
                Taker ours = Taker.start(OURS, "book", folder)) {
            peers.add(Taker.start("SQLite, a transaction each", "sqlite", folder));
            if (postgres.isPresent()) {
                String database = postgres.get().newDatabase();
                Files.writeString(folder.resolve(Server.DATABASE), database, StandardCharsets.UTF_8);
                peers.add(Taker.start("PostgreSQL, a transaction each", "postgresql", folder));
            }
            return rows(limit, ours, peers, effort);
        } finally {
            for (Taker each : peers) {
                each.close();
            }
            if (postgres.isPresent()) {
                postgres.get().close();
            }
            Folders.delete(folder);
        }
    }

    private static List<Row> rows(Taker limit, Taker ours, List<Taker> peers, Effort effort) throws Exception {
        List<Taker> all = new ArrayList<>(List.of(limit, ours));
        all.addAll(peers);
        List<Row> rows = new ArrayList<>();
        rows.add(byClock("booking, 32 at once", all, 32, effort.race(WARM_UP, 2_000, 9), MANY));
        rows.add(byClock("booking, one at a time", all, 1, effort.race(10_000, 500, 9), ONE));
        rows.add(byCpu(all, effort.race(4, 1_000, 9)));
        forces(ours, effort).ifPresent(rows::add);
        return rows;
    }

    private static Row byClock(String work, List<Taker> all, int atOnce, Race race, Bar bar) throws Exception {
        List<Booked> contenders = new ArrayList<>();
        all.forEach(each -> contenders.add(new Booked(each.name(), each.client(), atOnce, 1)));
        contenders.add(new Booked(CONTROL, all.get(0).client(), atOnce, CONTROL_TIMES));
        Comparison compared = Comparison.ofTime(race.run(contenders), LIMIT);
        return row(work, all, compared).atMost(bar.gate(), bar.goal()).control(compared.arm(CONTROL));
    }

    /** Everybody is warm by now. */
    private static Row byCpu(List<Taker> all, Race race) throws Exception {
        List<BookedCpu> contenders = all.stream()
                .map(each -> new BookedCpu(each.name(), each.client(), each.server(), 32))
                .toList();
        return row("booking, CPU of the server", all, Comparison.ofTime(race.run(contenders), LIMIT));
    }

    private static Row row(String work, List<Taker> all, Comparison compared) {
        return compared.row(work, OURS)
                .beside(all.stream()
                        .skip(2)
                        .map(peer -> compared.arm(peer.name()))
                        .toList());
    }

    /** Lets strace count in a run of its own, since it slows down what it watches. */
    private static Optional<Row> forces(Taker ours, Effort effort) throws Exception {
        int times = effort.quick() ? 200 : 2_000;
        Budget budget = new Budget("forced", "each", GATE_FORCES);
        try {
            double together = forces(ours, times, 32);
            double alone = forces(ours, times / 10, 1);
            return Optional.of(budget.row("booking, fsync and fdatasync", List.of(together))
                    .control(budget.arm("one at a time", List.of(alone))));
        } catch (IOException e) {
            System.out.println("booking: fsync and fdatasync not counted: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static double forces(Taker taker, int times, int atOnce) throws Exception {
        try (ForceCount count = ForceCount.of(taker.server())) {
            taker.client().book(times, atOnce);
            return count.each(times);
        }
    }
}
