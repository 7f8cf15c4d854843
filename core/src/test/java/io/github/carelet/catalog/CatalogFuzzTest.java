package io.github.carelet.catalog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in, the parsers of the catalogue answer with a value or a problem. */
class CatalogFuzzTest {

    @FuzzTest
    void theReaderAnswersAnyBytes(FuzzedDataProvider data) {
        readsOrTells(data.consumeRemainingAsBytes());
    }

    @FuzzTest
    void theReaderAnswersAnyFolder(FuzzedDataProvider data) {
        List<CatalogFile> files = new ArrayList<>();
        for (int i = data.consumeInt(0, 5); i > 0; i--) {
            files.add(new CatalogFile(data.consumeString(9), data.consumeBytes(2_000)));
        }
        files.add(new CatalogFile("rest.json", data.consumeRemainingAsBytes()));
        readsOrTells(files);
    }

    @FuzzTest
    void anyTextIsProofread(FuzzedDataProvider data) {
        proofreads(data.consumeRemainingAsString());
    }

    @FuzzTest
    void theCleanerMakesAnythingSafeAndStable(FuzzedDataProvider data) {
        cleansStably(data.consumeRemainingAsString());
    }

    @FuzzTest
    void anIntervalIsReadAsItIsWrittenOrRefused(FuzzedDataProvider data) {
        readsBackOrRefuses(data.consumeRemainingAsString());
    }

    /** The same checks on what a broken editor makes of a good catalogue: the seed is fixed, so a failure comes again. */
    @Test
    void theReaderAnswersEveryDamagedCatalogue() {
        byte[] good = Catalogs.file("x", Catalogs.full()).content();
        Random random = new Random(20261123);
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] damaged = good.clone();
            for (int k = 0; k <= i % 3; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) "{}[]\",:0xé\\ \n".charAt(random.nextInt(13));
            }
            refused += readsOrTells(damaged) ? 0 : 1;
        }
        System.out.println("damaged catalogues refused: " + refused + " of 1000");
        assertThat(refused).isBetween(500, 1_000);
    }

    /** Each is a file of about 2 MB, or as large as it may be nested; CPU time, since the machine may be busy. */
    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsMadeToTakeLongOrMuchIsAnsweredWithinLimits(String title, String json) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        CatalogReading reading = Catalogs.read(json);
        long millis = (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
        System.out.println(title + ": " + millis + " ms, " + reading.problems().size() + " problems");
        assertThat(reading.catalog().isPresent()).isEqualTo(reading.errors().isEmpty());
        assertThat(reading.problems()).isNotEmpty().hasSizeLessThanOrEqualTo(10_002);
        assertThat(millis).isLessThan(30_000);
    }

    static Stream<Arguments> hostile() {
        String treatment = "{\"id\": \"t\", \"name\": \"T\", \"sections\": [{\"id\": \"s\", \"body\": \"%s\"}]}";
        return Stream.of(
                Arguments.of("objects in objects", "{\"a\":".repeat(300_000)),
                Arguments.of("arrays at the limit", treatments("[".repeat(29) + "]".repeat(29))),
                Arguments.of("a text of 2 MB", treatments(String.format(treatment, "x".repeat(2_000_000)))),
                Arguments.of("bold in bold", treatments(String.format(treatment, "<b>".repeat(33_000)))),
                Arguments.of("paragraphs", treatments(String.format(treatment, "</p>".repeat(24_000)))),
                Arguments.of("promises", treatments(String.format(treatment, "cure ".repeat(19_000)))),
                Arguments.of("abbreviations", treatments(String.format(treatment, "Dr. ".repeat(24_000)))),
                Arguments.of("the same key", "{" + "\"a\": 1,".repeat(250_000) + "\"a\": 1}"),
                Arguments.of(
                        "the same id", treatments(String.join(",", Collections.nCopies(40_000, "{\"id\": \"t\"}")))),
                Arguments.of("numbers beyond all", treatments("1e999999, -1E-999999, " + "9".repeat(900) + ", NaN")),
                Arguments.of("a mark before and inside", "\uFEFF" + treatments("\uFEFF")),
                Arguments.of("halves of pairs", treatments("{\"id\": \"\\ud83d\", \"name\": \"\\udc00\\ud800\"}")),
                Arguments.of("languages", treatments("{\"name\": {" + tags() + "}}")),
                Arguments.of(
                        "words that nobody says",
                        "{\"clinic\": {\"plainWords\": ["
                                + String.join(
                                        ",", Collections.nCopies(20_000, "{\"term\": \"a a a\", \"plain\": \"b b\"}"))
                                + "]},"
                                + "\"treatments\": [" + String.format(treatment, "a ".repeat(49_000)) + "]}"));
    }

    private static String treatments(String elements) {
        return "{\"treatments\": [" + elements + "]}";
    }

    private static String tags() {
        return IntStream.range(0, 50_000)
                .mapToObj(i -> "\"en-x-" + i + "\": \"T\"")
                .collect(Collectors.joining(","));
    }

    @Test
    void bytesThatAreNoUtf8AreToldInEveryFile() {
        byte[] bytes = Catalogs.full().getBytes(ISO_8859_1);
        CatalogReading reading = Catalogs.reader()
                .read(List.of(new CatalogFile("a.json", bytes), new CatalogFile("b.json", new byte[] {(byte) 0xfe})));
        assertThat(Catalogs.errors(reading)).hasSize(2).allMatch(each -> each.endsWith("expected UTF-8"));
    }

    @Test
    void theCleanerStandsPiecesOfAttacksInAnyOrder() {
        Random random = new Random(20261123);
        for (int i = 0; i < 1_000; i++) {
            StringBuilder html = new StringBuilder();
            for (int k = 0; k < 4; k++) {
                String attack = XssCases.ALL.get(random.nextInt(XssCases.ALL.size()));
                int from = random.nextInt(attack.length());
                html.append(attack, from, from + random.nextInt(attack.length() - from) + 1)
                        .append(List.of("<p>", "<table>", "</p>", "<a href=/x>", "<li>", "<h2>")
                                .get(random.nextInt(6)));
            }
            cleansStably(html.toString());
        }
    }

    private static void proofreads(String text) {
        List<Sentence> sentences = Sentence.in(text);
        assertThat(Readability.of(sentences, new Syllables()).syllables())
                .isGreaterThanOrEqualTo(
                        sentences.stream().mapToInt(Sentence::length).sum());
        for (String language : List.of("en", "es")) {
            sentences.forEach(each -> assertThat(Promises.in(language).in(each)).doesNotContain(""));
            Glossary.builtInFor(language).unexplained(sentences, List.of(text));
        }
    }

    private static boolean readsOrTells(byte[] bytes) {
        return readsOrTells(List.of(new CatalogFile("fuzz.json", bytes)));
    }

    private static boolean readsOrTells(List<CatalogFile> files) {
        CatalogReading reading = Catalogs.reader().read(files);
        assertThat(reading.catalog().isPresent()).isEqualTo(reading.errors().isEmpty());
        assertThat(reading.version()).hasSize(16);
        return reading.catalog().isPresent();
    }

    private static void cleansStably(String html) {
        RichText text = RichTextCleaner.clean(html);
        assertThat(XssCases.isDangerous(text.html())).as(html).isFalse();
        assertThat(RichTextCleaner.clean(text.html()).html()).as(html).isEqualTo(text.html());
    }

    private static void readsBackOrRefuses(String text) {
        try {
            OpenInterval interval = OpenInterval.parse(text);
            assertThat(OpenInterval.parse(interval.toString())).isEqualTo(interval);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining(text);
        }
    }
}
