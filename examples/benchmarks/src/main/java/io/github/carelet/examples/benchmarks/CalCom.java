package io.github.carelet.examples.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The functions that Cal.com publishes, in a node of their own: ranges of dates, less what is taken, then times, for one
 * practitioner after the other. Nothing of them is kept here: {@value #FOLDER} in the environment names a folder where
 * {@code npm pack @calcom/platform-libraries} was unpacked and {@code npm install dayjs} was run.
 */
final class CalCom implements Contender, AutoCloseable {

    static final String FOLDER = "CARELET_BENCHMARK_CALCOM";
    static final String NAME = "functions of Cal.com in node";

    /** It searches once where others do so often: a search takes it about half a second. */
    private static final int RARELY = 500;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process node;
    private final Path script;
    private final BufferedReader answers;
    private final PrintStream questions;
    private final JsonNode found;

    private CalCom(Path folder, SlotsCase sample) throws IOException {
        script = Files.createTempFile("calcom", ".cjs");
        try (InputStream in = CalCom.class.getResourceAsStream("calcom.cjs")) {
            Files.write(script, in.readAllBytes());
        }
        node = new ProcessBuilder("node", script.toString(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
        questions = new PrintStream(node.getOutputStream(), true, StandardCharsets.UTF_8);
        found = JSON.readTree(ask(JSON.writeValueAsString(asked(sample))).split(" ", 2)[1]);
    }

    /** Starts it where a folder is named, else says so and returns nothing. */
    static Optional<CalCom> of(SlotsCase sample) throws IOException {
        String folder = System.getenv(FOLDER);
        if (folder == null) {
            System.out.println("slots: without Cal.com, " + FOLDER + " names no folder with its package and dayjs");
            return Optional.empty();
        }
        return Optional.of(new CalCom(Path.of(folder), sample));
    }

    private static ObjectNode asked(SlotsCase sample) {
        ObjectNode asked = JSON.createObjectNode();
        asked.put("zone", SlotsCase.ZONE.getId());
        asked.put("from", millis(0));
        asked.put("to", millis(SlotsCase.DAYS));
        ArrayNode practitioners = asked.putArray("practitioners");
        for (int i = 0; i < SlotsCase.PRACTITIONERS; i++) {
            ArrayNode taken = practitioners.addArray();
            for (SlotsCase.Taken each : sample.taken()) {
                if (each.practitioner() == i) {
                    taken.addArray()
                            .add(each.from().toEpochMilli())
                            .add(each.until().toEpochMilli());
                }
            }
        }
        return asked;
    }

    private static long millis(int day) {
        return SlotsCase.FIRST
                .plusDays(day)
                .atStartOfDay(SlotsCase.ZONE)
                .toInstant()
                .toEpochMilli();
    }

    /** Returns with how many practitioners each time that it finds is free. */
    TreeMap<Instant, Integer> found() {
        TreeMap<Instant, Integer> times = new TreeMap<>();
        found.forEach(practitioner ->
                practitioner.forEach(each -> times.merge(Instant.ofEpochMilli(each.asLong()), 1, Integer::sum)));
        return times;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Cost run(int times) throws IOException {
        int searches = Math.max(1, times / RARELY);
        return new Cost(Long.parseLong(ask(Integer.toString(searches)).strip()), 0, searches);
    }

    private String ask(String line) throws IOException {
        questions.println(line);
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("node ended without an answer");
        }
        return answer;
    }

    @Override
    public void close() {
        questions.close();
        node.onExit().join();
        try {
            Files.delete(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
