package io.github.carelet;

import io.github.carelet.egress.Network;
import java.util.ArrayList;
import java.util.List;

/** Whom a host believes when it says for whom it passes a request on. Used by one thread. */
final class TrustedProxies {

    private final List<String> texts = new ArrayList<>();

    void add(String... networks) {
        texts.addAll(List.of(networks));
    }

    /** Adds what is no network. */
    void check(List<String> problems) {
        for (String each : texts) {
            try {
                Network.parse(each);
            } catch (IllegalArgumentException e) {
                problems.add("trusted proxy " + e.getMessage());
            }
        }
    }

    /** Returns them; to be called when there are no problems. */
    List<Network> networks() {
        return texts.stream().map(Network::parse).toList();
    }
}
