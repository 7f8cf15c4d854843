package io.github.carelet.partnersite;

import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.HostResolver;
import io.github.carelet.importing.FidelityReport;
import io.github.carelet.importing.ImportLimits;
import io.github.carelet.importing.ImportResult;
import io.github.carelet.importing.ImportSource;
import io.github.carelet.importing.Importer;
import io.github.carelet.importing.ReportHtml;
import io.github.carelet.importing.ReportJson;
import io.github.carelet.importing.ReportText;
import io.github.carelet.importing.WebPages;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
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
        return name.matches("(?i)https?://.*") ? page(name) : file(name);
    }

    private static ImportSource file(String name) {
        try (InputStream file = Files.newInputStream(Path.of(name))) {
            return ImportSource.of(name, file.readNBytes(ImportLimits.DEFAULT.bytes() + 1));
        } catch (InvalidPathException | IOException e) {
            return ImportSource.missing(
                    name, "it can't be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Who types an address means it, be it on this machine; where it leads from there is judged like any other. */
    private static ImportSource page(String address) {
        try {
            URI uri = new URI(address);
            int port = uri.getPort() >= 0 ? uri.getPort() : "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
            EgressRules rules = EgressRules.publicHttps().allowingHttp();
            rules = uri.getHost() == null ? rules : rules.allowing(uri.getHost(), port);
            EgressGuard guard = new EgressGuard(rules, HostResolver.system());
            try (WebPages pages = WebPages.open(guard, ImportLimits.DEFAULT)) {
                return pages.read(address);
            }
        } catch (URISyntaxException e) {
            return ImportSource.missing(address, "it is no address: " + e.getReason());
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
