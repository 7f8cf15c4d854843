package io.github.carelet.egress;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** The networks that are not the public Internet, by the IANA special-purpose address registries (RFC 6890). */
final class SpecialNetworks {

    private static final List<Special> ALL = List.of(
            special("0.0.0.0/8", "this network"),
            special("10.0.0.0/8", "private"),
            special("100.64.0.0/10", "shared address space"),
            special("127.0.0.0/8", "loopback"),
            special("169.254.0.0/16", "link-local"),
            special("172.16.0.0/12", "private"),
            special("192.0.0.0/24", "protocol assignments"),
            special("192.0.2.0/24", "documentation"),
            special("192.88.99.0/24", "6to4 relay"),
            special("192.168.0.0/16", "private"),
            special("198.18.0.0/15", "benchmarking"),
            special("198.51.100.0/24", "documentation"),
            special("203.0.113.0/24", "documentation"),
            special("224.0.0.0/4", "multicast"),
            special("240.0.0.0/4", "reserved"),
            special("2001::/23", "protocol assignments, Teredo"),
            special("2001:db8::/32", "documentation"),
            special("2002::/16", "6to4"),
            special("3fff::/20", "documentation"));

    /** All else of IPv6 is loopback, local, multicast, reserved, or IPv4 in disguise ({@code ::ffff:0:0/96}, {@code 64:ff9b::/96}). */
    private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

    private SpecialNetworks() {}

    /** Returns the name of the special network that the address belongs to; empty if it is public. */
    static Optional<String> of(InetAddress address) {
        if (address instanceof Inet6Address && !GLOBAL_UNICAST.contains(address)) {
            return Optional.of("not global unicast");
        }
        return ALL.stream()
                .filter(special -> special.network().contains(address))
                .map(Special::name)
                .findFirst();
    }

    private static Special special(String cidr, String name) {
        return new Special(Network.parse(cidr), name);
    }

    private record Special(Network network, String name) {}
}
