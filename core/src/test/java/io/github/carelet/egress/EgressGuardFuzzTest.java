package io.github.carelet.egress;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

class EgressGuardFuzzTest {

    private final EgressGuard guard = new EgressGuard(EgressRules.publicHttps(), HostResolver.system());

    /** A host that the check lets pass is a name, or a literal that everybody reads as the same public address. */
    @FuzzTest
    void noLiteralOfASpecialNetworkPasses(byte[] input) throws UnknownHostException {
        String text = new String(input, StandardCharsets.UTF_8);
        URI address;
        try {
            address = new URI(text);
            guard.check(address);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return;
        }
        boolean literal = address.getHost().startsWith("[") || address.getHost().matches("[0-9.]+");
        if (literal
                && SpecialNetworks.of(InetAddress.getByName(address.getHost())).isPresent()) {
            throw new AssertionError("let through: " + text);
        }
    }
}
