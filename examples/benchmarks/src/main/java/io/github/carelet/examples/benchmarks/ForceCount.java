package io.github.carelet.examples.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Counts how often a process forces something to the disk, by strace. */
final class ForceCount implements AutoCloseable {

    private final Process strace;

    private ForceCount(Process strace) {
        this.strace = strace;
    }

    /** Starts counting; it has begun when strace has said so. */
    static ForceCount of(ServerProcess server) throws IOException {
        Process strace = new ProcessBuilder(
                        "strace", "-f", "-e", "trace=fsync,fdatasync", "-p", Long.toString(server.pid()))
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        while (said.indexOf("attached") < 0) {
            int read = strace.getInputStream().read();
            if (read < 0) {
                throw new IOException("strace: " + said);
            }
            said.append((char) read);
        }
        return new ForceCount(strace);
    }

    /** Ends counting, and returns how often it was for each of so many bookings. */
    double each(int times) throws IOException {
        strace.toHandle().destroy();
        String calls = new String(strace.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return (double) calls.lines()
                        .filter(line -> line.contains("sync(") && !line.contains("resumed"))
                        .count()
                / times;
    }

    @Override
    public void close() {
        strace.destroy();
    }
}
