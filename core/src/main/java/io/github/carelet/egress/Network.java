package io.github.carelet.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of addresses that begin with the same bits, as CIDR writes it (RFC 4632; RFC 4291, 2.3): {@code 10.0.0.0/8},
 * {@code 2001:db8::/32}. Immutable; safe for use by many threads.
 */
public final class Network {

    private static final Pattern CIDR = Pattern.compile("([^/]+)(?:/(\\d{1,3}))?");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private final byte[] prefix;
    private final int bits;

    private Network(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    /**
     * Reads one. An address without a length is a block of one.
     *
     * @throws IllegalArgumentException if it is none, or has bits behind its length: {@code 10.1.0.0/8} is a mistake
     */
    public static Network parse(String cidr) {
        var form = CIDR.matcher(cidr);
        Optional<InetAddress> address = form.matches() ? address(form.group(1)) : Optional.empty();
        byte[] bytes = address.map(InetAddress::getAddress).orElse(new byte[0]);
        int most = bytes.length * Byte.SIZE;
        int bits = address.isPresent() && form.group(2) != null ? Integer.parseInt(form.group(2)) : most;
        if (most == 0 || bits > most || !Arrays.equals(bytes, masked(bytes, bits))) {
            throw new IllegalArgumentException(
                    "'" + cidr + "' is no network: expected like 10.0.0.0/8, 2001:db8::/32 or 192.0.2.7");
        }
        return new Network(bytes, bits);
    }

    /** Returns the address that digits name; empty for anything else, so that nobody's name server is ever asked. */
    public static Optional<InetAddress> address(String literal) {
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Returns whether an address is one of these. IPv4 written as IPv6 ({@code ::ffff:10.0.0.1}) is IPv4. */
    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == prefix.length && Arrays.equals(prefix, masked(bytes, bits));
    }

    private static byte[] masked(byte[] bytes, int bits) {
        byte[] kept = bytes.clone();
        for (int bit = Math.min(bits, bytes.length * Byte.SIZE); bit < bytes.length * Byte.SIZE; bit++) {
            kept[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        return kept;
    }

    @Override
    public String toString() {
        try {
            return InetAddress.getByAddress(prefix).getHostAddress() + "/" + bits;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("a network of " + prefix.length + " bytes", e);
        }
    }
}
