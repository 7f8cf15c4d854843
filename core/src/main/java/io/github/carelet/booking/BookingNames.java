package io.github.carelet.booking;

import io.github.carelet.privacy.KeyRing;
import io.github.carelet.privacy.Purpose;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * By what a booking is called and known again: id, reference, manage token, fingerprint.
 *
 * @param keys the secrets that MACs are made with
 * @param random where ids and references come from
 */
record BookingNames(KeyRing keys, RandomGenerator random) {

    /** Digits and capitals without vowels and without those that look or sound like another. */
    private static final String REFERENCE_LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ";

    private static final int SALT_BYTES = 10;
    private static final int MANAGE_TOKEN_BYTES = 24;

    /**
     * Returns 128 bits as hexadecimal digits: milliseconds since 1970, then 80 random ones. What is new stands at the end of
     * an index then, so that bookings that come together are written to the same page of it.
     */
    String newId(Instant now) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return Booking.earliestId(now) + HexFormat.of().formatHex(salt);
    }

    /** Returns a random reference like {@code K7QM-3XWD}; one of 28 to the power of 8. */
    String newReference() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            reference.append(i == 4 ? "-" : "");
            reference.append(REFERENCE_LETTERS.charAt(random.nextInt(REFERENCE_LETTERS.length())));
        }
        return reference.toString();
    }

    /** Returns the secret part of the link to a booking: 192 bits that only the key gives, so it can be told again. */
    String manageToken(String keyId, String bookingId) {
        byte[] mac = keys.mac(keyId, Purpose.MANAGE_TOKEN, bookingId.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, MANAGE_TOKEN_BYTES));
    }

    /** Returns by what the store knows a manage token. */
    static byte[] manageHash(String manageToken) {
        return Hashes.sha256(manageToken.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns by what the same fields are known again. */
    byte[] fingerprint(String keyId, Submission submission) {
        return keys.mac(keyId, Purpose.FINGERPRINT, CanonicalForm.of(submission));
    }

    SubmissionKey key(Booking booking, Submission submission, byte[] tokenKey) {
        String keyId = keys.currentId();
        return new SubmissionKey(
                keyId,
                tokenKey,
                fingerprint(keyId, submission),
                manageHash(manageToken(keyId, booking.id())),
                duplicateKey(keyId, booking));
    }

    private byte[] duplicateKey(String keyId, Booking booking) {
        Patient patient = booking.patient();
        List<String> parts = new ArrayList<>();
        parts.add("duplicate");
        parts.add(FieldText.folded(patient.givenName()));
        parts.add(FieldText.folded(patient.familyName()));
        parts.add(patient.phone().orElse(""));
        parts.add(patient.email().map(FieldText::folded).orElse(""));
        parts.add(booking.type());
        parts.add(booking.location());
        parts.add(booking.start().map(start -> start.toInstant().toString()).orElse(""));
        booking.preferred().stream().map(Object::toString).sorted().forEach(parts::add);
        return keys.mac(keyId, Purpose.FINGERPRINT, CanonicalForm.of(parts));
    }
}
