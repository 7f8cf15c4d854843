package io.github.carelet.servlet.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Who sends, as far as limits are concerned. */
final class NetworkAddress {

    private static final int NETWORK_BYTES = 8;
    /** Only digits are looked up, so that nobody's name server is asked. */
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private NetworkAddress() {}

    /** Returns an IPv4 address whole and of an IPv6 address the first 64 bits, which one household has for itself. */
    static String of(String remote) {
        String digits = remote.replaceFirst("%.*$", "").replaceAll("[\\[\\]]", "");
        if (!IPV6.matcher(digits).matches()) {
            return remote;
        }
        try {
            InetAddress address = InetAddress.getByName(digits);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
                    : address.getHostAddress();
        } catch (UnknownHostException e) {
            return remote;
        }
    }
}
