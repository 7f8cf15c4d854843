package io.github.carelet.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.BookingSamples;
import io.github.carelet.delivery.Outbox.Claim;
import io.github.carelet.privacy.KeyRing;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after the process was killed. */
final class CrashTest {

    private static final int ROUNDS = 4;
    private static final int ACKNOWLEDGEMENTS = 300;
    private static final int CONTROL = 2_000;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(acknowledgedBeforeKill("r" + round, "after", ACKNOWLEDGEMENTS * (round + 1)));
        }
        Loss loss = loss(acknowledged);
        List<String> control = acknowledgedBeforeKill("control", "before", CONTROL);
        Loss controlLoss = loss(control);

        System.out.println(loss.bookings() + " of " + acknowledged.size() + " lost, and " + loss.messages()
                + " of their messages, in " + ROUNDS + " kills; control, acknowledged before the commit: "
                + controlLoss.bookings() + " of " + control.size() + " lost");
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGEMENTS * ROUNDS);
        assertThat(loss).isEqualTo(new Loss(0, 0, 0));
        assertThat(controlLoss.bookings()).isBetween(1, control.size() - 1);
        assertThat(controlLoss.torn()).isZero();
    }

    /**
     * How much is missing.
     *
     * @param bookings acknowledged bookings that are not there
     * @param messages acknowledged bookings whose message is not there
     * @param torn bookings with no message, or the reverse
     */
    private record Loss(int bookings, int messages, int torn) {}

    private Loss loss(List<String> acknowledged) {
        try (SqlStorage storage = SqlStorage.open(data(), KeyRing.loadOrCreate(keyFile()))) {
            List<String> integrity = storage.database().read(sql -> sql.rows("pragma integrity_check", Row::only));
            assertThat(integrity).containsExactly("ok");
            Set<String> bookings = new HashSet<>(
                    storage.database().read(sql -> sql.rows("select id from carelet_booking", Row::only)));
            Set<String> subjects = new HashSet<>();
            for (Claim claim : storage.outbox().claim(BookingSamples.NOW, Duration.ofMillis(-1), Integer.MAX_VALUE)) {
                subjects.add(claim.message().subject());
            }
            Set<String> both = new HashSet<>(bookings);
            both.retainAll(subjects);
            return new Loss(
                    missing(acknowledged, bookings),
                    missing(acknowledged, subjects),
                    bookings.size() + subjects.size() - 2 * both.size());
        }
    }

    private static int missing(List<String> expected, Set<String> actual) {
        return (int) expected.stream().filter(id -> !actual.contains(id)).count();
    }

    /** Runs a process until it has acknowledged so many, kills it, and returns all that it had acknowledged by then. */
    private List<String> acknowledgedBeforeKill(String prefix, String when, int count) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashWriter.class.getName(),
                        data().toString(),
                        keyFile().toString(),
                        prefix,
                        when)
                .redirectError(folder.resolve("errors-" + prefix).toFile())
                .start();
        try (BufferedReader out = process.inputReader(UTF_8)) {
            return read(out, process, count);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static List<String> read(BufferedReader out, Process process, int count) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            String[] words = line.split(" ");
            // The last line may have been cut off by the kill, and then was not received.
            if (words.length == 3 && words[0].equals("acknowledged")) {
                ids.add(words[1]);
            }
            if (ids.size() == count) {
                // Process.destroyForcibly would close what we read from as well.
                process.toHandle().destroyForcibly();
            }
        }
        return ids;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path keyFile() {
        return folder.resolve("keys");
    }
}
