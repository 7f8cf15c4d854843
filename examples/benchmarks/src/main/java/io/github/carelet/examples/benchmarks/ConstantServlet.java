package io.github.carelet.examples.benchmarks;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The limit: bytes and headers that never change, with the least that a servlet has to do to answer well. */
final class ConstantServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String TAG = "\"0123456789abcdefghijkl\"";

    private final byte[] plain;
    private final byte[] packed;

    ConstantServlet(byte[] plain) throws IOException {
        this.plain = plain;
        this.packed = Gzip.pack(plain);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", TAG);
        Wire.headers(response);
        if (TAG.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String accepted = request.getHeader("Accept-Encoding");
        boolean gzip = accepted != null && accepted.contains("gzip");
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        Wire.body(response, gzip ? packed : plain);
    }
}
