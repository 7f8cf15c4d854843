package io.github.carelet.booking;

import io.github.carelet.privacy.KeyRing;
import io.github.carelet.privacy.Purpose;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Forms that are sent to see that they arrive, and book nothing. The token of one is signed with a key of its own, so it is
 * good for nothing else, and holds a hash of the form that it was made for: time of expiry, SHA-256, HMAC-SHA256, in base64url after the
 * id of the secret and a dot.
 *
 * @param keys the secrets that sign
 */
record Rehearsals(KeyRing keys) {

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String START = "rehearsal.";
    private static final int HASH_BYTES = 32;
    private static final int SIGNED_BYTES = Long.BYTES + HASH_BYTES;

    /** Returns a token for a form; what the form itself says as its token does not count. */
    FormToken issue(Submission form, Instant now) {
        Instant expires = now.plus(LIFETIME);
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES)
                .putLong(expires.toEpochMilli())
                .put(Hashes.sha256(CanonicalForm.of(form)))
                .array();
        byte[] mac = keys.mac(keys.currentId(), Purpose.REHEARSAL, signed);
        byte[] token = ByteBuffer.allocate(SIGNED_BYTES + mac.length)
                .put(signed)
                .put(mac)
                .array();
        return new FormToken(
                START + keys.currentId() + "."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(token),
                expires);
    }

    /** Returns what came of a form; empty if it is not one that is only to arrive. */
    Optional<BookingOutcome> judge(Submission form, Instant now) {
        List<String> given = form.all("token");
        return given.size() == 1 ? read(given.get(0)).map(signed -> judge(signed, form, now)) : Optional.empty();
    }

    private static BookingOutcome judge(ByteBuffer signed, Submission form, Instant now) {
        if (!now.isBefore(Instant.ofEpochMilli(signed.getLong()))) {
            return new BookingOutcome.TokenRefused(true);
        }
        byte[] hash = new byte[HASH_BYTES];
        signed.get(hash);
        return new BookingOutcome.Rehearsed(MessageDigest.isEqual(hash, Hashes.sha256(CanonicalForm.of(form))));
    }

    private Optional<ByteBuffer> read(String text) {
        int dot = text.lastIndexOf('.');
        if (!text.startsWith(START) || dot < START.length()) {
            return Optional.empty();
        }
        String keyId = text.substring(START.length(), dot);
        try {
            byte[] token = Base64.getUrlDecoder().decode(text.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
            byte[] signed = Arrays.copyOf(token, SIGNED_BYTES);
            return keys.ids().contains(keyId)
                            && token.length > SIGNED_BYTES
                            && MessageDigest.isEqual(
                                    Arrays.copyOfRange(token, SIGNED_BYTES, token.length),
                                    keys.mac(keyId, Purpose.REHEARSAL, signed))
                    ? Optional.of(ByteBuffer.wrap(signed))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
