package io.github.carelet.privacy;

import java.nio.file.Path;
import java.util.Set;

/**
 * The secrets of a clinic, each with an id. New things are made with the current one, old things read with theirs.
 * Immutable and safe for use by several threads; never prints a secret.
 */
public final class KeyRing {

    private KeyRing() {}

    /** Reads a key file. */
    public static KeyRing load(Path file) {
        throw new UnsupportedOperationException("not yet: " + file);
    }

    /** Reads a key file, or makes one with a fresh secret, readable by its owner only. */
    public static KeyRing loadOrCreate(Path file) {
        throw new UnsupportedOperationException("not yet: " + file);
    }

    /** Returns a ring with one fresh secret that is kept nowhere. */
    public static KeyRing ephemeral() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns the id of the secret that new things are made with. */
    public String currentId() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns the ids of all secrets. */
    public Set<String> ids() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns the HMAC-SHA256 of a message under the key that a secret has for a purpose; 32 bytes. */
    public byte[] mac(String keyId, Purpose purpose, byte[] message) {
        throw new UnsupportedOperationException("not yet");
    }
}
