package io.github.carelet.partnersite;

import io.github.carelet.Partner;
import io.github.carelet.PickupCredential;
import io.github.carelet.PickupCredential.Scope;
import io.github.carelet.delivery.FhirServer;
import io.github.carelet.delivery.SmtpServer;
import io.github.carelet.delivery.SmtpServer.Security;
import io.github.carelet.delivery.WebhookEndpoint;
import io.github.carelet.delivery.WebhookSecret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Understands a command line, or says everything that is wrong with it. Used once, by one thread. */
final class Arguments {

    static final String USAGE = """
            java -jar partner-site.jar [--port N] [--data DIR] [--catalog FILE-or-DIR] [--jdbc URL]
                [--webhook URL --webhook-secret whsec_...] [--partner ID=ORIGIN[,ORIGIN]]...
                [--smtp HOST:PORT] [--fhir URL] [--staff NAME:PASSWORD]... [--pickup NAME:TOKEN]... [--limits off]
            java -jar partner-site.jar check FILE-or-DIR
            java -jar partner-site.jar audit DATA-DIR
            java -jar partner-site.jar backup DATA-DIR --out FILE
            java -jar partner-site.jar restore FILE --out DATA-DIR
            java -jar partner-site.jar reencrypt DATA-DIR
            java -jar partner-site.jar import FILE-or-URL... --out DIR
            """;

    private static final int DEFAULT_PORT = 8080;
    private static final Path DEFAULT_DATA = Path.of("carelet-data");
    private static final Set<String> OPTIONS = Set.of(
            "--port",
            "--smtp",
            "--fhir",
            "--data",
            "--catalog",
            "--jdbc",
            "--webhook",
            "--webhook-secret",
            "--partner",
            "--staff",
            "--pickup",
            "--limits");
    private static final String HOOK_EXAMPLE = "https://clinic.example/hook";
    private static final String FHIR_EXAMPLE = "http://localhost:8090/fhir";
    private static final Set<String> NOBODY = Set.of("patient", "system");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private final List<String> problems = new ArrayList<>();
    private final Map<String, List<String>> values = new HashMap<>();

    private Arguments() {}

    /** Returns what the arguments ask for. */
    static Command parse(String... args) {
        List<String> words = List.of(args);
        if (words.contains("--help")) {
            return new Command.Help();
        }
        String first = words.isEmpty() ? "" : words.get(0);
        return switch (first) {
            case "check" -> onePath(first, words.subList(1, words.size()), Command.Check::new);
            case "audit" -> onePath(first, words.subList(1, words.size()), Command.Audit::new);
            case "reencrypt" -> onePath(first, words.subList(1, words.size()), Command.Reencrypt::new);
            case "backup" -> FromTo.parse(first, words.subList(1, words.size()), Command.Backup::new);
            case "restore" -> FromTo.parse(first, words.subList(1, words.size()), Command.Restore::new);
            case "import" -> ImportArguments.parse(words.subList(1, words.size()));
            default -> new Arguments().serve(words);
        };
    }

    private static Command onePath(String command, List<String> words, Function<Path, Command> then) {
        if (words.size() != 1 || words.get(0).startsWith("-")) {
            return new Command.Refused(
                    List.of(command + " takes one file or folder, not '" + String.join(" ", words) + "'"));
        }
        Arguments arguments = new Arguments();
        Optional<Path> path = arguments.path(command, words.get(0));
        return path.map(then).orElseGet(() -> new Command.Refused(arguments.problems));
    }

    private Command serve(List<String> words) {
        collect(words);
        boolean limited = once("--limits", this::limits).isEmpty();
        int port = once("--port", this::port).orElse(DEFAULT_PORT);
        Path data = once("--data", text -> path("--data", text)).orElse(DEFAULT_DATA);
        Optional<Path> catalog = once("--catalog", text -> path("--catalog", text));
        Optional<String> jdbc = once("--jdbc", this::jdbc);
        Optional<WebhookEndpoint> webhook = webhook();
        Optional<SmtpServer> smtp = once("--smtp", this::smtp);
        Optional<FhirServer> fhir =
                once("--fhir", text -> address("--fhir", text, FHIR_EXAMPLE)).flatMap(this::fhir);
        List<Partner> partners = partners();
        List<StaffLogin> staff = staff();
        List<PickupCredential> pickup = pickup();
        return problems.isEmpty()
                ? new Command.Serve(port, data, jdbc, catalog, webhook, smtp, fhir, partners, staff, pickup, limited)
                : new Command.Refused(problems);
    }

    private void collect(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String name = words.get(i);
            if (!OPTIONS.contains(name)) {
                problems.add("'" + name + "' is no option: expected one of the following\n" + USAGE.stripTrailing());
                continue;
            }
            if (i + 1 == words.size() || words.get(i + 1).startsWith("--")) {
                problems.add(name + " lacks its value");
            } else {
                values.computeIfAbsent(name, any -> new ArrayList<>()).add(words.get(++i));
            }
        }
    }

    private <T> Optional<T> once(String name, Function<String, Optional<T>> parse) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            problems.add(name + " is there " + given.size() + " times, expected once");
        }
        return given.stream().findFirst().flatMap(parse);
    }

    /** A server that mails are shown by, or one close by: in the clear. */
    private Optional<SmtpServer> smtp(String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        try {
            if (colon > 0 && NUMBER.matcher(port).matches()) {
                return Optional.of(new SmtpServer(
                        text.substring(0, colon), Integer.parseInt(port), Security.NONE, Optional.empty()));
            }
            problems.add("--smtp '" + text + "' is no mail server: expected like localhost:1025");
        } catch (IllegalArgumentException e) {
            problems.add("--smtp: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<Integer> port(String text) {
        if (NUMBER.matcher(text).matches() && Integer.parseInt(text) <= 65_535) {
            return Optional.of(Integer.valueOf(text));
        }
        problems.add("--port '" + text + "' is no port: expected 0 to 65535");
        return Optional.empty();
    }

    private Optional<String> limits(String text) {
        if (text.equals("off")) {
            return Optional.of(text);
        }
        problems.add("--limits '" + text + "' is unknown: expected off");
        return Optional.empty();
    }

    private Optional<Path> path(String name, String text) {
        try {
            if (!text.isBlank()) {
                return Optional.of(Path.of(text));
            }
            problems.add(name + " '" + text + "' is no path");
        } catch (InvalidPathException e) {
            problems.add(name + " '" + text + "' is no path: " + e.getReason());
        }
        return Optional.empty();
    }

    /** An address is not repeated: it may hold a password. */
    private Optional<String> jdbc(String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return Optional.of(text);
        }
        problems.add(
                "--jdbc is no PostgreSQL database: expected like jdbc:postgresql://localhost/carelet?user=carelet");
        return Optional.empty();
    }

    private Optional<WebhookEndpoint> webhook() {
        Optional<URI> address = once("--webhook", text -> address("--webhook", text, HOOK_EXAMPLE));
        Optional<WebhookSecret> secret = once("--webhook-secret", this::secret);
        if (values.containsKey("--webhook") != values.containsKey("--webhook-secret")) {
            problems.add("--webhook and --webhook-secret go together");
        }
        return address.flatMap(uri -> secret.map(known -> new WebhookEndpoint("clinic", uri, known)));
    }

    private Optional<FhirServer> fhir(URI address) {
        try {
            return Optional.of(FhirServer.of("clinic", address));
        } catch (IllegalArgumentException e) {
            problems.add("--fhir: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Not repeated: a path may be a secret. */
    private Optional<URI> address(String name, String text, String example) {
        try {
            URI address = new URI(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null && address.getRawUserInfo() == null) {
                return Optional.of(address);
            }
            problems.add(name + " is no address: expected like " + example);
        } catch (URISyntaxException e) {
            problems.add(name + " is no address (" + e.getReason() + "): expected like " + example);
        }
        return Optional.empty();
    }

    /** A secret is never repeated, not even a wrong one. */
    private Optional<WebhookSecret> secret(String text) {
        try {
            return Optional.of(WebhookSecret.parse(text));
        } catch (IllegalArgumentException e) {
            problems.add("--webhook-secret: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** A password is never repeated. What comes before the first colon is the name, as HTTP Basic has it. */
    private List<StaffLogin> staff() {
        Map<String, StaffLogin> logins = new LinkedHashMap<>();
        for (String text : values.getOrDefault("--staff", List.of())) {
            int colon = text.indexOf(':');
            String name = colon < 0 ? "" : text.substring(0, colon);
            if (name.isBlank() || colon == text.length() - 1 || NOBODY.contains(name)) {
                problems.add("--staff is no login: expected NAME:PASSWORD, and a name other than patient and system");
            } else if (logins.putIfAbsent(name, new StaffLogin(name, text.substring(colon + 1))) != null) {
                problems.add("--staff '" + name + "' is there twice");
            }
        }
        return List.copyOf(logins.values());
    }

    /** A token is never repeated, not even a wrong one. The name may be: so a system changes its token. */
    private List<PickupCredential> pickup() {
        List<PickupCredential> all = new ArrayList<>();
        for (String text : values.getOrDefault("--pickup", List.of())) {
            int colon = text.indexOf(':');
            try {
                all.add(PickupCredential.of(
                        text.substring(0, Math.max(colon, 0)),
                        text.substring(colon + 1),
                        Scope.READ,
                        Scope.ANSWER,
                        Scope.SENSITIVE));
            } catch (IllegalArgumentException e) {
                problems.add("--pickup is no NAME:TOKEN: " + e.getMessage());
            }
        }
        return all;
    }

    private List<Partner> partners() {
        Map<String, Partner> partners = new HashMap<>();
        for (String text : values.getOrDefault("--partner", List.of())) {
            partner(text).ifPresent(partner -> {
                if (partners.putIfAbsent(partner.id(), partner) != null) {
                    problems.add("--partner '" + partner.id() + "' is there twice");
                }
            });
        }
        return List.copyOf(partners.values());
    }

    private Optional<Partner> partner(String text) {
        int equals = text.indexOf('=');
        try {
            if (equals > 0 && equals < text.length() - 1) {
                List<String> origins = List.of(text.substring(equals + 1).split(",", -1));
                return Optional.of(new Partner(text.substring(0, equals), origins));
            }
            problems.add("--partner '" + text + "' is no partner: expected like news=https://news.example");
        } catch (IllegalArgumentException e) {
            problems.add("--partner '" + text + "': " + e.getMessage());
        }
        return Optional.empty();
    }
}
