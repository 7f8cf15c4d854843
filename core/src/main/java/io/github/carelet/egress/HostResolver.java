package io.github.carelet.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the addresses of a host by its name. */
@FunctionalInterface
public interface HostResolver {

    /** Returns all addresses, at least one; a literal address is its own. */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** Returns the one that asks the machine's own resolver. */
    static HostResolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
