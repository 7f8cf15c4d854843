package io.github.carelet.examples.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From the start of a JVM until the first answer 200, by the CPU time of the process and by the clock. The limit is a servlet
 * that says hello in the same Tomcat; the control starts that twice.
 */
final class StartBenchmark implements Benchmark {

    private static final String LIMIT = "hello servlet";
    private static final String OURS = "Carelet, content only";
    private static final String CONTROL = "hello, started twice";
    private static final double GATE = 1.5;
    private static final double GOAL = 1.15;
    private static final int ROUNDS = 9;

    /** Reads all that is read from the disk into memory. */
    private static final int WARM_UP = 2;

    /** One way to start, so often; the last answer has to have this in it. */
    private record Start(String name, String kind, int times, String expected) {}

    private static final List<Start> STARTS = List.of(
            new Start(LIMIT, "hello", 1, "hello"),
            new Start(OURS, "carelet", 1, "data-carelet"),
            new Start(CONTROL, "hello", 2, "hello"));

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Row> run(Effort effort) throws Exception {
        Path folder = Files.createTempDirectory("benchmarks");
        try {
            Results cpu = new Results();
            Results wall = new Results();
            for (int round = -WARM_UP; round < effort.rounds(ROUNDS); round++) {
                List<Start> order = new ArrayList<>(STARTS);
                if (round % 2 != 0) {
                    Collections.reverse(order);
                }
                for (Start each : order) {
                    Took took = start(each, folder);
                    if (round >= 0) {
                        cpu.add(each.name(), new Cost(took.cpu(), 0, 1));
                        wall.add(each.name(), new Cost(took.wall(), 0, 1));
                    }
                }
            }
            Comparison byCpu = Comparison.ofLongTime(cpu, LIMIT);
            return List.of(
                    byCpu.row("start to the first fragment, CPU", OURS)
                            .atMost(GATE, GOAL)
                            .control(byCpu.arm(CONTROL)),
                    Comparison.ofLongTime(wall, LIMIT).row("start to the first fragment, clock", OURS));
        } finally {
            Folders.delete(folder);
        }
    }

    private record Took(long cpu, long wall) {}

    private static Took start(Start start, Path folder) throws IOException {
        long cpu = 0;
        long wall = 0;
        for (int i = 0; i < start.times(); i++) {
            long began = System.nanoTime();
            try (ServerProcess server = ServerProcess.start(start.kind(), folder);
                    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                socket.getOutputStream().write(HttpRequest.get(Map.of()).bytes());
                HttpAnswer answer = HttpAnswer.read(socket.getInputStream());
                wall += System.nanoTime() - began;
                cpu += server.cpuSinceStart().toNanos();
                Answers.require(
                        answer.status() == 200
                                && answer.text().toLowerCase(Locale.ROOT).contains(start.expected()),
                        start.name(),
                        "200 with " + start.expected() + ", got " + answer.status());
            }
        }
        return new Took(cpu, wall);
    }
}
