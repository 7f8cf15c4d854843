package io.github.carelet.partnersite;

import io.github.carelet.privacy.AuditReport;
import io.github.carelet.privacy.KeyFileException;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.SqlStorage;
import io.github.carelet.store.StorageException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Verifies the audit trail of a data folder that nobody serves just now. */
final class AuditCommand {

    private final PrintStream out;
    private final PrintStream err;

    AuditCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Returns the exit code: 1 if the trail is not as it was written, or can't be read. */
    int run(Path data) {
        if (!Files.exists(data.resolve("carelet.db"))) {
            err.println("There are no bookings in '" + data + "': expected the folder that was given by --data");
            return Demo.FAILED;
        }
        try (SqlStorage storage = SqlStorage.open(data, KeyRing.load(data.resolve(DataFolder.KEY_FILE)))) {
            return report(storage.audit().verify());
        } catch (StorageException | KeyFileException e) {
            err.println(e.getMessage());
            return Demo.FAILED;
        }
    }

    private int report(AuditReport report) {
        out.println(report.entries() + " entries, the last one is number " + report.last() + " with mark "
                + (report.mark().isEmpty() ? "none" : report.mark()));
        report.fault()
                .ifPresent(
                        fault -> out.println("NOT AS IT WAS WRITTEN: entry " + fault.number() + " " + fault.problem()));
        if (report.isWhole()) {
            out.println("The audit trail is as it was written. Keep number and mark elsewhere to see later that none is"
                    + " cut off.");
        }
        return report.isWhole() ? Demo.DONE : Demo.FAILED;
    }
}
