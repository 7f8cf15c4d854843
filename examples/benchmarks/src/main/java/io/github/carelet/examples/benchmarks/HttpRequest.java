package io.github.carelet.examples.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A request as it goes over the wire. */
record HttpRequest(byte[] bytes) {

    /** Returns a request for the fragment that is measured. */
    static HttpRequest get(Map<String, String> headers) {
        StringBuilder text = new StringBuilder("GET ")
                .append(Sample.MOUNT)
                .append("/fragments/")
                .append(Sample.FRAGMENT)
                .append(" HTTP/1.1\r\nHost: localhost\r\nUser-Agent: benchmarks\r\nAccept: text/html\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return new HttpRequest(text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    }
}
