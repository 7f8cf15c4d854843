package io.github.carelet.servlet.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file that never changes under its name, since the name carries the hash of its bytes. Immutable; nobody writes to
 * the arrays.
 */
public final class Asset {

    private static final int HASH_LENGTH = 12;

    private final String name;
    private final String contentType;
    private final String integrity;
    private final byte[] bytes;
    private final byte[] gzip;

    private Asset(String name, String contentType, byte[] bytes) {
        this.name = name;
        this.contentType = contentType;
        this.bytes = bytes;
        this.gzip = gzip(bytes);
        this.integrity = "sha384-" + Base64.getEncoder().encodeToString(digest("SHA-384", bytes));
    }

    /**
     * Returns an asset.
     *
     * @param stem the first part of its name, such as {@code carelet}
     * @param extension the last part, such as {@code css}
     * @param contentType its media type
     * @param bytes what it holds
     */
    static Asset of(String stem, String extension, String contentType, byte[] bytes) {
        String hash = HexFormat.of().formatHex(digest("SHA-256", bytes)).substring(0, HASH_LENGTH);
        return new Asset(stem + "." + hash + "." + extension, contentType, bytes.clone());
    }

    /** Returns its file name, such as {@code carelet.0123456789ab.css}. */
    public String name() {
        return name;
    }

    /** Returns where it is: {@code {base}/assets/{name}}. */
    public String href(String base) {
        return base + "/assets/" + name;
    }

    /** Returns its hash by Subresource Integrity, SHA-384. */
    public String integrity() {
        return integrity;
    }

    String contentType() {
        return contentType;
    }

    byte[] bytes() {
        return bytes;
    }

    byte[] gzip() {
        return gzip;
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks " + algorithm, e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write to memory", e);
        }
        return packed.toByteArray();
    }
}
