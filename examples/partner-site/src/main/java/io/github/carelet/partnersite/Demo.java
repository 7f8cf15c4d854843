package io.github.carelet.partnersite;

import io.github.carelet.catalog.CatalogProblem;
import io.github.carelet.catalog.CatalogProblem.Check;
import io.github.carelet.catalog.CatalogProblem.Severity;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.stream.Collectors;

/** The program: serves the partner site with Carelet in it, checks a catalogue, or makes a draft of one. */
public final class Demo {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int BAD_ARGUMENTS = 2;

    private static final String STOP_WITH_PARENT = "partnersite.stopWithParent";

    private final PrintStream out;
    private final PrintStream err;

    Demo(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs until stopped by Ctrl-C or SIGTERM; exit code 1 for what can't work, 2 for bad arguments. */
    public static void main(String[] args) {
        quietTomcat();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = new Demo(out, err).run(args);
        if (code != DONE) {
            System.exit(code);
        }
        if (Boolean.getBoolean(STOP_WITH_PARENT)) {
            ProcessHandle.current().parent().ifPresent(Demo::stopWith);
        }
    }

    /** Maven, asked to end, leaves the programs that it started running. */
    private static void stopWith(ProcessHandle parent) {
        parent.onExit().thenRun(() -> System.exit(DONE));
    }

    /** Returns the exit code; a server that it started goes on running in its own threads. */
    int run(String... args) {
        Command command = Arguments.parse(args);
        if (command instanceof Command.Serve serve) {
            return serve(serve);
        }
        if (command instanceof Command.Check check) {
            return check(check);
        }
        if (command instanceof Command.Audit audit) {
            return new AuditCommand(out, err).run(audit.data());
        }
        if (command instanceof Command.Backup backup) {
            return new DataCommands(out, err).backup(backup);
        }
        if (command instanceof Command.Restore restore) {
            return new DataCommands(out, err).restore(restore);
        }
        if (command instanceof Command.Reencrypt reencrypt) {
            return new DataCommands(out, err).reencrypt(reencrypt);
        }
        if (command instanceof Command.Import pages) {
            return new ImportCommand(out, err).run(pages);
        }
        if (command instanceof Command.Refused refused) {
            refused.problems().forEach(err::println);
            return BAD_ARGUMENTS;
        }
        out.print(Arguments.USAGE);
        return DONE;
    }

    private int serve(Command.Serve serve) {
        try {
            DemoServer server = DemoServer.start(serve, err);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
            greet(server, serve);
            return DONE;
        } catch (CannotStartException e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }

    private void greet(DemoServer server, Command.Serve serve) {
        String address = server.address();
        out.println("listening on " + address + "/");
        out.println("  the partner site   " + address + "/   (this machine only)");
        out.println("  ask for a visit    " + address + "/appointment");
        out.println("  Carelet itself     " + address + "/carelet/health");
        out.println("  the studio         " + address + "/carelet/studio   (what to paste into a page)");
        out.println("  the clinic's inbox " + address + "/carelet/staff/   " + login(server, serve));
        serve.fhir()
                .ifPresent(fhir ->
                        out.println("  appointments go to " + fhir.address().getAuthority() + "   (FHIR R4, one way)"));
        out.println("The keys are made and kept in "
                + serve.data().resolve(DataFolder.KEY_FILE).toAbsolutePath().normalize()
                + ": keep that file safe and apart from the data.");
        if (serve.catalog().isEmpty()) {
            out.println("The clinic is sample data. Ctrl-C stops.");
        }
    }

    /** A password that was given is known to whoever gave it, and not repeated where logs are kept. */
    private static String login(DemoServer server, Command.Serve serve) {
        StaffLogin first = server.staff().get(0);
        return serve.staff().isEmpty()
                ? "sign in as " + first.name() + " with the password " + first.password() + " (a new one at each start)"
                : "sign in as " + first.name() + " with your password";
    }

    private void stop(DemoServer server) {
        server.close();
        out.println("stopped");
    }

    private int check(Command.Check check) {
        CatalogReading reading = CatalogReader.withSamples().read(check.catalog());
        reading.problems().forEach(out::println);
        int errors = reading.errors().size();
        out.println(errors + " errors, " + (reading.problems().size() - errors) + " warnings" + counted(reading));
        return errors == 0 ? DONE : FAILED;
    }

    /** Says what finds warnings, and how many: {@code (2 jargon, 1 readability)}. */
    private static String counted(CatalogReading reading) {
        Map<Check, Long> counts = reading.problems().stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .collect(Collectors.groupingBy(
                        CatalogProblem::check, () -> new EnumMap<>(Check.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), all -> all.isEmpty() ? "" : " (" + all + ")"));
    }

    private static void quietTomcat() {
        try (InputStream settings = Demo.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException("logging.properties can't be read", e);
        }
    }
}
