package io.github.carelet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.carelet.calendar.PractitionerCalendar;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.delivery.WebhookEndpoint;
import io.github.carelet.delivery.WebhookSecret;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.EgressTimeouts;
import io.github.carelet.egress.HostResolver;
import io.github.carelet.exchange.JsonLdRole;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.source.CatalogSource;
import io.github.carelet.source.FileSource;
import io.github.carelet.source.HttpSource;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * A JSON file that says what {@link CareletBuilder} is told otherwise, for hosts that mount the servlet in a
 * {@code web.xml}. Paths are relative to the file; a catalogue may also be at an address. In place of a folder for
 * {@code storage}, a {@code dataSource} names a PostgreSQL database of the container by JNDI. Unknown keys are errors, and
 * all errors are reported at once.
 *
 * <pre>{@code
 * {
 *   "catalog": "clinic", "watch": "PT10S", "storage": "carelet-data", "keys": "keys.json",
 *   "messages": "words", "unreviewedLanguages": ["fa"], "linksFor": "P90D", "publicUrl": "https://partner.example/carelet",
 *   "partners": {"foothill": ["https://foothill.example"],
 *                "news": {"origins": ["https://news.example"], "jsonLd": "reference", "events": true}},
 *   "calendars": {"jo": "https://calendar.example/jo.ics", "ana": "ana.ics"}, "calendarsEvery": "PT5M",
 *   "webhooks": [{"name": "desk", "url": "https://desk.example/hook", "secret": "whsec_…"}],
 *   "pickup": [{"name": "ehr", "tokenHash": "…", "scopes": ["read", "answer"]}]
 * }
 * }</pre>
 */
final class ConfigurationFile {

    private static final Set<String> KEYS = Set.of(
            "catalog",
            "watch",
            "linksFor",
            "pickup",
            "lastGood",
            "contentOnly",
            "bookingAt",
            "storage",
            "dataSource",
            "keys",
            "publicUrl",
            "crossOriginIsolated",
            "partners",
            "webhooks",
            "limits",
            "calendars",
            "calendarsEvery",
            "egress",
            "messages",
            "unreviewedLanguages");
    private static final Pattern WEB = Pattern.compile("(?i)https?://.*");
    private static final Pattern CALENDAR = Pattern.compile("(?i)(https?|webcals?)://.*");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):([0-9]{1,5})");
    private static final Set<String> PARTNER_KEYS = Set.of("origins", "jsonLd", "events");
    private static final Set<String> PICKUP_KEYS = Set.of("name", "tokenHash", "scopes");
    private static final Set<String> WEBHOOK_KEYS = Set.of("name", "url", "secret");

    private final Path file;
    private final List<String> problems = new ArrayList<>();

    private ConfigurationFile(Path file) {
        this.file = file;
    }

    /** Returns a builder that has been told everything that the file says. */
    static CareletBuilder read(Path file) {
        ConfigurationFile reading = new ConfigurationFile(file.toAbsolutePath());
        CareletBuilder builder = reading.builder(reading.root());
        reading.refuseIfWrong();
        return builder;
    }

    private CareletBuilder builder(JsonNode root) {
        knownKeys("", root, KEYS);
        EgressRules egress = egress(root);
        CareletBuilder builder = Carelet.builder(source(root, egress)).egress(egress);
        path(root, "lastGood").ifPresent(builder::lastGood);
        if (truth(root, "", "contentOnly")) {
            builder.contentOnly();
        }
        if (truth(root, "", "crossOriginIsolated")) {
            builder.crossOriginIsolated();
        }
        path(root, "storage").ifPresent(builder::storage);
        text(root, "", "dataSource")
                .ifPresent(name -> attempt("/dataSource", name, ConfigurationFile::dataSource, builder::storage));
        if (root.has("storage") && root.has("dataSource")) {
            problems.add(at("/dataSource") + "expected either this or a storage");
        }
        path(root, "keys").ifPresent(keys -> attempt("/keys", keys, KeyRing::load, builder::keys));
        text(root, "", "bookingAt")
                .ifPresent(url -> attempt("/bookingAt", url, ConfigurationFile::uri, builder::bookingAt));
        text(root, "", "publicUrl")
                .ifPresent(url -> attempt("/publicUrl", url, ConfigurationFile::uri, builder::publicUrl));
        text(root, "", "watch").ifPresent(every -> attempt("/watch", every, Duration::parse, builder::watch));
        text(root, "", "linksFor").ifPresent(time -> attempt("/linksFor", time, Duration::parse, builder::linksFor));
        path(root, "messages").ifPresent(builder::messages);
        text(root, "", "limits")
                .ifPresent(word -> attempt("/limits", word, ConfigurationFile::off, off -> builder.withoutLimits()));
        for (JsonNode tag : expected(root, "unreviewedLanguages", JsonNode::isArray, "a list of language tags")) {
            builder.unreviewedLanguages(tag.asText());
        }
        expected(root, "partners", JsonNode::isObject, "an object of partner id to list of origins")
                .properties()
                .forEach(each -> partner(each.getKey(), each.getValue(), builder));
        JsonNode webhooks = expected(root, "webhooks", JsonNode::isArray, "a list of objects");
        for (int i = 0; i < webhooks.size(); i++) {
            webhook("/webhooks/" + i, webhooks.get(i), builder);
        }
        JsonNode pickup = expected(root, "pickup", JsonNode::isArray, "a list of objects");
        for (int i = 0; i < pickup.size(); i++) {
            pickup("/pickup/" + i, pickup.get(i), builder);
        }
        expected(root, "calendars", JsonNode::isObject, "an object of practitioner id to file or address")
                .properties()
                .forEach(each -> calendar(each.getKey(), each.getValue(), builder));
        text(root, "", "calendarsEvery")
                .ifPresent(every -> attempt("/calendarsEvery", every, Duration::parse, builder::calendarsEvery));
        return builder;
    }

    private void calendar(String practitioner, JsonNode node, CareletBuilder builder) {
        String place = "/calendars/" + practitioner;
        if (!node.isTextual() || node.asText().isBlank()) {
            problems.add(at(place) + "expected a file or an address");
            return;
        }
        attempt(place, node.asText(), text -> calendar(practitioner, text), builder::calendar);
    }

    private PractitionerCalendar calendar(String practitioner, String place) {
        return CALENDAR.matcher(place).matches()
                ? new PractitionerCalendar(practitioner, uri(place))
                : PractitionerCalendar.in(file.resolveSibling(place), practitioner);
    }

    private CatalogSource source(JsonNode root, EgressRules egress) {
        Optional<String> named = text(root, "", "catalog");
        if (!root.has("catalog")) {
            problems.add(at("/catalog") + "is missing: expected a file, a folder or an address");
        }
        List<CatalogSource> source = new ArrayList<>(1);
        named.filter(text -> WEB.matcher(text).matches())
                .ifPresent(url -> attempt("/catalog", url, text -> atAddress(text, egress), source::add));
        if (source.isEmpty()) {
            source.add(FileSource.of(file.resolveSibling(named.orElse("")), CatalogReader.strict()));
        }
        return source.get(0);
    }

    private static CatalogSource atAddress(String url, EgressRules egress) {
        EgressGuard guard = new EgressGuard(egress, HostResolver.system());
        return HttpSource.of(uri(url), CatalogReader.strict(), guard, EgressTimeouts.standard());
    }

    /** Returns where catalogues come from and messages go besides public addresses by https. */
    private EgressRules egress(JsonNode root) {
        EgressRules rules = EgressRules.publicHttps();
        for (JsonNode each : expected(root, "egress", JsonNode::isArray, "a list like [\"cms.internal:8080\"]")) {
            Matcher form = HOST_AND_PORT.matcher(each.asText());
            if (form.matches()) {
                rules = rules.allowing(form.group(1), Integer.parseInt(form.group(2)));
            } else {
                problems.add(at("/egress") + "'" + each.asText() + "' is no host with a port, like cms.internal:8080");
            }
        }
        return rules;
    }

    /** A partner is a list of origins, or an object where there is more to say. */
    private void partner(String id, JsonNode node, CareletBuilder builder) {
        String place = "/partners/" + id;
        JsonNode origins = node.isObject() ? node.path("origins") : node;
        if (node.isObject()) {
            knownKeys(place, node, PARTNER_KEYS);
        }
        if (!origins.isArray()) {
            problems.add(at(place) + "is no list of origins");
        }
        List<String> texts = new ArrayList<>();
        origins.forEach(each -> texts.add(each.asText()));
        String jsonLd = text(node, place, "jsonLd").orElse("none");
        boolean events = truth(node, place, "events");
        attempt(place, texts, list -> new Partner(id, list, JsonLdRole.parse(jsonLd), events), builder::partner);
    }

    private void webhook(String place, JsonNode node, CareletBuilder builder) {
        knownKeys(place, node, WEBHOOK_KEYS);
        Optional<String> name = required(node, place, "name");
        Optional<String> url = required(node, place, "url");
        Optional<String> secret = required(node, place, "secret");
        if (name.isPresent() && url.isPresent() && secret.isPresent()) {
            attempt(
                    place,
                    node,
                    all -> new WebhookEndpoint(name.get(), uri(url.get()), WebhookSecret.parse(secret.get())),
                    builder::webhook);
        }
    }

    private void pickup(String place, JsonNode node, CareletBuilder builder) {
        knownKeys(place, node, PICKUP_KEYS);
        Optional<String> name = required(node, place, "name");
        Optional<String> hash = required(node, place, "tokenHash");
        if (name.isPresent() && hash.isPresent()) {
            attempt(
                    place,
                    node.path("scopes"),
                    scopes -> new PickupCredential(name.get(), hash.get(), scopes(scopes)),
                    builder::pickup);
        }
    }

    private static Set<PickupCredential.Scope> scopes(JsonNode list) {
        Set<PickupCredential.Scope> scopes = EnumSet.noneOf(PickupCredential.Scope.class);
        for (JsonNode each : list) {
            String text = each.asText();
            scopes.add(Stream.of(PickupCredential.Scope.values())
                    .filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "'" + text + "' is no scope: expected read, answer or sensitive")));
        }
        return scopes;
    }

    /** Returns a member, which must be as it should if it is there. */
    private JsonNode expected(JsonNode root, String name, Predicate<JsonNode> right, String what) {
        JsonNode value = root.path(name);
        if (!value.isMissingNode() && !right.test(value)) {
            problems.add(at("/" + name) + "expected " + what);
            return MissingNode.getInstance();
        }
        return value;
    }

    private static String off(String word) {
        if (word.equals("off")) {
            return word;
        }
        throw new IllegalArgumentException("'" + word + "' is unknown: expected off, or nothing");
    }

    /** Not with the text in the message: the path of an address may be a secret. */
    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is no URL: " + e.getReason(), e);
        }
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

    private JsonNode root() {
        ObjectMapper json = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        try {
            JsonNode root = json.readTree(Files.readAllBytes(file));
            if (root.isObject()) {
                return root;
            }
            problems.add(at("/") + "expected a JSON object");
        } catch (JsonProcessingException e) {
            // Not the parser's own words: they quote the source, and the source holds secrets.
            problems.add(at("line " + e.getLocation().getLineNr()) + "is not JSON");
        } catch (IOException e) {
            problems.add(file + " can't be read: " + e.getClass().getSimpleName());
        }
        refuseIfWrong();
        throw new IllegalStateException("a file without problems has a root: " + file);
    }

    private void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private void knownKeys(String place, JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.add(at(place + "/" + name) + "is unknown: expected one of "
                        + known.stream().sorted().toList());
            }
        });
    }

    private <T, R> void attempt(String place, T value, Function<T, R> reading, Consumer<R> use) {
        try {
            use.accept(reading.apply(value));
        } catch (RuntimeException e) {
            problems.add(at(place) + e.getMessage());
        }
    }

    private Optional<Path> path(JsonNode node, String name) {
        return text(node, "", name).map(text -> file.resolveSibling(text));
    }

    private Optional<String> required(JsonNode node, String place, String name) {
        Optional<String> text = text(node, place, name);
        if (!node.has(name)) {
            problems.add(at(place + "/" + name) + "is missing");
        }
        return text;
    }

    private Optional<String> text(JsonNode node, String place, String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isTextual()) {
            problems.add(at(place + "/" + name) + "is no text");
        }
        return Optional.ofNullable(value.textValue());
    }

    private boolean truth(JsonNode node, String place, String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            problems.add(at(place + "/" + name) + "expected true or false");
        }
        return value.asBoolean();
    }

    private String at(String place) {
        return file + " " + place + ": ";
    }
}
