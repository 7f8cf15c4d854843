package io.github.carelet.servlet.page;

import io.github.carelet.servlet.http.Digest;
import io.github.carelet.servlet.http.PreparedReply;
import io.github.carelet.servlet.http.Reply;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * A file that never changes under its name, since the name carries the hash of its bytes. Immutable and
 * safe for use by many threads.
 */
public final class Asset {

    private static final int HASH_LENGTH = 12;
    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "public, max-age=31536000, immutable",
            "Access-Control-Allow-Origin", "*",
            "Cross-Origin-Resource-Policy", "cross-origin",
            "X-Content-Type-Options", "nosniff");

    private final String name;
    private final String integrity;
    private final PreparedReply reply;

    private Asset(String name, String contentType, byte[] bytes) {
        this.name = name;
        this.reply = PreparedReply.of(new Reply(200, Map.of("Content-Type", contentType), bytes).with(HEADERS));
        this.integrity = "sha384-" + Base64.getEncoder().encodeToString(Digest.SHA_384.of(bytes));
    }

    /**
     * Returns an asset.
     *
     * @param stem the first part of its name, such as {@code carelet}, perhaps with folders before
     * @param extension the last part, such as {@code css}
     * @param contentType its media type
     * @param bytes what it holds
     */
    static Asset of(String stem, String extension, String contentType, byte[] bytes) {
        String hash = HexFormat.of().formatHex(Digest.SHA_256.of(bytes)).substring(0, HASH_LENGTH);
        return new Asset(stem + "." + hash + "." + extension, contentType, bytes.clone());
    }

    /** Returns its place below {@code assets}, such as {@code carelet.0123456789ab.css}. */
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

    PreparedReply reply() {
        return reply;
    }
}
