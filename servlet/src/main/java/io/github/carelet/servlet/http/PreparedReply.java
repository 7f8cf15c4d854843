package io.github.carelet.servlet.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * An answer that is made once and given many times: its bytes, their gzip twin, a strong entity tag for each, and every
 * header. Immutable and safe for use by many threads.
 */
public final class PreparedReply {

    private final Variant plain;
    private final Variant packed;

    private PreparedReply(Variant plain, Variant packed) {
        this.plain = plain;
        this.packed = packed;
    }

    private record Variant(String tag, Reply full, Reply notModified) {}

    /**
     * Prepares an answer.
     *
     * @param reply status, headers and bytes; {@code ETag}, {@code Vary} and {@code Content-Encoding} are added
     */
    public static PreparedReply of(Reply reply) {
        Reply varying = reply.with("Vary", "Accept-Encoding");
        Reply gzip = new Reply(reply.status(), varying.headers(), gzip(reply.body())).with("Content-Encoding", "gzip");
        return new PreparedReply(variant(varying), variant(gzip));
    }

    /** Returns the answer to a request, by its {@code Accept-Encoding} and, if all is well, its {@code If-None-Match}. */
    public Reply answer(Exchange exchange) {
        Variant variant = exchange.header("Accept-Encoding")
                .filter(AcceptEncoding::allowsGzip)
                .map(accepted -> packed)
                .orElse(plain);
        boolean known = variant.full.status() == 200
                && exchange.header("If-None-Match")
                        .filter(tags -> EntityTags.match(tags, variant.tag))
                        .isPresent();
        return known ? variant.notModified : variant.full;
    }

    /** Returns the answer without any compression. */
    public Reply plain() {
        return plain.full;
    }

    /** Returns how many bytes it holds in memory, nearly. */
    public int weight() {
        return plain.full.body().length + packed.full.body().length;
    }

    private static Variant variant(Reply reply) {
        String tag = '"' + hash(reply.body()) + '"';
        Reply full = reply.with("ETag", tag);
        Map<String, String> headers = new LinkedHashMap<>(full.headers());
        headers.remove("Content-Type");
        headers.remove("Content-Encoding");
        return new Variant(tag, full, Reply.of(304).with(headers));
    }

    private static String hash(byte[] bytes) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Digest.SHA_256.of(bytes))
                .substring(0, 22);
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
