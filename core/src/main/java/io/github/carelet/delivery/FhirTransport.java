package io.github.carelet.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.delivery.ResourceSource.Composition;
import io.github.carelet.delivery.ResourceSource.Identity;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressTimeouts;
import io.github.carelet.egress.GuardedClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages of kind {@code fhir}: makes a FHIR R4 server hold what a {@link ResourceSource} says. Each attempt first
 * asks the server what it has by the resource's identifier. What it lacks is created, with {@code If-None-Exist}; what it has
 * is updated, with {@code If-Match} and only where it differs; so a message that is sent again changes nothing. Somebody
 * else's change in between (409, 412), a server that is busy or down (429, 5xx), lets nobody in (401, 403) or is not there
 * yet or any more (404, 410) is tried again, after {@code Retry-After} if that is said; any other 4xx is dead, since the same would be refused
 * again. Safe for use by several threads; has one daemon thread of its own, which cuts off whoever exceeds the total time.
 */
public final class FhirTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(FhirTransport.class);
    private static final String JSON = "application/fhir+json";
    private static final Set<Integer> MAY_PASS = Set.of(401, 403, 404, 408, 409, 410, 412, 423, 425, 429);

    /** An attempt makes two requests, and both must be over before the lease is. */
    private static final EgressTimeouts TIMEOUTS =
            new EgressTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(8), Duration.ofSeconds(9));

    private final Map<String, FhirServer> servers;
    private final ResourceSource source;
    private final InstantSource clock;
    private final GuardedClient client;

    /**
     * Makes one.
     *
     * @throws IllegalArgumentException if the guard lets nothing be sent to one of the addresses
     */
    public FhirTransport(List<FhirServer> servers, ResourceSource source, EgressGuard guard, InstantSource clock) {
        servers.forEach(server -> guard.check(server.address()));
        this.servers = servers.stream().collect(Collectors.toUnmodifiableMap(FhirServer::name, Function.identity()));
        this.source = source;
        this.clock = clock;
        this.client = GuardedClient.open(guard, TIMEOUTS, DefaultClientTlsStrategy.createDefault());
    }

    @Override
    public String kind() {
        return "fhir";
    }

    @Override
    public Delivery deliver(Message message) {
        FhirServer server = servers.get(message.destination());
        if (server == null) {
            return new Delivery.Retry("no FHIR server of this name");
        }
        try {
            Identity identity = source.identity(message);
            FhirFinding finding = client.send(search(server, identity), answer -> read(answer, identity));
            return finding instanceof FhirFinding.Held held
                    ? make(server, identity, held, source.compose(message))
                    : ((FhirFinding.Unknown) finding).delivery();
        } catch (IOException e) {
            LOG.debug("A FHIR server's connection broke off: {}", e.getClass().getName());
            return new Delivery.Retry(e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private FhirFinding read(ClassicHttpResponse answer, Identity identity) throws IOException {
        return answer.getCode() == 200
                ? FhirFinding.read(answer.getEntity(), identity)
                : new FhirFinding.Unknown(judge(answer));
    }

    private Delivery make(FhirServer server, Identity identity, FhirFinding.Held held, Composition composition)
            throws IOException {
        if (composition instanceof Composition.NotNeeded notNeeded) {
            return new Delivery.NotNeeded(notNeeded.reason());
        }
        if (composition instanceof Composition.NotYet notYet) {
            return new Delivery.Retry(notYet.reason());
        }
        if (composition instanceof Composition.Amended amended) {
            return held.resource().isEmpty()
                    ? new Delivery.NotNeeded("the server does not have it")
                    : change(server, identity, held, FhirPatch.of(amended.json(), identity));
        }
        FhirPatch patch = FhirPatch.of(((Composition.Composed) composition).json(), identity);
        return held.resource().isEmpty()
                ? create(server, identity, patch.alone())
                : change(server, identity, held, patch);
    }

    private Delivery change(FhirServer server, Identity identity, FhirFinding.Held held, FhirPatch patch)
            throws IOException {
        Optional<ObjectNode> changed = patch.on(held.resource().orElseThrow());
        return changed.isPresent()
                ? update(server, identity, held, changed.get())
                : new Delivery.Delivered("HTTP 200, no change");
    }

    /** Somebody who was faster has made it when this says 200: the next attempt finds it, and updates it. */
    private Delivery create(FhirServer server, Identity identity, ObjectNode resource) throws IOException {
        HttpPost request = new HttpPost(server.below(identity.type()));
        request.setHeader("If-None-Exist", query(identity));
        Delivery verdict = send(server, request, resource);
        return verdict.equals(new Delivery.Delivered("HTTP 200"))
                ? new Delivery.Retry("HTTP 200, was there already")
                : verdict;
    }

    private Delivery update(FhirServer server, Identity identity, FhirFinding.Held held, ObjectNode resource)
            throws IOException {
        HttpPut request = new HttpPut(server.below(identity.type() + "/" + held.id()));
        held.version().ifPresent(version -> request.setHeader(HttpHeaders.IF_MATCH, "W/\"" + version + "\""));
        return send(server, request, resource);
    }

    private Delivery send(FhirServer server, HttpUriRequestBase request, ObjectNode resource) throws IOException {
        request.setHeader("Prefer", "return=minimal");
        request.setEntity(new ByteArrayEntity(
                resource.toString().getBytes(StandardCharsets.UTF_8),
                ContentType.create(JSON, StandardCharsets.UTF_8)));
        return client.send(introduced(request, server), this::judge);
    }

    /** What a server remembers of an earlier search may be over: it is asked to look. */
    private static HttpUriRequestBase search(FhirServer server, Identity identity) {
        HttpGet request = new HttpGet(server.below(identity.type() + "?" + query(identity) + "&_count=10"));
        request.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return introduced(request, server);
    }

    private static HttpUriRequestBase introduced(HttpUriRequestBase request, FhirServer server) {
        request.setHeader(HttpHeaders.ACCEPT, JSON);
        server.authorization().ifPresent(value -> request.setHeader(HttpHeaders.AUTHORIZATION, value));
        return request;
    }

    private static String query(Identity identity) {
        return "identifier=" + URLEncoder.encode(identity.system() + "|" + identity.value(), StandardCharsets.UTF_8);
    }

    private Delivery judge(ClassicHttpResponse answer) {
        int status = answer.getCode();
        String seen = "HTTP " + status;
        if (status >= 200 && status < 300) {
            return new Delivery.Delivered(seen);
        }
        boolean refused = status >= 400 && status < 500 && !MAY_PASS.contains(status);
        return refused ? new Delivery.Dead(seen) : new Delivery.Retry(seen, RetryAfter.of(answer, clock.instant()));
    }
}
