package io.github.carelet.examples.benchmarks;

import io.github.carelet.Carelet;
import io.github.carelet.servlet.Fragments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fragment over HTTP, as it is, compressed, and unchanged; each server is a JVM of its own with the same Tomcat and the
 * same flags. The limit is a servlet that writes constant bytes.
 */
final class HttpBenchmark implements Benchmark {

    private static final String LIMIT = "constant bytes";
    private static final String OURS = "Carelet";
    private static final String JTE = "jte per request";
    private static final String THYMELEAF = "Thymeleaf per request";
    private static final String CONTROL = "Carelet, never from memory";
    private static final double GATE = 1.3;
    private static final double GOAL = 1.15;

    private static final Map<String, String> SERVERS = servers();

    private static Map<String, String> servers() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put(LIMIT, "constant");
        kinds.put(OURS, "carelet");
        kinds.put(JTE, "jte");
        kinds.put(THYMELEAF, "thymeleaf");
        kinds.put(CONTROL, "forgetful");
        return kinds;
    }

    @Override
    public String name() {
        return "http-hit";
    }

    /** A server that is up, and who asks it. */
    private record Running(String name, ServerProcess server, LoadClient client) implements AutoCloseable {

        static Running start(String name, String kind, Path folder) throws IOException {
            ServerProcess server = ServerProcess.start(kind, folder);
            return new Running(name, server, new LoadClient(server.port()));
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.close();
        }
    }

    @Override
    public List<Row> run(Effort effort) throws Exception {
        Path folder = Files.createTempDirectory("benchmarks");
        List<Running> servers = new ArrayList<>();
        try {
            String html = html();
            Files.writeString(folder.resolve(Server.PAGE), html, StandardCharsets.UTF_8);
            for (Map.Entry<String, String> each : SERVERS.entrySet()) {
                servers.add(Running.start(each.getKey(), each.getValue(), folder));
            }
            List<Row> rows = new ArrayList<>();
            Race race = effort.race(24_000, 10_000, 7);
            for (Form form : Form.values()) {
                rows.add(row(form, race, servers, html));
            }
            return rows;
        } finally {
            for (Running each : servers) {
                each.close();
            }
            Folders.delete(folder);
        }
    }

    private static String html() {
        try (Carelet carelet = Sample.carelet()) {
            return Fragments.of(carelet, Sample.MOUNT).html(Sample.FRAGMENT);
        }
    }

    private static Row row(Form form, Race race, List<Running> servers, String html) throws Exception {
        List<OverHttp> contenders = new ArrayList<>();
        for (Running each : servers) {
            boolean control = each.name().equals(CONTROL);
            if (form == Form.PLAIN || !control) {
                HttpRequest request = form.request(each.client());
                form.check(each.name(), each.client().ask(request), control ? "" : html);
                contenders.add(new OverHttp(each.name(), each.server(), each.client(), request));
            }
        }
        Comparison compared = Comparison.ofTime(race.run(contenders), LIMIT);
        Row row = compared.row(form.label(), OURS).atMost(GATE, GOAL);
        return form == Form.PLAIN
                ? row.beside(compared.arms(JTE, THYMELEAF)).control(compared.arm(CONTROL))
                : row.beside(compared.arms(THYMELEAF)).control(compared.arm(JTE));
    }

    /** How the fragment is asked for. */
    private enum Form {
        PLAIN("fragment over HTTP"),
        GZIP("fragment over HTTP, gzip"),
        UNCHANGED("fragment over HTTP, 304");

        private final String label;

        Form(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        HttpRequest request(LoadClient client) throws IOException {
            return HttpRequest.get(
                    switch (this) {
                        case PLAIN -> Map.of();
                        case GZIP -> Map.of("Accept-Encoding", "gzip, deflate, br");
                        case UNCHANGED -> Map.of("If-None-Match", tag(client));
                    });
        }

        private static String tag(LoadClient client) throws IOException {
            return client.ask(HttpRequest.get(Map.of("If-None-Match", "\"unknown\"")))
                    .header("etag")
                    .orElseThrow(() -> new IllegalStateException("no ETag"));
        }

        /** An empty expectation takes any text: the control's differs in its ids. */
        void check(String who, HttpAnswer answer, String expected) throws IOException {
            boolean packed =
                    answer.header("content-encoding").filter("gzip"::equals).isPresent();
            Answers.require(packed == (this == GZIP), who, "gzip only if asked for, " + label);
            Answers.require(
                    answer.status() == (this == UNCHANGED ? 304 : 200), who, label + ", got " + answer.status());
            if (this == UNCHANGED) {
                Answers.require(answer.body().length == 0, who, "no body");
            } else if (!expected.isEmpty()) {
                Answers.same(who, expected, packed ? Gzip.unpack(answer.body()) : answer.text());
            }
        }
    }
}
