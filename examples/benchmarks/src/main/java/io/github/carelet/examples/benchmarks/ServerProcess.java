package io.github.carelet.examples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A server in a JVM of its own, on the first core where {@code taskset} is there. It ends when its input does. */
final class ServerProcess implements AutoCloseable {

    private static final Path TASKSET = Path.of("/usr/bin/taskset");
    private static final List<String> FLAGS = List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a server and waits until it listens. */
    static ServerProcess start(String kind, Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(TASKSET)) {
            command.addAll(List.of(TASKSET.toString(), "-c", "0"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Server.class.getName(), kind, folder.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the server '" + kind + "' ended before it listened");
        }
        return new ServerProcess(process, Integer.parseInt(line.strip()));
    }

    /** Returns its process id. */
    long pid() {
        return process.pid();
    }

    int port() {
        return port;
    }

    /** Returns where Carelet is mounted there. */
    URI address() {
        return URI.create("http://127.0.0.1:" + port + Sample.MOUNT);
    }

    /** Returns the CPU time of all its threads so far, in nanoseconds. */
    long cpuNanos() throws IOException {
        long sum = 0;
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            for (Path task : tasks.toList()) {
                String schedule = Files.readString(task.resolve("schedstat"), StandardCharsets.US_ASCII);
                sum += Long.parseLong(schedule.split(" ")[0]);
            }
        }
        return sum;
    }

    /** Returns the CPU time of the whole process, with that of threads that have ended; in steps of the kernel's clock, 10 ms. */
    Duration cpuSinceStart() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("no CPU time of " + pid()));
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
