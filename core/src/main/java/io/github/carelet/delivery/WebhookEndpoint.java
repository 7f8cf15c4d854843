package io.github.carelet.delivery;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A receiver of webhooks.
 *
 * @param name by what messages name it as their {@link Message#destination}
 * @param address where it listens
 * @param secrets by what it knows us; while one takes the place of another both, and each message bears a signature of each
 */
public record WebhookEndpoint(String name, URI address, List<WebhookSecret> secrets) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no secret
     */
    public WebhookEndpoint {
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("webhook '" + name + "' has no secret: expected one, or several");
        }
    }

    /** A receiver that knows us by one secret. */
    public WebhookEndpoint(String name, URI address, WebhookSecret secret) {
        this(name, address, List.of(secret));
    }

    /** Returns the value of the header {@code webhook-signature}. */
    String sign(String id, long timestamp, String payload) {
        return secrets.stream()
                .map(secret -> secret.sign(id, timestamp, payload))
                .collect(Collectors.joining(" "));
    }

    /** Leaves the address out but for its host: a path may hold a secret. */
    @Override
    public String toString() {
        return "WebhookEndpoint[" + name + " at " + address.getHost() + "]";
    }
}
