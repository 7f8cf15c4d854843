package io.github.carelet.servlet.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * An answer that is made once and given many times: its bytes, their gzip twin, a strong entity tag for each, and every
 * header. The twin is packed when somebody first gets it; to know its tag that is not needed. Safe for use by many threads.
 */
public final class PreparedReply {

    private final Reply plain;
    private final Reply plainUnchanged;
    private final Reply packedHead;
    private final Reply packedUnchanged;
    private volatile Optional<Reply> packed = Optional.empty();

    private PreparedReply(Reply plain, Reply packedHead) {
        this.plain = plain;
        this.plainUnchanged = unchanged(plain);
        this.packedHead = packedHead;
        this.packedUnchanged = unchanged(packedHead);
    }

    /**
     * Prepares an answer.
     *
     * @param reply status, headers and bytes; {@code ETag}, {@code Vary} and {@code Content-Encoding} are added
     */
    public static PreparedReply of(Reply reply) {
        String hash = hash(reply.body());
        Reply varying = reply.with("Vary", "Accept-Encoding");
        return new PreparedReply(
                varying.with("ETag", '"' + hash + '"'),
                Reply.of(reply.status())
                        .with(varying.headers())
                        .with("Content-Encoding", "gzip")
                        .with("ETag", '"' + hash + "-gz\""));
    }

    /** Returns the answer to a request, by its {@code Accept-Encoding} and, if all is well, its {@code If-None-Match}. */
    public Reply answer(Exchange exchange) {
        boolean gzip = exchange.header("Accept-Encoding")
                .filter(AcceptEncoding::allowsGzip)
                .isPresent();
        Reply unchanged = gzip ? packedUnchanged : plainUnchanged;
        String tag = unchanged.headers().getOrDefault("ETag", "");
        boolean known = plain.status() == 200
                && exchange.header("If-None-Match")
                        .filter(tags -> EntityTags.match(tags, tag))
                        .isPresent();
        if (known) {
            return unchanged;
        }
        return gzip ? packed.orElseGet(this::pack) : plain;
    }

    /** Returns the answer without any compression. */
    public Reply plain() {
        return plain;
    }

    /** Returns how many bytes it will hold in memory, at most, once its twin is packed; text gets far less than half. */
    public int weight() {
        return plain.body().length / 2 * 3;
    }

    private synchronized Reply pack() {
        Reply made = packed.orElseGet(() -> new Reply(packedHead.status(), packedHead.headers(), gzip(plain.body())));
        packed = Optional.of(made);
        return made;
    }

    private static Reply unchanged(Reply reply) {
        Map<String, String> headers = new LinkedHashMap<>(reply.headers());
        headers.remove("Content-Type");
        headers.remove("Content-Encoding");
        return Reply.of(304).with(headers);
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
