package io.github.carelet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.carelet.calendar.PractitionerCalendar;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.EgressTimeouts;
import io.github.carelet.egress.HostResolver;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.source.CatalogSource;
import io.github.carelet.source.ClassPathSource;
import io.github.carelet.source.FileSource;
import io.github.carelet.source.HttpSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * A JSON file that says what {@link CareletBuilder} is told otherwise, for hosts that mount the servlet in a
 * {@code web.xml}. Paths are relative to the file; a catalogue may also be at an address. In place of a folder for
 * {@code storage}, a {@code dataSource} names a PostgreSQL database of the container by JNDI. {@code "openStudio": true} is
 * for development. Unknown keys are errors, and all errors are reported at once.
 *
 * <pre>{@code
 * {
 *   "catalog": "clinic", "watch": "PT10S", "storage": "carelet-data", "keys": "keys.json",
 *   "messages": "words", "unreviewedLanguages": ["fa"], "linksFor": "P90D", "publicUrl": "https://partner.example/carelet",
 *   "partners": {"foothill": ["https://foothill.example"],
 *                "news": {"origins": ["https://news.example"], "jsonLd": "reference", "events": true}},
 *   "calendars": {"jo": "https://calendar.example/jo.ics", "ana": "ana.ics"}, "calendarsEvery": "PT5M",
 *   "webhooks": [{"name": "desk", "url": "https://desk.example/hook", "secret": "whsec_…"}],
 *   "fhir": [{"name": "ehr", "url": "https://fhir.example.org/r4", "token": "…"}],
 *   "smtp": {"host": "smtp.example.org", "port": 587, "security": "starttls", "user": "clinic", "password": "…"},
 *   "trustedProxies": ["10.0.0.0/8"],
 *   "pickup": [{"name": "ehr", "tokenHash": "…", "scopes": ["read", "answer"]}]
 * }
 * }</pre>
 */
final class ConfigurationFile {

    private static final Set<String> KEYS = Set.of(
            "catalog",
            "watch",
            "linksFor",
            "keepFor",
            "pickup",
            "lastGood",
            "contentOnly",
            "bookingAt",
            "storage",
            "dataSource",
            "keys",
            "publicUrl",
            "crossOriginIsolated",
            "openStudio",
            "trustedProxies",
            "partners",
            "webhooks",
            "fhir",
            "smtp",
            "limits",
            "calendars",
            "calendarsEvery",
            "egress",
            "messages",
            "unreviewedLanguages");

    /** A host's settings also say, for the host alone, where it mounts the servlet. */
    private static final Set<String> HOST_KEYS =
            Stream.concat(KEYS.stream(), Stream.of("path")).collect(Collectors.toUnmodifiableSet());

    private static final String CLASS_PATH = "classpath:";
    private static final Pattern WEB = Pattern.compile("(?i)https?://.*");
    private static final Pattern CALENDAR = Pattern.compile("(?i)(https?|webcals?)://.*");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):([0-9]{1,5})");

    private final ConfigurationReading reading;

    private ConfigurationFile(ConfigurationReading reading) {
        this.reading = reading;
    }

    /** Returns a builder that has been told everything that the file says. */
    static CareletBuilder read(Path file) {
        ConfigurationReading reading = new ConfigurationReading(ConfigurationOrigin.file(file));
        return read(reading, reading.root(file), KEYS);
    }

    /** Returns whether a setting of a host is one of these, in whatever spelling. */
    static boolean takes(String name) {
        return HostSettings.isAmong(HOST_KEYS, name);
    }

    /** Returns a builder that has been told everything that a host's own settings say. */
    static CareletBuilder read(Map<String, ?> settings, ConfigurationOrigin origin) {
        Set<String> known = Stream.of(HOST_KEYS, ConfiguredPartners.KEYS, ConfiguredDestinations.KEYS)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return read(new ConfigurationReading(origin), HostSettings.json(settings, known), HOST_KEYS);
    }

    private static CareletBuilder read(ConfigurationReading reading, JsonNode root, Set<String> keys) {
        reading.knownKeys("", root, keys);
        CareletBuilder builder = new ConfigurationFile(reading).builder(root);
        reading.refuseIfWrong();
        return builder;
    }

    private CareletBuilder builder(JsonNode root) {
        EgressRules egress = egress(root);
        CareletBuilder builder = Carelet.builder(source(root, egress)).egress(egress);
        content(root, builder);
        storage(root, builder);
        mount(root, builder);
        bookings(root, builder);
        new ConfiguredPartners(reading).read(root, builder);
        new ConfiguredDestinations(reading).read(root, builder);
        return builder;
    }

    private void content(JsonNode root, CareletBuilder builder) {
        reading.path(root, "lastGood").ifPresent(builder::lastGood);
        if (reading.truth(root, "", "contentOnly")) {
            builder.contentOnly();
        }
        duration(root, "watch", builder::watch);
        reading.path(root, "messages").ifPresent(builder::messages);
        reading.texts(root, "unreviewedLanguages", "a list of language tags").forEach(builder::unreviewedLanguages);
    }

    private void storage(JsonNode root, CareletBuilder builder) {
        reading.path(root, "storage").ifPresent(builder::storage);
        reading.text(root, "", "dataSource")
                .ifPresent(
                        name -> reading.attempt("/dataSource", name, ConfigurationFile::dataSource, builder::storage));
        if (root.has("storage") && root.has("dataSource")) {
            reading.problem("/dataSource", "expected either this or a storage");
        }
        reading.path(root, "keys").ifPresent(keys -> reading.attempt("/keys", keys, KeyRing::load, builder::keys));
        duration(root, "keepFor", builder::keepFor);
        duration(root, "linksFor", builder::linksFor);
    }

    private void mount(JsonNode root, CareletBuilder builder) {
        if (reading.truth(root, "", "crossOriginIsolated")) {
            builder.crossOriginIsolated();
        }
        if (reading.truth(root, "", "openStudio")) {
            builder.openStudio();
        }
        reading.text(root, "", "bookingAt")
                .ifPresent(url -> reading.attempt("/bookingAt", url, ConfigurationReading::uri, builder::bookingAt));
        reading.text(root, "", "publicUrl")
                .ifPresent(url -> reading.attempt("/publicUrl", url, ConfigurationReading::uri, builder::publicUrl));
        reading.text(root, "", "limits")
                .ifPresent(word ->
                        reading.attempt("/limits", word, ConfigurationFile::off, off -> builder.withoutLimits()));
        reading.texts(root, "trustedProxies", "a list like [\"10.0.0.0/8\"]").forEach(builder::trustedProxies);
    }

    private void bookings(JsonNode root, CareletBuilder builder) {
        reading.expected(root, "calendars", JsonNode::isObject, "an object of practitioner id to file or address")
                .properties()
                .forEach(each -> calendar(each.getKey(), each.getValue(), builder));
        duration(root, "calendarsEvery", builder::calendarsEvery);
    }

    private void duration(JsonNode root, String key, Consumer<Duration> setting) {
        reading.text(root, "", key).ifPresent(text -> reading.attempt("/" + key, text, Duration::parse, setting));
    }

    private void calendar(String practitioner, JsonNode node, CareletBuilder builder) {
        String place = "/calendars/" + practitioner;
        if (!node.isTextual() || node.asText().isBlank()) {
            reading.problem(place, "expected a file or an address");
            return;
        }
        reading.attempt(place, node.asText(), text -> calendar(practitioner, text), builder::calendar);
    }

    private PractitionerCalendar calendar(String practitioner, String place) {
        return CALENDAR.matcher(place).matches()
                ? new PractitionerCalendar(practitioner, ConfigurationReading.uri(place))
                : PractitionerCalendar.in(reading.resolved(place), practitioner);
    }

    private CatalogSource source(JsonNode root, EgressRules egress) {
        Optional<String> named = reading.text(root, "", "catalog");
        if (!root.has("catalog")) {
            reading.problem("/catalog", "is missing: expected a file, a folder or an address");
        }
        List<CatalogSource> source = new ArrayList<>(1);
        named.filter(text -> WEB.matcher(text).matches())
                .ifPresent(url -> reading.attempt("/catalog", url, text -> atAddress(text, egress), source::add));
        named.filter(text -> text.startsWith(CLASS_PATH))
                .ifPresent(name -> reading.attempt("/catalog", name, this::onClassPath, source::add));
        if (source.isEmpty()) {
            source.add(FileSource.of(reading.resolved(named.orElse("")), CatalogReader.strict()));
        }
        return source.get(0);
    }

    private CatalogSource onClassPath(String name) {
        ClassLoader classes = reading.classes()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is in an application: expected a file, a folder or an address"));
        String resource = name.substring(CLASS_PATH.length());
        if (classes.getResource(resource) == null) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not there: expected a resource like src/main/resources/clinic.json");
        }
        return ClassPathSource.of(classes, List.of(resource), CatalogReader.strict());
    }

    private static CatalogSource atAddress(String url, EgressRules egress) {
        EgressGuard guard = new EgressGuard(egress, HostResolver.system());
        return HttpSource.of(ConfigurationReading.uri(url), CatalogReader.strict(), guard, EgressTimeouts.standard());
    }

    /** Returns where catalogues come from and messages go besides public addresses by https. */
    private EgressRules egress(JsonNode root) {
        EgressRules rules = EgressRules.publicHttps();
        for (String each : reading.texts(root, "egress", "a list like [\"cms.internal:8080\"]")) {
            Matcher form = HOST_AND_PORT.matcher(each);
            if (form.matches()) {
                rules = rules.allowing(form.group(1), Integer.parseInt(form.group(2)));
            } else {
                reading.problem("/egress", "'" + each + "' is no host with a port, like cms.internal:8080");
            }
        }
        return rules;
    }

    private static String off(String word) {
        if (word.equals("off")) {
            return word;
        }
        throw new IllegalArgumentException("'" + word + "' is unknown: expected off, or nothing");
    }

    /** The container has it, with its driver and its pool. The name is the operator's, and looked up nowhere else. */
    @SuppressWarnings("BanJNDI")
    private static DataSource dataSource(String name) {
        try {
            // Nothing of another scheme: such a lookup would go out to whatever host it names.
            if (name.startsWith("java:")) {
                return InitialContext.doLookup(name);
            }
            throw new NamingException("no name of a container");
        } catch (NamingException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no data source of this container: expected like java:comp/env/jdbc/carelet", e);
        }
    }
}
