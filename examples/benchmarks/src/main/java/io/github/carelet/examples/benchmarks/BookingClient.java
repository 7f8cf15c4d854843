package io.github.carelet.examples.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Books over HTTP, many at once, each on a connection of its own that is kept alive; every booking is another patient's. */
final class BookingClient {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern CONSENT = Pattern.compile("\"version\":\"([^\"]+)\"");
    private static final int CREATED = 201;

    private final int port;
    private final boolean tokens;
    private int patients;

    /** Makes one that fetches a token for each booking first, or sends something as long in its place. */
    BookingClient(int port, boolean tokens) {
        this.port = port;
        this.tokens = tokens;
    }

    /** Books so often, so many at once, and returns how long each took, in nanoseconds; before them the whole. */
    List<Long> book(int times, int atOnce) throws Exception {
        return send(requests(times), atOnce);
    }

    /** Sends what was made ready, so many at once, and returns the same as {@link #book}. */
    List<Long> send(List<HttpRequest> ready, int atOnce) throws Exception {
        Queue<HttpRequest> requests = new ConcurrentLinkedQueue<>(ready);
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Callable<List<Long>>> work = Collections.nCopies(atOnce, () -> post(requests));
            long begin = System.nanoTime();
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> each : threads.invokeAll(work)) {
                all.addAll(each.get());
            }
            all.add(0, System.nanoTime() - begin);
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> post(Queue<HttpRequest> requests) throws IOException {
        List<Long> nanos = new ArrayList<>();
        try (Socket socket = socket()) {
            for (HttpRequest each = requests.poll(); each != null; each = requests.poll()) {
                long begin = System.nanoTime();
                socket.getOutputStream().write(each.bytes());
                HttpAnswer answer = HttpAnswer.read(socket.getInputStream());
                nanos.add(System.nanoTime() - begin);
                if (answer.status() != CREATED) {
                    throw new IOException("a booking got " + answer.status() + ": " + answer.text());
                }
            }
        }
        return nanos;
    }

    /** Makes so many bookings ready to be sent. */
    List<HttpRequest> requests(int times) throws IOException {
        List<HttpRequest> requests = new ArrayList<>();
        char[] blank = new char[90];
        Arrays.fill(blank, 'x');
        try (Socket socket = socket()) {
            for (int i = 0; i < times; i++) {
                String answer = tokens ? token(socket) : "";
                requests.add(post(
                        "/bookings",
                        body(
                                tokens ? found(TOKEN, answer) : new String(blank),
                                tokens ? found(CONSENT, answer) : "2026-11")));
            }
        }
        return requests;
    }

    private String body(String token, String consent) {
        // A Wednesday that is neither too soon nor too far.
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(4).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
        return "{\"token\":\"" + token + "\",\"type\":\"pt-evaluation\",\"location\":\"arcadia\",\"preferred\":[\""
                + day
                + "/any\"],\"givenName\":\"Kim\",\"familyName\":\"Number " + patients++
                + "\",\"phone\":\"+1 626 555-0142\",\"consent\":\"" + consent + "\"}";
    }

    private static HttpRequest post(String path, String body) {
        return request(
                "POST", path, "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n", body);
    }

    private static String token(Socket socket) throws IOException {
        socket.getOutputStream().write(request("GET", "/api/token", "", "").bytes());
        return HttpAnswer.read(socket.getInputStream()).text();
    }

    private static HttpRequest request(String method, String path, String headers, String body) {
        String text = method + " " + Sample.MOUNT + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n" + body;
        return new HttpRequest(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String found(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private Socket socket() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }
}
