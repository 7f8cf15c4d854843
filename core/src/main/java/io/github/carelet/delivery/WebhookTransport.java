package io.github.carelet.delivery;

import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressTimeouts;
import io.github.carelet.egress.GuardedClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages of kind {@code webhook} by Standard Webhooks 1.0.0: one POST with {@code webhook-id} (the message's id, the
 * same in each attempt), {@code webhook-timestamp} and {@code webhook-signature}, one signature for each secret of the endpoint. Any 2xx is delivered, 410 disables
 * the endpoint, all else, redirects included, is tried again; 429, 502, 503 and 504 may say when by {@code Retry-After}. Safe for use by several threads; has one
 * daemon thread of its own, which cuts off whoever exceeds the total time.
 */
public final class WebhookTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookTransport.class);
    private static final int READ_AT_MOST = 64 * 1024;

    private final Map<String, WebhookEndpoint> endpoints;
    private final InstantSource clock;
    private final GuardedClient client;

    /**
     * Makes one with the standard timeouts.
     *
     * @throws IllegalArgumentException if the guard lets nothing be sent to one of the addresses
     */
    public WebhookTransport(List<WebhookEndpoint> endpoints, EgressGuard guard, InstantSource clock) {
        this(endpoints, guard, clock, EgressTimeouts.standard());
    }

    /**
     * Makes one.
     *
     * @throws IllegalArgumentException if the guard lets nothing be sent to one of the addresses
     */
    public WebhookTransport(
            List<WebhookEndpoint> endpoints, EgressGuard guard, InstantSource clock, EgressTimeouts timeouts) {
        this(endpoints, guard, clock, timeouts, DefaultClientTlsStrategy.createDefault());
    }

    WebhookTransport(
            List<WebhookEndpoint> endpoints,
            EgressGuard guard,
            InstantSource clock,
            EgressTimeouts timeouts,
            TlsSocketStrategy tls) {
        endpoints.forEach(endpoint -> guard.check(endpoint.address()));
        this.endpoints =
                endpoints.stream().collect(Collectors.toUnmodifiableMap(WebhookEndpoint::name, Function.identity()));
        this.clock = clock;
        this.client = GuardedClient.open(guard, timeouts, tls);
    }

    @Override
    public String kind() {
        return "webhook";
    }

    @Override
    public Delivery deliver(Message message) {
        WebhookEndpoint endpoint = endpoints.get(message.destination());
        if (endpoint == null) {
            return new Delivery.Retry("no endpoint of this name");
        }
        try {
            return client.send(request(endpoint, message), this::read);
        } catch (IOException e) {
            LOG.debug("A webhook's connection broke off: {}", e.getClass().getName());
            return new Delivery.Retry(e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpPost request(WebhookEndpoint endpoint, Message message) {
        long timestamp = clock.instant().getEpochSecond();
        HttpPost request = new HttpPost(endpoint.address());
        request.setHeader("webhook-id", message.id());
        request.setHeader("webhook-timestamp", Long.toString(timestamp));
        request.setHeader("webhook-signature", endpoint.sign(message.id(), timestamp, message.payload()));
        request.setEntity(new ByteArrayEntity(
                message.payload().getBytes(StandardCharsets.UTF_8), ContentType.create("application/json")));
        return request;
    }

    /** Once the status is there, nothing that goes wrong afterwards makes it another. */
    private Delivery read(ClassicHttpResponse response) {
        Delivery verdict = judge(response);
        try {
            discard(response.getEntity());
        } catch (IOException e) {
            LOG.debug("A webhook's answer broke off: {}", e.getClass().getName());
        }
        return verdict;
    }

    private Delivery judge(ClassicHttpResponse response) {
        int status = response.getCode();
        String seen = "HTTP " + status;
        if (status >= 200 && status < 300) {
            return new Delivery.Delivered(seen);
        }
        return status == 410
                ? new Delivery.Gone(seen)
                : new Delivery.Retry(seen, RetryAfter.of(response, clock.instant()));
    }

    /** A little of the answer is read for the receiver's sake. */
    private static void discard(@Nullable HttpEntity entity) throws IOException {
        if (entity != null) {
            entity.getContent().readNBytes(READ_AT_MOST);
        }
    }
}
