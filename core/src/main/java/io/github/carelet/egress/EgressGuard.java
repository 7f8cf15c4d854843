package io.github.carelet.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps messages out of the network behind the host: an address in the configuration, or what a name server makes of it, must
 * not lead to loopback, to a private network or to a cloud's metadata. A name is looked up once for each connection, all its
 * addresses are judged, and the connection goes to just those; so a name server that gives another answer to the next question
 * gains nothing. Immutable; safe for use by several threads if the resolver is.
 */
public final class EgressGuard {

    private static final Pattern NUMERIC = Pattern.compile("(?i)(.*\\.)?(\\d+|0x[0-9a-f]*)");
    private static final Pattern DOTTED = Pattern.compile("((0|[1-9]\\d{0,2})(\\.(?!$)|$)){4}");

    private final EgressRules rules;
    private final HostResolver resolver;

    /** Makes one that judges by the rules what the resolver finds. */
    public EgressGuard(EgressRules rules, HostResolver resolver) {
        this.rules = rules;
        this.resolver = resolver;
    }

    /**
     * Checks an address as far as that goes without looking up its name.
     *
     * @throws IllegalArgumentException if nothing may be sent there; names host and port, but not the path, which may hold a
     *     secret
     */
    public void check(URI address) {
        problem(address).ifPresent(problem -> {
            String port = address.getPort() < 0 ? "" : ":" + address.getPort();
            throw new IllegalArgumentException("nothing may be sent to '" + address.getScheme() + "://"
                    + address.getHost() + port + "': " + problem);
        });
    }

    /**
     * Looks a host up and judges all its addresses.
     *
     * @return the addresses to connect to; no others
     * @throws AddressRefusedException if one of them is not public, and no rule allows it
     * @throws UnknownHostException if there are none
     */
    public List<InetAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetAddress> found = List.copyOf(resolver.resolve(host));
        if (found.isEmpty()) {
            throw new UnknownHostException(host);
        }
        for (InetAddress address : found) {
            Optional<String> network = SpecialNetworks.of(address);
            if (network.isPresent() && !rules.excepts(host, port)) {
                throw new AddressRefusedException(host, address, network.get());
            }
        }
        return found;
    }

    private Optional<String> problem(URI address) {
        String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        String host = Optional.ofNullable(address.getHost()).orElse("");
        int port = port(scheme, address);
        boolean excepted = rules.excepts(host, port);
        if (!scheme.equals("https") && !(scheme.equals("http") && (rules.http() || excepted))) {
            return Optional.of("the scheme must be https");
        }
        if (host.isEmpty() || host.contains("%")) {
            return Optional.of("it names no host");
        }
        if (address.getRawUserInfo() != null) {
            return Optional.of("it holds a user name");
        }
        if (port != 443 && !(port == 80 && rules.http()) && !excepted) {
            return Optional.of("the port must be 443");
        }
        return literalProblem(host, port);
    }

    /** A number in disguise, such as 0177.0.0.1, means another address to each reader: only the plain form will do. */
    private Optional<String> literalProblem(String host, int port) {
        boolean six = host.startsWith("[");
        boolean four = DOTTED.matcher(host).matches();
        if (!six && !four) {
            return NUMERIC.matcher(host).matches() ? Optional.of("it is a number in disguise") : Optional.empty();
        }
        try {
            return rules.excepts(host, port) ? Optional.empty() : SpecialNetworks.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.of("it is no address");
        }
    }

    private static int port(String scheme, URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return scheme.equals("http") ? 80 : 443;
    }
}
