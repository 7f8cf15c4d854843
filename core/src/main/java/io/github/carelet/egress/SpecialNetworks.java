package io.github.carelet.egress;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** The networks that are not the public Internet, by the IANA special-purpose address registries (RFC 6890). */
final class SpecialNetworks {

    private static final List<Network> ALL = List.of(
            Network.of("0.0.0.0", 8, "this network"),
            Network.of("10.0.0.0", 8, "private"),
            Network.of("100.64.0.0", 10, "shared address space"),
            Network.of("127.0.0.0", 8, "loopback"),
            Network.of("169.254.0.0", 16, "link-local"),
            Network.of("172.16.0.0", 12, "private"),
            Network.of("192.0.0.0", 24, "protocol assignments"),
            Network.of("192.0.2.0", 24, "documentation"),
            Network.of("192.88.99.0", 24, "6to4 relay"),
            Network.of("192.168.0.0", 16, "private"),
            Network.of("198.18.0.0", 15, "benchmarking"),
            Network.of("198.51.100.0", 24, "documentation"),
            Network.of("203.0.113.0", 24, "documentation"),
            Network.of("224.0.0.0", 4, "multicast"),
            Network.of("240.0.0.0", 4, "reserved"),
            Network.of("2001::", 23, "protocol assignments, Teredo"),
            Network.of("2001:db8::", 32, "documentation"),
            Network.of("2002::", 16, "6to4"),
            Network.of("3fff::", 20, "documentation"));

    /** All else of IPv6 is loopback, local, multicast, reserved, or IPv4 in disguise ({@code ::ffff:0:0/96}, {@code 64:ff9b::/96}). */
    private static final Network GLOBAL_UNICAST = Network.of("2000::", 3, "global unicast");

    private SpecialNetworks() {}

    /** Returns the name of the special network that the address belongs to; empty if it is public. */
    static Optional<String> of(InetAddress address) {
        if (address instanceof Inet6Address && !GLOBAL_UNICAST.contains(address)) {
            return Optional.of("not global unicast");
        }
        return ALL.stream()
                .filter(network -> network.contains(address))
                .map(Network::name)
                .findFirst();
    }

    private static final class Network {
        private final byte[] prefix;
        private final int bits;
        private final String name;

        private Network(byte[] prefix, int bits, String name) {
            this.prefix = prefix;
            this.bits = bits;
            this.name = name;
        }

        static Network of(String literal, int bits, String name) {
            try {
                return new Network(InetAddress.getByName(literal).getAddress(), bits, name);
            } catch (UnknownHostException e) {
                throw new IllegalStateException(literal + " is no literal address", e);
            }
        }

        String name() {
            return name;
        }

        boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            boolean same = bytes.length == prefix.length;
            for (int bit = 0; same && bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                same = (bytes[bit / 8] & mask) == (prefix[bit / 8] & mask);
            }
            return same;
        }
    }
}
