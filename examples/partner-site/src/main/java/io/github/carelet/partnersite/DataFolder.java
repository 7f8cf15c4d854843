package io.github.carelet.partnersite;

import io.github.carelet.privacy.KeyFileException;
import io.github.carelet.privacy.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder that keeps the demo's keys and bookings. */
final class DataFolder {

    static final String KEY_FILE = "keys.json";

    private DataFolder() {}

    /** Makes the folder, if need be, and reads its keys, which are made only for a folder without bookings. */
    static KeyRing open(Path folder) throws CannotStartException {
        makeWritable(folder);
        Path keys = folder.resolve(KEY_FILE);
        if (!Files.exists(keys) && holdsBookings(folder)) {
            throw new CannotStartException("The key file " + keys
                    + " is missing, and the bookings beside it can't be read without it: put it back, or take another"
                    + " folder by --data");
        }
        try {
            return KeyRing.loadOrCreate(keys);
        } catch (KeyFileException e) {
            throw new CannotStartException(e);
        }
    }

    private static void makeWritable(Path folder) throws CannotStartException {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "write", ".check"));
        } catch (IOException e) {
            throw new CannotStartException(
                    "The data folder '" + folder + "' can't be written ("
                            + e.getClass().getSimpleName() + "): expected a folder that is yours, by --data DIR",
                    e);
        }
    }

    private static boolean holdsBookings(Path folder) throws CannotStartException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(each -> each.toString().endsWith(".db"));
        } catch (IOException e) {
            throw new CannotStartException("The data folder '" + folder + "' can't be read", e);
        }
    }
}
