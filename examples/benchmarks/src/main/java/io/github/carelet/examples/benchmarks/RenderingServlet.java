package io.github.carelet.examples.benchmarks;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * What is usual: renders on each request, compresses if asked to, and hashes what it rendered if the client has something
 * already.
 */
final class RenderingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<byte[]> template;

    RenderingServlet(Supplier<byte[]> template) {
        this.template = template;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] html = template.get();
        Wire.headers(response);
        String known = request.getHeader("If-None-Match");
        if (known != null) {
            String tag = tag(html);
            response.setHeader("ETag", tag);
            if (tag.equals(known)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        String accepted = request.getHeader("Accept-Encoding");
        boolean gzip = accepted != null && accepted.contains("gzip");
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        Wire.body(response, gzip ? Gzip.pack(html) : html);
    }

    private static String tag(byte[] html) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(html);
            return '"' + HexFormat.of().formatHex(hash) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks MD5", e);
        }
    }
}
