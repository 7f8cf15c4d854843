package io.github.carelet.examples.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The clinic's inbox with 10,000 open requests, over HTTP: a page of it may cost 50 ms of CPU, a search 20 ms. With SQLite
 * the database is in it. Where PostgreSQL is installed, the same is done there; then only what Carelet does is in it.
 */
final class InboxBenchmark implements Benchmark {

    private static final int PAGE_MILLIS = 50;
    private static final int SEARCH_MILLIS = 20;
    private static final int QUESTIONS = 20;
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern REFERENCE = Pattern.compile("/staff/bookings/([0-9A-Z]{4}-[0-9A-Z]{4})");
    private static final Pattern NEXT = Pattern.compile("href=\"" + Sample.MOUNT + "(/staff/\\?after=[^\"]+)\"");

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public List<Row> run(Effort effort) throws Exception {
        Path folder = Files.createTempDirectory("benchmarks");
        try {
            List<Row> rows = new ArrayList<>(rows(effort, "SQLite", "inbox", folder));
            Optional<Postgres> postgres = Postgres.start();
            if (postgres.isPresent()) {
                try (Postgres server = postgres.get()) {
                    Files.writeString(folder.resolve(Server.DATABASE), server.newDatabase(), StandardCharsets.UTF_8);
                    rows.addAll(rows(effort, "PostgreSQL", "inbox-postgresql", folder));
                }
            }
            return rows;
        } finally {
            Folders.delete(folder);
        }
    }

    private static List<Row> rows(Effort effort, String database, String kind, Path folder) throws Exception {
        try (ServerProcess server = ServerProcess.start(kind, folder);
                LoadClient client = new LoadClient(server.port())) {
            String token = found(TOKEN, client.ask(get("/staff/")).text());
            Race race = effort.race(80, 40, 5);
            Asking scan = new Asking("opens every booking", List.of(scan()), server, client);
            List<Double> control = millis(effort.race(4, 2, 3), scan);
            List<Row> rows = new ArrayList<>();
            for (Work work : works(client, token)) {
                Budget budget = Budget.cpuMillis(work.millis());
                Asking asking = new Asking(work.name(), work.questions(), server, client);
                rows.add(budget.row("inbox, " + work.name() + ", " + database, millis(race, asking))
                        .control(budget.arm(scan.name(), control)));
            }
            return rows;
        }
    }

    private static List<Double> millis(Race race, Asking asking) throws Exception {
        return race.run(List.of(asking)).millis(asking.name());
    }

    /** What is asked, and what each answer has in it. */
    private record Question(HttpRequest request, String expected) {}

    private record Work(String name, int millis, List<Question> questions) {

        static Work of(String name, int millis, IntFunction<Question> questions) {
            return new Work(
                    name,
                    millis,
                    IntStream.range(0, QUESTIONS).mapToObj(questions).toList());
        }
    }

    private record Asking(String name, List<Question> questions, ServerProcess server, LoadClient client)
            implements Contender {

        @Override
        public Cost run(int times) throws IOException {
            long before = server.cpuNanos();
            for (int i = 0; i < times; i++) {
                Question question = questions.get(i % questions.size());
                HttpAnswer answer = client.ask(question.request());
                Answers.require(
                        answer.status() == 200 && answer.text().contains(question.expected()),
                        name,
                        "200 with " + question.expected() + ", got " + answer.status());
            }
            return new Cost(server.cpuNanos() - before, 0, times);
        }
    }

    private static List<Work> works(LoadClient client, String token) throws IOException {
        String first = client.ask(get("/staff/")).text();
        String reference = found(REFERENCE, first);
        String next = found(NEXT, first);
        int step = FullInbox.REQUESTS / QUESTIONS + 1;
        return List.of(
                Work.of("first page", PAGE_MILLIS, i -> new Question(get("/staff/"), reference)),
                Work.of("next page", PAGE_MILLIS, i -> new Question(get(next), "rel=\"next\"")),
                Work.of("booking", PAGE_MILLIS, i -> new Question(get("/staff/bookings/" + reference), reference)),
                Work.of("search by name", SEARCH_MILLIS, i -> found(token, FullInbox.family(i * step))),
                Work.of("search by a common beginning", SEARCH_MILLIS, i -> found(token, "giv")),
                Work.of("search by phone", SEARCH_MILLIS, i -> found(token, FullInbox.phone(i * step))),
                Work.of("search by 4 digits", SEARCH_MILLIS, i -> found(token, "0" + (100 + i))),
                Work.of("search by reference", SEARCH_MILLIS, i -> found(token, reference)));
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
