package io.github.carelet.partnersite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests that no honest client sends, byte by byte. What they are about is below one mount. */
final class HostileRequests {

    /** A header that only appears in an answer if a line of a request could be ended from within. */
    static final String INJECTED = "X-Injected";

    private static final String HOST = "Host: clinic.example\r\n";
    private static final String FORM = HOST + "Content-Type: application/x-www-form-urlencoded\r\n";

    private final String base;
    private final List<Request> all = new ArrayList<>();

    /**
     * A request.
     *
     * @param name what is wrong with it
     * @param bytes all that is sent before the client says no more
     */
    record Request(String name, byte[] bytes) {}

    private HostileRequests(String base) {
        this.base = base;
    }

    /** Returns all of them. */
    static List<Request> below(String base) {
        HostileRequests requests = new HostileRequests(base);
        requests.smuggling();
        requests.chunks();
        requests.lengths();
        requests.lines();
        requests.forms();
        requests.headers();
        requests.encodings();
        requests.noise();
        return requests.all;
    }

    private void add(String name, String text) {
        all.add(new Request(name, text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void get(String name, String target) {
        add(name, "GET " + target + " HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
    }

    private void post(String name, String headers, String body) {
        add(name, "POST " + base + "/bookings HTTP/1.1\r\n" + FORM + headers + "\r\n" + body);
    }

    private void smuggling() {
        String inner = "GET " + base + "/health HTTP/1.1\r\n" + HOST + "\r\n";
        for (String encoding : List.of(
                "Transfer-Encoding: chunked",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding:\tchunked",
                "Transfer-Encoding:\r\n chunked",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: \u000bchunked",
                "X: y\nTransfer-Encoding: chunked",
                "transfer-encoding: CHUNKED")) {
            post("both lengths, " + encoding, "Content-Length: 6\r\n" + encoding + "\r\n", "0\r\n\r\n" + inner);
            post("one length, " + encoding, encoding + "\r\n", "0\r\n\r\n" + inner);
        }
        post("a length that ends before a second request", "Content-Length: 7\r\n", "token=x" + inner);
        add("twenty requests at once", inner.repeat(20));
        post("a form and a request at once", "Content-Length: 7\r\n", "token=x" + inner.repeat(3));
    }

    private void chunks() {
        for (String body : List.of(
                "zz\r\ntoken=x\r\n0\r\n\r\n",
                "-1\r\ntoken=x\r\n0\r\n\r\n",
                "FFFFFFFFFFFFFFFF1\r\ntoken=x\r\n",
                "7FFFFFFF\r\ntoken=x\r\n",
                "7\r\ntoken=x",
                "7\r\ntoken=xx\r\n0\r\n\r\n",
                "7;a=\"\nb\"\r\ntoken=x\r\n0\r\n\r\n",
                "7;" + "x".repeat(20_000) + "\r\ntoken=x\r\n0\r\n\r\n",
                "7\ntoken=x\n0\n\n",
                "0\r\n" + "X: y\r\n".repeat(2_000) + "\r\n",
                "0\r\nTransfer-Encoding: chunked\r\n\r\n",
                "1\r\nx\r\n".repeat(20_000) + "0\r\n\r\n",
                "")) {
            post("bad chunks " + body.substring(0, Math.min(9, body.length())), "Transfer-Encoding: chunked\r\n", body);
        }
    }

    private void lengths() {
        for (String length : List.of(
                "-1", "+7", "7, 7", "7 7", "0x7", "", "99999999999999999999", "7\r\nContent-Length: 8", "1000", "3")) {
            post("length " + length, "Content-Length: " + length + "\r\n", "token=x");
        }
        post("no length", "", "token=x");
        post("a body to wait for that never comes", "Content-Length: 7\r\nExpect: 100-continue\r\n", "");
        post("an unknown expectation", "Content-Length: 7\r\nExpect: more\r\n", "token=x");
    }

    private void lines() {
        String path = base + "/health";
        for (String line : List.of(
                "GET " + path,
                "GET " + path + " HTTP/0.9",
                "GET " + path + " HTTP/3.7",
                "GET " + path + " HTTP/1.1 HTTP/1.1",
                "GET  " + path + "  HTTP/1.1",
                "get " + path + " HTTP/1.1",
                "G\u0000ET " + path + " HTTP/1.1",
                "G(T " + path + " HTTP/1.1",
                "X".repeat(20_000) + " " + path + " HTTP/1.1",
                " " + path + " HTTP/1.1",
                "GET " + path + "\u0000 HTTP/1.1",
                "GET " + path + "?" + "a".repeat(100_000) + " HTTP/1.1",
                "GET http://evil.example" + path + " HTTP/1.1",
                "GET http://evil.example:99999" + path + " HTTP/1.1",
                "GET ftp://evil.example" + path + " HTTP/1.1",
                "GET //evil.example" + path + " HTTP/1.1",
                "GET http:// HTTP/1.1",
                "CONNECT evil.example:443 HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "GET * HTTP/1.1",
                "TRACE " + path + " HTTP/1.1",
                "PRI * HTTP/2.0",
                "")) {
            add("line " + line.substring(0, Math.min(30, line.length())), line + "\r\n" + HOST + "\r\n");
        }
        add("lines that end with a line feed", "GET " + path + " HTTP/1.1\nHost: x\n\n");
        add("lines that end with a return", "GET " + path + " HTTP/1.1\rHost: x\r\r");
        add("empty lines before", "\r\n".repeat(1_000) + "GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
    }

    private void forms() {
        for (String type : List.of(
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=x",
                "multipart/mixed; boundary=\"",
                "application/json; charset=\u0000",
                "a/b; ; ;",
                "/",
                ";")) {
            add(
                    "type " + type,
                    "POST " + base + "/bookings HTTP/1.1\r\n" + HOST + "Content-Type: " + type
                            + "\r\nContent-Length: 40\r\nConnection: close\r\n\r\n--x\r\nContent-Disposition: form-data; na");
        }
        for (String body : List.of(
                "token=%00&lang=%0d%0a" + INJECTED + ":%20yes",
                "token=x&partner=%0d%0a" + INJECTED + ":%20yes",
                "token=%c0%af",
                "token=%ed%a0%80",
                "token=\u00ff\u00fe",
                "=&=&=",
                "&".repeat(500),
                "token",
                "%",
                "a=%u0041")) {
            post("form " + body, "Connection: close\r\nContent-Length: " + body.length() + "\r\n", body);
        }
        for (String body : List.of(
                "[".repeat(10_000),
                "{\"token\":".repeat(1_000),
                "{\"token\": \"\\ud800\"}",
                "\u00ff\u00fe{\u0000}\u0000",
                "{\"token\": 1e999999999}",
                "{\"answers\": {\"a\": {\"b\": {\"c\": 1}}}}",
                "null",
                "{\"token\": \"x\", \"token\": \"y\"}")) {
            add(
                    "JSON " + body.substring(0, Math.min(20, body.length())),
                    "POST " + base + "/bookings HTTP/1.1\r\n" + HOST
                            + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length()
                            + "\r\n\r\n" + body);
        }
        String packed = "\u001f\u008b\u0008\u0000";
        post("a packed body", "Content-Encoding: gzip\r\nConnection: close\r\nContent-Length: 4\r\n", packed);
    }

    private void headers() {
        for (String header : List.of(
                "No colon here",
                " : y",
                ": y",
                "X y: z",
                "X\u0000: y",
                "X: \u0000",
                "X: a\r\n b",
                "X: \u007f\u0001",
                "X: " + "y".repeat(100_000),
                "X: y\r\n".repeat(5_000) + "X: y",
                "Host: other.example",
                "Host: a b",
                "Host: [::1",
                "Host: " + INJECTED + "\u0000",
                "Cookie: =;=\u0000; a=\"",
                "Range: bytes=0-,0-,0-,-1,99999999999999999999-",
                "If-None-Match: \"\",W/\"\",*,\"",
                "If-Modified-Since: yesterday",
                "Accept: */*;q=9,;;,/",
                "Accept-Encoding: gzip;q=,*;q=-1",
                "Accept-Language: x;q=1.2.3,,-",
                "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: !!!",
                "Upgrade: websocket\r\nConnection: Upgrade",
                "Service-Worker: script",
                "X-Forwarded-For: \u0000, 1.2.3.4",
                "Forwarded: for=\"[",
                "Content-Type: \u0000",
                "Origin: \u0000",
                "X-HTTP-Method-Override: DELETE",
                "Connection: close, close, , x",
                "Authorization: Basic \u00ff")) {
            for (String path : List.of("/pages/treatments", "/staff/")) {
                add(
                        "header " + header.substring(0, Math.min(30, header.length())) + " to " + path,
                        "GET " + base + path + " HTTP/1.1\r\n" + HOST + header + "\r\n\r\n");
            }
        }
        add("no host", "GET " + base + "/health HTTP/1.1\r\n\r\n");
    }

    private void encodings() {
        List<String> wrong = List.of(
                "%",
                "%z",
                "%zz",
                "%00",
                "%2e%2e%2f%2e%2e%2f",
                "..;/",
                "%c0%af",
                "%e0%80%af",
                "%ff%fe",
                "%ed%a0%80",
                "%f8%88%80%80%80",
                "%u0041",
                "%0d%0a" + INJECTED + ":%20yes",
                "%0a" + INJECTED + ":%20yes",
                "%E5%98%8A%E5%98%8D" + INJECTED + ":%20yes",
                "\u00c0\u00af",
                "\\",
                "<svg>",
                "%25%30%30",
                "a".repeat(3_000),
                "/".repeat(300),
                ";".repeat(300),
                "%2f".repeat(100));
        List<String> places = List.of(
                "/",
                "/fragments/",
                "/fragments/treatments/",
                "/pages/treatments?lang=",
                "/pages/search?q=",
                "/book?type=",
                "/book?partner=",
                "/book?lang=",
                "/book?theme=",
                "/book?slot=",
                "/bookings/",
                "/bookings/x/",
                "/bookings?lang=",
                "/api/slots?type=pt-evaluation&from=",
                "/api/changes?since=",
                "/api/token?partner=",
                "/assets/",
                "/embed/carelet-booking?mode=",
                "/lookup?system=ICD-10-CM&code=",
                "/oembed?url=",
                "/studio/partners/",
                "/staff/bookings/",
                "/api/bookings/");
        for (String place : places) {
            for (String each : wrong) {
                get("encoding " + place + each.substring(0, Math.min(20, each.length())), base + place + each);
            }
        }
    }

    private void noise() {
        Random random = new Random(20_261_124);
        for (int i = 0; i < 60; i++) {
            byte[] bytes = new byte[1 + random.nextInt(400)];
            random.nextBytes(bytes);
            all.add(new Request("noise " + i, bytes));
        }
        byte[] good = ("GET " + base + "/pages/treatments?lang=es HTTP/1.1\r\n" + HOST + "Accept: text/html\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 200; i++) {
            byte[] changed = good.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            all.add(new Request("a byte changed " + i, changed));
        }
        for (int length = 1; length < good.length; length += 7) {
            ByteArrayOutputStream cut = new ByteArrayOutputStream();
            cut.write(good, 0, length);
            all.add(new Request("cut short at " + length, cut.toByteArray()));
        }
    }
}
