package io.github.carelet.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link Rush} in a process of its own, and the ledger of what it has answered. */
final class RushProcess implements AutoCloseable {

    /** An answer that was received. */
    record Answer(boolean acknowledged, String id, int slot) {}

    private final Process process;
    private final List<Answer> ledger = new ArrayList<>();
    private boolean done;

    private RushProcess(Process process) {
        this.process = process;
    }

    static RushProcess start(Class<?> program, List<String> words, Path errors) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(words);
        return new RushProcess(
                new ProcessBuilder(command).redirectError(errors.toFile()).start());
    }

    /** Reads its answers until it ends; once it has acknowledged so many, it is killed. */
    List<Answer> read(int killAfter) throws IOException {
        int acknowledged = 0;
        try (BufferedReader out = process.inputReader(UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                done |= line.equals("done");
                // The last line may have been cut off by the kill, and then was not received.
                if (words.length == 4 && words[3].equals(".")) {
                    boolean won = words[0].equals("acknowledged");
                    ledger.add(new Answer(won, words[1], Integer.parseInt(words[2])));
                    acknowledged += won ? 1 : 0;
                }
                if (acknowledged >= killAfter) {
                    // Process.destroyForcibly would close what we read from as well.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        return ledger;
    }

    /** Returns whether it came to its end by itself. */
    boolean isDone() {
        return done;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
