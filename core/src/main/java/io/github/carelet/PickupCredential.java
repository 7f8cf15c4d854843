package io.github.carelet;

import io.github.carelet.booking.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a system of the clinic shows to pick bookings up: a bearer token (RFC 6750), of which only the SHA-256 is known here.
 * To change a token, add a credential with the new one under the same name, let the system use it, then remove the old one.
 * Prints no hash.
 *
 * @param name what the system is called in the audit trail, such as {@code ehr}; a slug
 * @param tokenHash SHA-256 of the token's UTF-8 bytes, 64 hexadecimal digits
 * @param scopes what it may do; at least one
 */
public record PickupCredential(String name, String tokenHash, Set<Scope> scopes) {

    /** The fewest characters of a token: what is guessed at random must not be found. */
    public static final int SHORTEST_TOKEN = 32;

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** What a system may do. */
    public enum Scope {
        /** Read bookings. */
        READ,
        /** Take the clinic's answer: acknowledge, change the state. */
        ANSWER,
        /** Read, too, what is about sensitive treatments. */
        SENSITIVE
    }

    /** Checks the texts. */
    public PickupCredential {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name: expected lower-case letters, digits and '-'");
        }
        if (!HASH.matcher(tokenHash).matches()) {
            throw new IllegalArgumentException(
                    "the token hash of '" + name + "' is none: expected a SHA-256 of 64 lower-case hexadecimal digits");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' may do nothing: expected a scope");
        }
        scopes = Set.copyOf(scopes);
    }

    /**
     * Returns a credential for a token.
     *
     * @param token at least {@value #SHORTEST_TOKEN} characters, made at random
     */
    public static PickupCredential of(String name, String token, Scope first, Scope... others) {
        if (token.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("a token of " + token.length() + " characters can be guessed: expected "
                    + SHORTEST_TOKEN + " or more");
        }
        return new PickupCredential(name, HexFormat.of().formatHex(hash(token)), EnumSet.of(first, others));
    }

    /** Returns whether a token is the one of this credential, in a time that tells nothing of how near it is. */
    public boolean accepts(String token) {
        return MessageDigest.isEqual(hash(token), HexFormat.of().parseHex(tokenHash));
    }

    /** Returns whether it may do something. */
    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    private static byte[] hash(String token) {
        return Hashes.sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "PickupCredential[" + name + " " + scopes + "]";
    }
}
