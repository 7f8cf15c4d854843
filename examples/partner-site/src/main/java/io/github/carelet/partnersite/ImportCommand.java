package io.github.carelet.partnersite;

import io.github.carelet.importing.FidelityReport;
import io.github.carelet.importing.ImportLimits;
import io.github.carelet.importing.ImportResult;
import io.github.carelet.importing.ImportSource;
import io.github.carelet.importing.Importer;
import io.github.carelet.importing.ReportHtml;
import io.github.carelet.importing.ReportJson;
import io.github.carelet.importing.ReportText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Turns pages into a draft catalogue and a report, and says on standard error how far it is. */
final class ImportCommand {

    private final PrintStream out;
    private final PrintStream err;

    ImportCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Returns the exit code: 1 if nothing was recognised, or if the folder can't be written. */
    int run(Command.Import command) {
        Path folder = command.out();
        try {
            Files.createDirectories(folder);
            ImportResult result = Importer.standard().run(command.sources(), ImportCommand::read, this::tell);
            write(folder, result);
            return say(folder, result);
        } catch (IOException e) {
            err.println("The folder '" + folder + "' can't be written ("
                    + e.getClass().getSimpleName() + "): expected a folder that is yours, by --out DIR");
            return Demo.FAILED;
        }
    }

    private void tell(int done, int total, String source, String problem) {
        err.println(done + "/" + total + " " + source + (problem.isEmpty() ? "" : ": " + problem));
    }

    private static ImportSource read(String name) {
        int most = ImportLimits.DEFAULT.bytes();
        try (InputStream file = Files.newInputStream(Path.of(name))) {
            return ImportSource.of(name, file.readNBytes(most + 1));
        } catch (InvalidPathException | IOException e) {
            return ImportSource.missing(
                    name, "it can't be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static void write(Path folder, ImportResult result) throws IOException {
        FidelityReport report = result.report();
        Files.write(folder.resolve("report.json"), ReportJson.write(report));
        Files.write(folder.resolve("report.txt"), ReportText.write(report));
        Files.write(folder.resolve("report.html"), ReportHtml.write(result));
        if (result.recognised()) {
            Files.write(folder.resolve("clinic.json"), result.draft());
        }
    }

    private int say(Path folder, ImportResult result) {
        result.report().sources().forEach(each -> out.println(ReportText.title(each)));
        result.report().notes().forEach(note -> out.println("! " + note));
        if (!result.recognised()) {
            err.println(
                    "Nothing was recognised, so there is no draft; " + folder.resolve("report.html") + " says why.");
            return Demo.FAILED;
        }
        out.println("draft: " + folder.resolve("clinic.json") + "   report: " + folder.resolve("report.html"));
        return Demo.DONE;
    }
}
