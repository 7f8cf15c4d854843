package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** A file that can be made immutable and changeable again, also for those who have it open; only an administrator can do that. */
final class FrozenFile implements AutoCloseable {

    private final Path file;

    private FrozenFile(Path file) {
        this.file = file;
    }

    /** Tries it with a file, or ends the test. */
    static FrozenFile of(Path file) throws IOException, InterruptedException {
        boolean possible = attribute("+i", file) && attribute("-i", file);
        if (!possible) {
            System.out.println(
                    "================\nNO RIGHT TO FREEZE FILES HERE: no file is kept from being written in this test"
                            + " run\n================");
        }
        assumeTrue(possible, "no right to make a file immutable");
        return new FrozenFile(file);
    }

    /** From now on nobody can write to it. */
    void freeze() throws IOException, InterruptedException {
        assertThat(attribute("+i", file)).as("froze " + file.getFileName()).isTrue();
    }

    /** Ends that. */
    void thaw() throws IOException, InterruptedException {
        assertThat(attribute("-i", file)).as("thawed " + file.getFileName()).isTrue();
    }

    private static boolean attribute(String change, Path file) throws IOException, InterruptedException {
        return SmallDisk.run("chattr", change, file.toString());
    }

    @Override
    public void close() throws IOException {
        try {
            attribute("-i", file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
