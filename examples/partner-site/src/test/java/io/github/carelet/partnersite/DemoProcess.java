package io.github.carelet.partnersite;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, which can be killed. */
final class DemoProcess implements DemoPatient.Place, AutoCloseable {

    private static final String LISTENING = "listening on ";

    private final Process process;
    private final BufferedReader out;
    private final String first;

    private DemoProcess(Process process) throws IOException {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.first = String.valueOf(out.readLine());
    }

    /** Starts it and waits until it listens; its standard error goes to a file beside the data. */
    static DemoProcess start(Path data, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Demo.class.getName(),
                "--port",
                "0",
                "--data",
                data.toString()));
        command.addAll(List.of(more));
        Path err = data.resolveSibling("err.txt");
        return new DemoProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()))
                .start());
    }

    /** Returns the first line of its standard output. */
    String firstLine() {
        return first;
    }

    @Override
    public URI at(String path) {
        if (!first.startsWith(LISTENING)) {
            throw new IllegalStateException("'" + first + "' where '" + LISTENING + "…' was expected");
        }
        return URI.create(first.substring(LISTENING.length())).resolve(path);
    }

    /** Ends it as a power cut would: SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends it a signal, such as {@code STOP}, after which it does nothing until {@code CONT}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Asks it to end, by SIGTERM, and returns what else it has written to standard output. */
    List<String> stop() throws IOException, InterruptedException {
        // Not Process.destroy(), which closes what is still to be read.
        process.toHandle().destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running 20 s after SIGTERM");
        }
        return out.lines().toList();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        out.close();
    }
}
