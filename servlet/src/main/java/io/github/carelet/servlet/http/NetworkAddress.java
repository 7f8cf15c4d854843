package io.github.carelet.servlet.http;

import io.github.carelet.egress.Network;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Who sends, as far as limits are concerned. */
final class NetworkAddress {

    private static final int NETWORK_BYTES = 8;

    private NetworkAddress() {}

    /** Returns an IPv4 address whole and of an IPv6 address the first 64 bits, which one household has for itself. */
    static String of(String remote) {
        return Network.address(remote.replaceFirst("%.*$", "").replaceAll("[\\[\\]]", ""))
                .map(NetworkAddress::of)
                .orElse(remote);
    }

    private static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
                : address.getHostAddress();
    }
}
