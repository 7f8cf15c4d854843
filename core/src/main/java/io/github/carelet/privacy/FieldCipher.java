package io.github.carelet.privacy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts single values with AES-256-GCM (NIST SP 800-38D), each bound to where it is kept: a sealed value that is moved
 * to another record or field, or changed in any bit, can't be opened. Safe for use by several threads.
 *
 * <p>A sealed value is: the format (1), the length of the key id, the key id, a random nonce of 12 bytes, the ciphertext
 * with its tag of 16 bytes. The associated data is header, purpose, record id and field name, each after its length.
 */
public final class FieldCipher {

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    /** Makes a cipher that seals with the current key of a ring, and opens with any of its keys. */
    public FieldCipher(KeyRing keys) {
        this.keys = keys;
    }

    /** Returns the value encrypted, for this record and field only. */
    public byte[] seal(Purpose purpose, String recordId, String field, byte[] plain) {
        Place place = new Place(purpose, recordId, field);
        byte[] header = header(keys.currentId());
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key(keys.currentId(), place), nonce, 0);
            cipher.updateAAD(place.associatedData(header));
            byte[] body = cipher.doFinal(plain);
            return ByteBuffer.allocate(header.length + NONCE_BYTES + body.length)
                    .put(header)
                    .put(nonce)
                    .put(body)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM/NoPadding", e);
        }
    }

    /**
     * Returns the value that was sealed for this record and field.
     *
     * @throws BrokenSealException if it was not sealed so, was changed since, or its key is not in the ring
     */
    public byte[] open(Purpose purpose, String recordId, String field, byte[] sealed) {
        Place place = new Place(purpose, recordId, field);
        int headerLength = headerLength(sealed, place);
        byte[] header = Arrays.copyOf(sealed, headerLength);
        String keyId = new String(header, 2, headerLength - 2, StandardCharsets.US_ASCII);
        Key key = key(keyId, place);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed, headerLength);
            cipher.updateAAD(place.associatedData(header));
            int start = headerLength + NONCE_BYTES;
            return cipher.doFinal(sealed, start, sealed.length - start);
        } catch (GeneralSecurityException e) {
            throw place.broken("it was changed, or sealed for another place", e);
        }
    }

    /**
     * Returns a value sealed with the current key: as it is, if it is so already, else opened and sealed anew.
     *
     * @throws BrokenSealException if it can't be opened
     */
    public byte[] renew(Purpose purpose, String recordId, String field, byte[] sealed) {
        byte[] current = header(keys.currentId());
        boolean renewed =
                sealed.length > current.length && Arrays.equals(sealed, 0, current.length, current, 0, current.length);
        return renewed ? sealed : seal(purpose, recordId, field, open(purpose, recordId, field, sealed));
    }

    private Key key(String keyId, Place place) {
        return keys.cipherKey(keyId, place.purpose())
                .orElseThrow(() -> place.broken("its key is not among " + keys.ids()));
    }

    private static Cipher cipher(int mode, Key key, byte[] nonceSource, int nonceStart)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonceSource, nonceStart, NONCE_BYTES));
        return cipher;
    }

    private static byte[] header(String keyId) {
        byte[] id = keyId.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 + id.length)
                .put(FORMAT)
                .put((byte) id.length)
                .put(id)
                .array();
    }

    private static int headerLength(byte[] sealed, Place place) {
        if (sealed.length < 2 || sealed[0] != FORMAT) {
            throw place.broken("its format is unknown");
        }
        int length = 2 + Byte.toUnsignedInt(sealed[1]);
        if (sealed.length < length + NONCE_BYTES + TAG_BYTES) {
            throw place.broken("it is cut off");
        }
        return length;
    }

    private record Place(Purpose purpose, String recordId, String field) {

        byte[] associatedData(byte[] header) {
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            data.writeBytes(sized(header));
            for (String part : List.of(purpose.label(), recordId, field)) {
                data.writeBytes(sized(part.getBytes(StandardCharsets.UTF_8)));
            }
            return data.toByteArray();
        }

        BrokenSealException broken(String problem) {
            return new BrokenSealException(message(problem));
        }

        BrokenSealException broken(String problem, Throwable cause) {
            return new BrokenSealException(message(problem), cause);
        }

        private String message(String problem) {
            return "the sealed field '" + field + "' of record '" + recordId + "' can't be opened: " + problem;
        }

        private static byte[] sized(byte[] part) {
            return ByteBuffer.allocate(Integer.BYTES + part.length)
                    .putInt(part.length)
                    .put(part)
                    .array();
        }
    }
}
