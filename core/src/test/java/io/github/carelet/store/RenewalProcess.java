package io.github.carelet.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import io.github.carelet.privacy.KeyRing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Encrypts everything anew in a process of its own, until it is through or killed. It prints {@code step} after each step and
 * {@code done} at the end.
 */
final class RenewalProcess {

    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

    private RenewalProcess() {}

    /**
     * Runs one until it ends.
     *
     * @param place a folder, or the JDBC address of a PostgreSQL database
     * @param point where it kills itself, once it has made so many steps; at {@link KillPoint#ANY_TIME} it is killed from here
     * @return whether it came to its end by itself
     */
    static boolean run(String place, Path keys, KillPoint point, int after, Path errors) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                RenewalProcess.class.getName(),
                place,
                keys.toString(),
                point.name(),
                Integer.toString(after));
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        boolean done = false;
        int steps = 0;
        try (BufferedReader out = process.inputReader(UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                done |= line.equals("done");
                steps += line.equals("step") ? 1 : 0;
                if (point == KillPoint.ANY_TIME && steps >= after) {
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        process.onExit().join();
        return done;
    }

    public static void main(String[] words) {
        KeyRing keys = KeyRing.load(Path.of(words[1]));
        KillPoint.Trigger trigger = new KillPoint.Trigger(KillPoint.valueOf(words[2]), Integer.parseInt(words[3]));
        if (words[0].startsWith("jdbc:")) {
            try (HikariDataSource pool = PostgresServer.pool(words[0]);
                    SqlStorage storage = SqlStorage.open(KillPoint.on(pool, trigger), keys)) {
                renew(storage, trigger);
            }
        } else {
            try (SqlStorage storage = SqlStorage.open(Path.of(words[0]), keys)) {
                KillPoint.on(storage, trigger);
                renew(storage, trigger);
            }
        }
        OUT.println("done");
    }

    private static void renew(SqlStorage storage, KillPoint.Trigger trigger) {
        storage.reencrypt(any -> {
            trigger.count();
            OUT.println("step");
            trigger.reached(KillPoint.AFTER_COMMIT);
        });
    }
}
