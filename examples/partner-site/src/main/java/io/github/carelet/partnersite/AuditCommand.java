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

    /** The exit code where no fault was found, but not all could be looked at. */
    private static final int NOT_ALL = 3;

    private final PrintStream out;
    private final PrintStream err;

    AuditCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Returns the exit code: 1 if the trail is not as it was written, or can't be read; 3 if keys of some rows are not here. */
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
        if (report.fault().isPresent()) {
            return Demo.FAILED;
        }
        if (!report.isWhole()) {
            out.println("NOT ALL VERIFIED: " + report.unverified()
                    + " entries name a key that is not in the ring. No fault was"
                    + " found in the others, nor is one missing. Verify again with every old key in the ring; what"
                    + " is not verified then was not written by Carelet: somebody has been at the trail.");
            return NOT_ALL;
        }
        return Demo.DONE;
    }
}
