package io.github.carelet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.carelet.delivery.FhirServer;
import io.github.carelet.delivery.SmtpServer;
import io.github.carelet.delivery.SmtpServer.Login;
import io.github.carelet.delivery.SmtpServer.Security;
import io.github.carelet.delivery.WebhookEndpoint;
import io.github.carelet.delivery.WebhookSecret;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a configuration says of where messages go: {@code webhooks}, {@code fhir} and {@code smtp}. */
record ConfiguredDestinations(ConfigurationReading reading) {

    private static final Set<String> WEBHOOK_KEYS = Set.of("name", "url", "secret");
    private static final Set<String> FHIR_KEYS = Set.of("name", "url", "token");
    private static final Set<String> SMTP_KEYS = Set.of("host", "port", "security", "user", "password");

    /** The names of all of them. */
    static final Set<String> KEYS =
            Stream.of(WEBHOOK_KEYS, FHIR_KEYS, SMTP_KEYS).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    /** Tells a builder all of it. */
    void read(JsonNode root, CareletBuilder builder) {
        JsonNode webhooks = reading.expected(root, "webhooks", JsonNode::isArray, "a list of objects");
        for (int i = 0; i < webhooks.size(); i++) {
            webhook("/webhooks/" + i, webhooks.get(i), builder);
        }
        JsonNode fhir = reading.expected(root, "fhir", JsonNode::isArray, "a list of objects");
        for (int i = 0; i < fhir.size(); i++) {
            fhir("/fhir/" + i, fhir.get(i), builder);
        }
        JsonNode smtp = reading.expected(root, "smtp", JsonNode::isObject, "an object with a host");
        if (smtp.isObject()) {
            smtp(smtp, builder);
        }
    }

    private void webhook(String place, JsonNode node, CareletBuilder builder) {
        reading.knownKeys(place, node, WEBHOOK_KEYS);
        Optional<String> name = reading.required(node, place, "name");
        Optional<String> url = reading.required(node, place, "url");
        List<String> secrets = reading.oneOrMore(node, place, "secret");
        if (name.isPresent() && url.isPresent() && !secrets.isEmpty()) {
            reading.attempt(
                    place,
                    secrets,
                    all -> new WebhookEndpoint(
                            name.get(),
                            ConfigurationReading.uri(url.get()),
                            all.stream().map(WebhookSecret::parse).toList()),
                    builder::webhook);
        }
    }

    private void fhir(String place, JsonNode node, CareletBuilder builder) {
        reading.knownKeys(place, node, FHIR_KEYS);
        Optional<String> name = reading.required(node, place, "name");
        Optional<String> url = reading.required(node, place, "url");
        Optional<String> token = reading.text(node, place, "token");
        if (name.isPresent() && url.isPresent()) {
            reading.attempt(
                    place,
                    url.get(),
                    address -> {
                        FhirServer server = FhirServer.of(name.get(), ConfigurationReading.uri(address));
                        return token.map(server::withToken).orElse(server);
                    },
                    builder::fhir);
        }
    }

    /** The usual port goes with the security: 587 with starttls, 465 with tls, 25 with none. */
    private void smtp(JsonNode node, CareletBuilder builder) {
        reading.knownKeys("/smtp", node, SMTP_KEYS);
        Optional<String> host = reading.required(node, "/smtp", "host");
        String security = reading.text(node, "/smtp", "security").orElse("starttls");
        OptionalInt port = reading.number(node, "/smtp", "port");
        Optional<Login> login = login(node);
        host.ifPresent(
                name -> reading.attempt("/smtp", security, text -> server(name, port, text, login), builder::mail));
    }

    private static SmtpServer server(String host, OptionalInt port, String security, Optional<Login> login) {
        Security known = Security.parse(security);
        return new SmtpServer(host, port.orElse(known.port()), known, login);
    }

    private Optional<Login> login(JsonNode node) {
        Optional<String> user = reading.text(node, "/smtp", "user");
        Optional<String> password = reading.text(node, "/smtp", "password");
        if (user.isPresent() != password.isPresent()) {
            reading.problem("/smtp", "user and password go together");
        }
        return user.flatMap(name -> password.map(word -> new Login(name, word)));
    }
}
