package io.github.carelet.booking;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256, which every Java platform has: what the store finds tokens by, and knows its own scripts by. Stateless and safe for
 * use by several threads.
 */
public final class Hashes {

    private Hashes() {}

    /** Returns the SHA-256 of a message, 32 bytes. */
    public static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
