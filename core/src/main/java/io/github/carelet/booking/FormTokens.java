package io.github.carelet.booking;

import io.github.carelet.privacy.KeyRing;
import io.github.carelet.privacy.Purpose;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Issues and reads the tokens of forms: base64url of format, key id, time of issue, partner and 16 random bytes, then
 * their HMAC-SHA256. There is one way to write a token; anything else is none of ours. Signs beside a token from which page of
 * a partner its form was opened.
 *
 * @param keys the secrets that sign
 * @param random where the random bytes come from
 */
record FormTokens(KeyRing keys, RandomGenerator random) {

    static final Duration LIFETIME = Duration.ofHours(2);
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 16;
    private static final int MAC_BYTES = 32;
    private static final int KEY_BYTES = 32;
    private static final int MAX_LENGTH = 512;

    /** Neither in base64url nor in a source. */
    private static final char SOURCE_ENDS = '.';

    /**
     * What a token of ours says.
     *
     * @param issuedAt when it was issued
     * @param partner the partner that it binds
     * @param key by what the store knows that it is spent
     * @param keyId which secret signed it
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Issued(Instant issuedAt, Optional<String> partner, byte[] key, String keyId) {

        boolean isExpired(Instant now) {
            return !now.isBefore(issuedAt.plus(LIFETIME));
        }

        /** Returns an instant, but not one after its end. */
        Instant lifetimeEnd(Instant wanted) {
            Instant end = issuedAt.plus(LIFETIME);
            return wanted.isBefore(end) ? wanted : end;
        }

        /** Of two machines that share the keys one may be a little ahead. */
        boolean isFromTheFuture(Instant now) {
            return issuedAt.isAfter(now.plus(CLOCK_SKEW));
        }

        @Override
        public String toString() {
            return "Issued[" + issuedAt + "]";
        }
    }

    FormToken issue(Optional<String> partner, Instant now) {
        byte[] keyId = ascii(keys.currentId());
        byte[] partnerId = ascii(partner.orElse(""));
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        int length = 1 + 1 + keyId.length + Long.BYTES + 1 + partnerId.length + NONCE_BYTES;
        ByteBuffer token = ByteBuffer.allocate(length + MAC_BYTES)
                .put(FORMAT)
                .put((byte) keyId.length)
                .put(keyId)
                .putLong(now.toEpochMilli())
                .put((byte) partnerId.length)
                .put(partnerId)
                .put(nonce);
        token.put(keys.mac(keys.currentId(), Purpose.FORM_TOKEN, Arrays.copyOf(token.array(), length)));
        return new FormToken(encode(token.array()), now.plus(LIFETIME));
    }

    /** Returns what a token says; empty if it is none of ours. Its age is not looked at. */
    Optional<Issued> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] token = Base64.getUrlDecoder().decode(text);
            // Base64 has bits to spare in its last letter, and padding that may be left out.
            return encode(token).equals(text) && token.length > MAC_BYTES ? verify(token) : Optional.empty();
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /** Returns what the one token of a submission says; empty if it has none or several, or one that is not ours or from the future. */
    Optional<Issued> of(Submission submission, Instant now) {
        List<String> given = submission.all("token");
        return given.size() == 1 ? read(given.get(0)).filter(token -> !token.isFromTheFuture(now)) : Optional.empty();
    }

    /**
     * Returns a source, signed for the form with a token: source, dot, base64url of the HMAC-SHA256 of token and source. So
     * partner and time stand where they stood, in the token, and the source is good with no other. Empty if the token is none
     * of ours.
     */
    Optional<String> refer(String token, String source) {
        return read(token)
                .map(issued -> keys.mac(issued.keyId(), Purpose.REFERRAL, ascii(token + SOURCE_ENDS + source)))
                .map(mac -> source + SOURCE_ENDS + encode(mac));
    }

    /** Returns the source that was signed for the form with a token; empty if this is not what was signed for it. */
    Optional<String> source(String token, String referral) {
        int end = referral.indexOf(SOURCE_ENDS);
        Optional<String> source =
                Optional.of(referral.substring(0, Math.max(end, 0))).filter(Referral::isSource);
        return source.filter(said -> refer(token, said)
                .filter(signed -> MessageDigest.isEqual(ascii(signed), referral.getBytes(StandardCharsets.UTF_8)))
                .isPresent());
    }

    private Optional<Issued> verify(byte[] token) {
        byte[] payload = Arrays.copyOf(token, token.length - MAC_BYTES);
        byte[] mac = Arrays.copyOfRange(token, payload.length, token.length);
        ByteBuffer buffer = ByteBuffer.wrap(payload);
        if (buffer.get() != FORMAT) {
            return Optional.empty();
        }
        String keyId = text(buffer);
        if (!keys.ids().contains(keyId) || !MessageDigest.isEqual(mac, keys.mac(keyId, Purpose.FORM_TOKEN, payload))) {
            return Optional.empty();
        }
        Instant issuedAt = Instant.ofEpochMilli(buffer.getLong());
        Optional<String> partner = Optional.of(text(buffer)).filter(id -> !id.isEmpty());
        return Optional.of(new Issued(issuedAt, partner, key(issuedAt, payload), keyId));
    }

    /** What was issued together stands together in the index of the store. */
    private static byte[] key(Instant issuedAt, byte[] payload) {
        return ByteBuffer.allocate(KEY_BYTES)
                .putLong(issuedAt.toEpochMilli())
                .put(Hashes.sha256(payload), 0, KEY_BYTES - Long.BYTES)
                .array();
    }

    private static String text(ByteBuffer buffer) {
        byte[] bytes = new byte[Byte.toUnsignedInt(buffer.get())];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
