package io.github.carelet.privacy;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Tokens for the forms of people who are signed in: base64url of format, key id and time of issue, then an HMAC-SHA256 that
 * also covers whose token it is. A form that carries one came from a page that was made for that user, whatever session or
 * cookie the host uses. There is one way to write a token; anything else is none of ours.
 *
 * <p>A token is good for as many forms as one likes, for {@link #LIFETIME}; whoever needs an action to happen once must see
 * to that otherwise. Immutable and safe for use by many threads.
 */
public final class UserTokens {

    /** How long a token is good: longer than a shift, shorter than two. */
    public static final Duration LIFETIME = Duration.ofHours(12);

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final byte FORMAT = 1;
    private static final int MAC_BYTES = 32;
    private static final int MAX_LENGTH = 256;

    private final KeyRing keys;
    private final InstantSource clock;

    /**
     * Makes one.
     *
     * @param keys the secrets that sign
     * @param clock by which tokens grow old
     */
    public UserTokens(KeyRing keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Returns a token for a user; URL-safe. */
    public String issue(String user) {
        byte[] keyId = keys.currentId().getBytes(StandardCharsets.US_ASCII);
        byte[] payload = ByteBuffer.allocate(2 + keyId.length + Long.BYTES)
                .put(FORMAT)
                .put((byte) keyId.length)
                .put(keyId)
                .putLong(clock.instant().toEpochMilli())
                .array();
        byte[] mac = mac(keys.currentId(), payload, user);
        return encode(ByteBuffer.allocate(payload.length + MAC_BYTES)
                .put(payload)
                .put(mac)
                .array());
    }

    /** Returns whether a token was issued to this user, by one of our keys, not too long ago. */
    public boolean isGood(String token, String user) {
        if (token.length() > MAX_LENGTH) {
            return false;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            // Base64 has bits to spare in its last letter, and padding that may be left out.
            return encode(bytes).equals(token)
                    && bytes.length > MAC_BYTES
                    && issuedAt(bytes, user).filter(this::isRecent).isPresent();
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return false;
        }
    }

    private Optional<Instant> issuedAt(byte[] token, String user) {
        byte[] payload = Arrays.copyOf(token, token.length - MAC_BYTES);
        byte[] mac = Arrays.copyOfRange(token, payload.length, token.length);
        ByteBuffer buffer = ByteBuffer.wrap(payload);
        if (buffer.get() != FORMAT) {
            return Optional.empty();
        }
        byte[] keyId = new byte[Byte.toUnsignedInt(buffer.get())];
        buffer.get(keyId);
        String key = new String(keyId, StandardCharsets.US_ASCII);
        long at = buffer.getLong();
        boolean ours = !buffer.hasRemaining()
                && keys.ids().contains(key)
                && MessageDigest.isEqual(mac, mac(key, payload, user));
        return ours ? Optional.of(Instant.ofEpochMilli(at)) : Optional.empty();
    }

    /** Of two machines that share the keys one may be a little ahead. */
    private boolean isRecent(Instant issuedAt) {
        Instant now = clock.instant();
        return now.isBefore(issuedAt.plus(LIFETIME)) && !issuedAt.isAfter(now.plus(CLOCK_SKEW));
    }

    /** The payload says how long it is, so that no two pairs of payload and user give the same bytes. */
    private byte[] mac(String keyId, byte[] payload, String user) {
        byte[] name = user.getBytes(StandardCharsets.UTF_8);
        byte[] message = ByteBuffer.allocate(payload.length + name.length)
                .put(payload)
                .put(name)
                .array();
        return keys.mac(keyId, Purpose.USER_TOKEN, message);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
