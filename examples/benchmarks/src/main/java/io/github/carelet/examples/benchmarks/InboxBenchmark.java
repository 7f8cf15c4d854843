package io.github.carelet.examples.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The clinic's inbox with 10,000 open requests, over HTTP: a page of it may cost 50 ms of CPU, a search 20 ms. With SQLite
 * the database is in it. With {@value BookingBenchmark#JDBC} in the environment, an address of a PostgreSQL database with
 * nothing in it, the same is done there; then only what Carelet does is in it.
 */
final class InboxBenchmark implements Benchmark {

    private static final int PAGE_MILLIS = 50;
    private static final int SEARCH_MILLIS = 20;
    private static final int QUESTIONS = 20;
    private static final String BY_NAME = "search by name";
    private static final String SCAN = "opens every booking";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern REFERENCE = Pattern.compile("/staff/bookings/([0-9A-Z]{4}-[0-9A-Z]{4})");
    private static final Pattern NEXT = Pattern.compile("href=\"" + Sample.MOUNT + "(/staff/\\?after=[^\"]+)\"");

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public List<Standing> run() throws Exception {
        List<Standing> standings = new ArrayList<>(race("SQLite", "inbox"));
        if (System.getenv(BookingBenchmark.JDBC) != null) {
            standings.addAll(race("PostgreSQL", "inbox-postgresql"));
        }
        return standings;
    }

    private static List<Standing> race(String database, String kind) throws Exception {
        Path folder = Files.createTempDirectory("benchmarks");
        try (ServerProcess server = ServerProcess.start(kind, folder);
                LoadClient client = new LoadClient(server.port())) {
            List<Standing> standings = new ArrayList<>();
            for (Work work : works(client)) {
                Asking asking = new Asking(work, server, client);
                Results costs = work.race().run(List.of(work.budget(), asking));
                Standing standing = Standing.cpu(
                        "inbox " + database, work.name(), work.budget().name(), costs);
                standings.add(work.name().equals(SCAN) ? standing.mustMiss(1) : standing.atMost(1));
            }
            return standings;
        } finally {
            Folders.delete(folder);
        }
    }

    /** What an answer may cost. */
    private record Budget(int millis) implements Contender {

        @Override
        public String name() {
            return "limit: " + millis + " ms of CPU";
        }

        @Override
        public Cost run(int times) {
            return new Cost(1_000_000L * millis * times, 0, times);
        }
    }

    /** What is asked, and what each answer has in it. */
    private record Question(HttpRequest request, String expected) {}

    private record Work(String name, Budget budget, Race race, List<Question> questions) {

        static Work of(String name, int millis, IntFunction<Question> questions) {
            return new Work(
                    name,
                    new Budget(millis),
                    new Race(80, 40, 5),
                    IntStream.range(0, QUESTIONS).mapToObj(questions).toList());
        }
    }

    private record Asking(Work work, ServerProcess server, LoadClient client) implements Contender {

        @Override
        public String name() {
            return work.name();
        }

        @Override
        public Cost run(int times) throws IOException {
            long before = server.cpuNanos();
            for (int i = 0; i < times; i++) {
                Question question = work.questions().get(i % work.questions().size());
                HttpAnswer answer = client.ask(question.request());
                Answers.require(
                        answer.status() == 200 && answer.text().contains(question.expected()),
                        work.name(),
                        "200 with " + question.expected() + ", got " + answer.status());
            }
            return new Cost(server.cpuNanos() - before, 0, times);
        }
    }

    private static List<Work> works(LoadClient client) throws IOException {
        String first = client.ask(get("/staff/")).text();
        String token = found(TOKEN, first);
        String reference = found(REFERENCE, first);
        String next = found(NEXT, first);
        int step = FullInbox.REQUESTS / QUESTIONS + 1;
        return List.of(
                Work.of("first page", PAGE_MILLIS, i -> new Question(get("/staff/"), reference)),
                Work.of("next page", PAGE_MILLIS, i -> new Question(get(next), "rel=\"next\"")),
                Work.of("booking", PAGE_MILLIS, i -> new Question(get("/staff/bookings/" + reference), reference)),
                Work.of(BY_NAME, SEARCH_MILLIS, i -> found(token, FullInbox.family(i * step))),
                Work.of("search by what all names begin with", SEARCH_MILLIS, i -> found(token, "giv")),
                Work.of("search by phone", SEARCH_MILLIS, i -> found(token, FullInbox.phone(i * step))),
                Work.of("search by 4 digits", SEARCH_MILLIS, i -> found(token, "0" + (100 + i))),
                Work.of("search by reference", SEARCH_MILLIS, i -> found(token, reference)),
                new Work(SCAN, new Budget(SEARCH_MILLIS), new Race(4, 2, 3), List.of(scan())));
    }

    private static Question scan() {
        return new Question(get(InboxServlet.SCAN + "?" + FullInbox.family(0)), "20");
    }

    private static Question found(String token, String text) {
        String body = "token=" + encoded(token) + "&q=" + encoded(text);
        HttpRequest request = request(
                "POST /carelet/staff/search",
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n",
                body);
        return new Question(request, "/staff/bookings/");
    }

    private static HttpRequest get(String path) {
        return request("GET " + Sample.MOUNT + path, "", "");
    }

    private static HttpRequest request(String what, String headers, String body) {
        String text = what + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n" + body;
        return new HttpRequest(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String found(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in a page of the inbox");
        }
        return matcher.group(1).replace("&amp;", "&");
    }
}
