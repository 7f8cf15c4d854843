package io.github.carelet.delivery;

import java.net.URI;

/**
 * A receiver of webhooks.
 *
 * @param name by what messages name it as their {@link Message#destination}
 * @param address where it listens
 * @param secret by what it knows us
 */
public record WebhookEndpoint(String name, URI address, WebhookSecret secret) {

    /** Leaves the address out but for its host: a path may hold a secret. */
    @Override
    public String toString() {
        return "WebhookEndpoint[" + name + " at " + address.getHost() + "]";
    }
}
