package io.github.carelet.privacy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Seals rows of an audit trail: each with an HMAC-SHA256 of itself and of the seal of the row before. Immutable and safe for
 * use by many threads.
 */
public final class AuditChain {

    private static final byte[] NOTHING_BEFORE = {};

    private final KeyRing keys;

    /** Makes one that seals with the current key of a ring, and knows what any of its keys sealed. */
    public AuditChain(KeyRing keys) {
        this.keys = keys;
    }

    /** Returns what the first row has in place of the seal of the row before. */
    public static byte[] start() {
        return NOTHING_BEFORE.clone();
    }

    /** Returns the id of the key that seals new rows. */
    public String currentKey() {
        return keys.currentId();
    }

    /** Returns whether a key is here that sealed rows. */
    public boolean knows(String keyId) {
        return keys.ids().contains(keyId);
    }

    /**
     * Returns the seal of a row.
     *
     * @param keyId id of the key that seals it
     * @param before the seal of the row before
     * @param number of the row
     * @throws IllegalArgumentException if there is no such key
     */
    public byte[] seal(String keyId, byte[] before, long number, AuditEvent event) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        add(message, before);
        message.writeBytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(number)
                .putLong(event.at().toEpochMilli())
                .array());
        add(message, event.actor());
        add(message, event.action().code());
        event.about().forEach(each -> add(message, each));
        add(message, "");
        add(message, event.detail());
        return keys.mac(keyId, Purpose.AUDIT, message.toByteArray());
    }

    private static void add(ByteArrayOutputStream message, String text) {
        add(message, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ByteArrayOutputStream message, byte[] part) {
        message.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        message.writeBytes(part);
    }
}
