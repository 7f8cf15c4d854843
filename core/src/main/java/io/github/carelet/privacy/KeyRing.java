package io.github.carelet.privacy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of a clinic, each with an id. New things are made with the current one, old things read with theirs.
 * Immutable and safe for use by several threads; never prints a secret.
 *
 * <p>The key file is JSON: {@code {"keys": [{"id": "k1", "secret": "32 bytes in base64"}], "current": "k1"}}. A secret is
 * never used itself: each {@link Purpose} has a key that is derived from it by HKDF with HMAC-SHA256 (RFC 5869).
 */
public final class KeyRing {

    static final int SECRET_BYTES = 32;

    private static final String HMAC = "HmacSHA256";
    private static final byte[] SALT = "io.github.carelet".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, Map<Purpose, byte[]>> derived;
    private final String current;

    private KeyRing(Map<String, byte[]> secrets, String current) {
        Map<String, Map<Purpose, byte[]>> all = new LinkedHashMap<>();
        secrets.forEach((id, secret) -> all.put(id, derive(secret)));
        this.derived = Collections.unmodifiableMap(all);
        this.current = current;
    }

    /**
     * Reads a key file.
     *
     * @throws KeyFileException if it can't be read or is no key file
     */
    public static KeyRing load(Path file) {
        KeyFile keys = KeyFile.read(file);
        return new KeyRing(keys.secrets(), keys.current());
    }

    /**
     * Reads a key file, or makes one with a fresh secret, readable by its owner only. Of several processes that make the
     * same file at once one wins, and all read what it made. The file is on disk, durably, when this returns.
     *
     * @throws KeyFileException if it can't be made, can't be read or is no key file
     */
    public static KeyRing loadOrCreate(Path file) {
        KeyFile.createIfAbsent(file);
        return load(file);
    }

    /** Returns a ring with one fresh secret that is kept nowhere. */
    public static KeyRing ephemeral() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new KeyRing(Map.of("ephemeral", secret), "ephemeral");
    }

    /** Returns the id of the secret that new things are made with. */
    public String currentId() {
        return current;
    }

    /** Returns the ids of all secrets. */
    public Set<String> ids() {
        return derived.keySet();
    }

    /**
     * Returns the HMAC-SHA256 of a message under the key that a secret has for a purpose; 32 bytes.
     *
     * @throws IllegalArgumentException if there is no such secret
     */
    public byte[] mac(String keyId, Purpose purpose, byte[] message) {
        byte[] key = derivedKey(keyId, purpose)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no secret has the id '" + keyId + "': expected one of " + derived.keySet()));
        return hmac(key, message);
    }

    /** Returns the key for encryption that a secret has for a purpose; empty if there is no such secret. */
    Optional<Key> cipherKey(String keyId, Purpose purpose) {
        return derivedKey(keyId, purpose).map(bytes -> new SecretKeySpec(bytes, "AES"));
    }

    @Override
    public String toString() {
        return "KeyRing[" + String.join(", ", derived.keySet()) + "; current " + current + "]";
    }

    private Optional<byte[]> derivedKey(String keyId, Purpose purpose) {
        return Optional.ofNullable(derived.get(keyId)).map(keys -> keys.get(purpose));
    }

    private static Map<Purpose, byte[]> derive(byte[] secret) {
        byte[] pseudoRandomKey = hmac(SALT, secret);
        Map<Purpose, byte[]> keys = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            keys.put(purpose, hmac(pseudoRandomKey, expandInfo(purpose)));
        }
        return keys;
    }

    /** RFC 5869, 2.3: one block of output is enough, so its info is followed by the counter 1. */
    private static byte[] expandInfo(Purpose purpose) {
        return (purpose.label() + '\u0001').getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
