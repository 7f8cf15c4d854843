package io.github.carelet.servlet.http;

import io.github.carelet.Carelet;
import io.github.carelet.egress.Network;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a request comes to the servlet, as far as the host has said so: what the world sees as its path, and who may say for
 * whom a request is passed on. Immutable; safe for use by many threads.
 *
 * @param path of the mount as the world sees it, if that is known; a proxy may show another one than the container's
 * @param trusted whose word is taken for the address of a client
 */
public record Entrance(Optional<String> path, List<Network> trusted) {

    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for=\"?([^\";]+)\"?");
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]*)\\](?::\\d*)?|([0-9.]+):\\d*");

    /** Copies. */
    public Entrance {
        path = path.map(each -> UrlPath.encode(each, true));
        trusted = List.copyOf(trusted);
    }

    /** Returns the one that nobody has said anything of: the container's path, and the address of the connection. */
    public static Entrance ofContainer() {
        return new Entrance(Optional.empty(), List.of());
    }

    /** Returns the one that a host has configured. */
    public static Entrance of(Carelet carelet) {
        return new Entrance(carelet.publicUrl().map(URI::getRawPath), carelet.trustedProxies());
    }

    /** Returns the mount's path in a URL; no slash at the end, empty for the root. */
    String base(HttpServletRequest request) {
        return path.orElseGet(
                () -> UrlPath.encode(request.getContextPath(), true) + UrlPath.encode(request.getServletPath(), false));
    }

    /**
     * Returns who sends, for limits. From the connection backwards, the first address that no trusted proxy has is the client's:
     * what stands before it, the client may have made up. Where both headers are there and do not agree, one of them is made
     * up, too, because the proxy sets only the other one: then the request counts as the proxy's own.
     */
    String sender(HttpServletRequest request) {
        String connection = request.getRemoteAddr();
        if (!isTrusted(Network.address(connection))) {
            return NetworkAddress.of(connection);
        }
        List<String> hops = values(request, "X-Forwarded-For");
        List<String> standard = values(request, "Forwarded").stream()
                .map(FOR::matcher)
                .map(found -> found.find() ? found.group(1) : "")
                .toList();
        Optional<String> first = hops.isEmpty() ? Optional.empty() : Optional.of(client(connection, hops));
        Optional<String> second = standard.isEmpty() ? Optional.empty() : Optional.of(client(connection, standard));
        boolean agree = first.isEmpty() || second.isEmpty() || first.equals(second);
        return NetworkAddress.of(agree ? first.or(() -> second).orElse(connection) : connection);
    }

    /** Returns the address of the connection if it has said for whom it is, and nobody trusts it. */
    Optional<String> strangeProxy(HttpServletRequest request) {
        boolean says = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        String connection = request.getRemoteAddr();
        return says && !isTrusted(Network.address(connection)) ? Optional.of(connection) : Optional.empty();
    }

    private String client(String connection, List<String> hops) {
        String last = connection;
        for (int i = hops.size() - 1; i >= 0; i--) {
            Optional<InetAddress> hop = Network.address(withoutPort(hops.get(i)));
            if (hop.isEmpty()) {
                return last;
            }
            last = hop.get().getHostAddress();
            if (!isTrusted(hop)) {
                return last;
            }
        }
        return last;
    }

    private boolean isTrusted(Optional<InetAddress> address) {
        return address.filter(each -> trusted.stream().anyMatch(network -> network.contains(each)))
                .isPresent();
    }

    private static String withoutPort(String hop) {
        Matcher form = WITH_PORT.matcher(hop);
        if (!form.matches()) {
            return hop;
        }
        return form.group(1) == null ? form.group(2) : form.group(1);
    }

    private static List<String> values(HttpServletRequest request, String header) {
        List<String> all = new ArrayList<>();
        for (String line : Collections.list(request.getHeaders(header))) {
            all.addAll(Arrays.stream(line.split(",", -1)).map(String::strip).toList());
        }
        return all;
    }
}
