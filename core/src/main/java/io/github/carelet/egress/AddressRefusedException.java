package io.github.carelet.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A host has an address to which nothing may be sent. */
public final class AddressRefusedException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    AddressRefusedException(String host, InetAddress address, String network) {
        super("'" + host + "' is at " + address.getHostAddress() + ", which is no public address: " + network);
    }
}
