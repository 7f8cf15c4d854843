package io.github.carelet.examples.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * What goes over the wire when somebody books, compressed by gzip, as Carelet itself sends files and a host or a proxy sends
 * pages. The control has bytes in it that can't be compressed, as many as the budget.
 */
final class WeightBenchmark implements Benchmark {

    private static final Pattern STYLESHEET = Pattern.compile("<link[^>]*href=\"" + Sample.MOUNT + "(/[^\"]+\\.css)\"");
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*src=\"" + Sample.MOUNT + "(/[^\"]+\\.js)\"");
    private static final int KILOBYTE = 1024;

    @Override
    public String name() {
        return "weight";
    }

    @Override
    public List<Row> run(Effort effort) throws Exception {
        Path folder = Files.createTempDirectory("benchmarks");
        try (ServerProcess server = ServerProcess.start("book", folder)) {
            Visitor visitor = new Visitor(HttpClient.newHttpClient(), List.of(server.address()));
            Visitor.Wish wish = new Visitor.Wish("pt-evaluation", "arcadia", Optional.empty(), "Weight", 1);
            String page = Visitor.page(visitor.book(wish).join().body());
            String form = body(visitor, "/book?type=pt-session&location=arcadia");
            List<Row> rows = new ArrayList<>();
            rows.add(row("page of the form", 12, List.of(form)));
            rows.add(row("page of a booking", 12, List.of(body(visitor, page))));
            rows.add(row("stylesheets", 6, named(STYLESHEET, form, visitor)));
            rows.add(row("embed.js", 1.5, List.of(body(visitor, "/embed.js"))));
            rows.add(row("scripts of the form, optional", 4, named(SCRIPT, form, visitor)));
            return rows;
        } finally {
            Folders.delete(folder);
        }
    }

    private static Row row(String what, double kilobytes, List<String> texts) throws IOException {
        Budget budget = new Budget("budget", "bytes", kilobytes * KILOBYTE);
        byte[] picture = new byte[(int) budget.most()];
        new Random(1).nextBytes(picture);
        int packed = 0;
        for (String each : texts) {
            packed += Gzip.pack(each.getBytes(StandardCharsets.UTF_8)).length;
        }
        return budget.row("weight, " + what, List.of((double) packed))
                .control(budget.arm("with a picture in it", List.of((double) packed + Gzip.pack(picture).length)));
    }

    private static String body(Visitor visitor, String path) {
        HttpResponse<String> answer = visitor.get(path).join();
        Answers.require(answer.statusCode() == 200, path, "200, got " + answer.statusCode());
        return answer.body();
    }

    /** Returns what a page names, at least one. */
    private static List<String> named(Pattern pattern, String page, Visitor visitor) {
        List<String> paths =
                pattern.matcher(page).results().map(each -> each.group(1)).toList();
        Answers.require(!paths.isEmpty(), "the page of the form", pattern.pattern());
        return paths.stream().map(path -> body(visitor, path)).toList();
    }
}
