package io.github.carelet.partnersite;

import io.github.carelet.privacy.KeyFileException;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.Renewed;
import io.github.carelet.store.SqlStorage;
import io.github.carelet.store.SqliteBackup;
import io.github.carelet.store.StorageException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntSupplier;

/** Copies data folders, puts copies back, and encrypts them with another key. */
final class DataCommands {

    private final PrintStream out;
    private final PrintStream err;

    DataCommands(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Returns the exit code. */
    int backup(Command.Backup command) {
        return tried(() -> {
            SqliteBackup.write(command.data(), command.out());
            out.println("The bookings are in " + command.out() + ". They can't be read without " + DataFolder.KEY_FILE
                    + ", which is not in it: keep that elsewhere.");
            return Demo.DONE;
        });
    }

    /** Returns the exit code. */
    int restore(Command.Restore command) {
        return tried(() -> {
            SqliteBackup.restore(command.backup(), command.data(), keys(command.data()));
            out.println("The bookings are back in " + command.data()
                    + ". Messages that were still to be sent then are sent again, under the same ids.");
            return Demo.DONE;
        });
    }

    /** Returns the exit code; 1 also if something can't be decrypted. */
    int reencrypt(Command.Reencrypt command) {
        if (!Files.exists(command.data().resolve("carelet.db"))) {
            err.println(
                    "There are no bookings in '" + command.data() + "': expected the folder that was given by --data");
            return Demo.FAILED;
        }
        return tried(() -> {
            KeyRing keys = keys(command.data());
            try (SqlStorage storage = SqlStorage.open(command.data(), keys)) {
                return said(storage.reencrypt(this::tell), keys);
            }
        });
    }

    private void tell(Renewed done) {
        err.println(done.bookings() + " bookings looked at, " + done.values() + " values encrypted anew");
    }

    private int said(Renewed renewed, KeyRing keys) {
        out.println("All that can be decrypted of " + renewed.bookings() + " bookings is encrypted with the key "
                + keys.currentId() + ".");
        out.println(
                renewed.unreadable() == 0
                        ? "No booking needs another key. Keep the others where the audit trail is verified: they sealed it."
                        : renewed.unreadable() + " bookings can't be decrypted and stay as they are: keep every key.");
        return renewed.unreadable() == 0 ? Demo.DONE : Demo.FAILED;
    }

    private static KeyRing keys(Path data) {
        return KeyRing.load(data.resolve(DataFolder.KEY_FILE));
    }

    private int tried(IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (StorageException | KeyFileException e) {
            err.println(e.getMessage());
            return Demo.FAILED;
        }
    }
}
