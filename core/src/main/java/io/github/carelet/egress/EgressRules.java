package io.github.carelet.egress;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where messages may go: by https, to port 443, at public addresses, unless said otherwise here.
 *
 * @param http whether plain http and port 80 will do
 * @param exceptions {@code host:port} that may be reached anyhow, by http too and wherever they are: the clinic's own network,
 *     or loopback for trying things out
 */
public record EgressRules(boolean http, Set<String> exceptions) {

    /** Copies. */
    public EgressRules {
        exceptions = Set.copyOf(exceptions);
    }

    /** Returns the rules without any exception. */
    public static EgressRules publicHttps() {
        return new EgressRules(false, Set.of());
    }

    /** Returns the same rules, with plain http to port 80 of public addresses allowed. */
    public EgressRules allowingHttp() {
        return new EgressRules(true, exceptions);
    }

    /**
     * Returns the same rules with one more exception.
     *
     * @param host a name, or a literal address; IPv6 with or without brackets
     */
    public EgressRules allowing(String host, int port) {
        Set<String> more = new HashSet<>(exceptions);
        more.add(key(host, port));
        return new EgressRules(http, more);
    }

    boolean excepts(String host, int port) {
        return exceptions.contains(key(host, port));
    }

    private static String key(String host, int port) {
        return host.replaceAll("^\\[|\\]$|\\.$", "").toLowerCase(Locale.ROOT) + ":" + port;
    }
}
