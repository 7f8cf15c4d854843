package io.github.carelet.delivery;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A FHIR R4 server.
 *
 * @param name by what messages name it as their {@link Message#destination}
 * @param address its service base, such as {@code https://fhir.example.org/r4}
 * @param token gives the bearer token that goes with each request (RFC 6750), if it asks for one; called by several threads
 */
public record FhirServer(String name, URI address, Optional<Supplier<String>> token) {

    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it has a query or a fragment: paths are added to it
     */
    public FhirServer {
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "FHIR server '" + name + "' has an address with a query or a fragment: expected a service base");
        }
    }

    /** Returns a server that lets everybody in who reaches it. */
    public static FhirServer of(String name, URI address) {
        return new FhirServer(name, address, Optional.empty());
    }

    /**
     * Returns the same, with a token that does not change.
     *
     * @throws IllegalArgumentException if it can't be one; the message does not repeat it
     */
    public FhirServer withToken(String fixed) {
        String checked = checked(fixed);
        return withTokens(() -> checked);
    }

    /** Returns the same, with a token that is asked for anew for each request. */
    public FhirServer withTokens(Supplier<String> source) {
        return new FhirServer(name, address, Optional.of(source));
    }

    /** Returns the value of the header {@code Authorization}. */
    Optional<String> authorization() {
        return token.map(source -> "Bearer " + checked(source.get()));
    }

    /** Returns the address of something below the service base. */
    URI below(String path) {
        return URI.create(address.toString().replaceAll("/+$", "") + "/" + path);
    }

    private static String checked(String token) {
        if (!BEARER.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "no bearer token: expected letters, digits and -._~+/, perhaps with = at its end");
        }
        return token;
    }

    /** Leaves the address out but for its host, and the token. */
    @Override
    public String toString() {
        return "FhirServer[" + name + " at " + address.getHost() + "]";
    }
}
