package io.github.carelet.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ImporterLimitsTest {

    private static final String GOOD =
            "<h1>Knee care</h1><p>We look at how you walk before we look at any picture of your knee.</p>";

    @Test
    void tooManyBytesAreAProblemThatNamesTheLimit() {
        assertThat(problem(new ImportLimits(100, 8, 1_000), "x".repeat(101)))
                .isEqualTo("it has 101 bytes; at most 100 are read");
    }

    @Test
    void tooManyTagsAreAProblemThatNamesTheLimit() {
        assertThat(problem(new ImportLimits(10_000, 8, 20), "<p>".repeat(21)))
                .isEqualTo("it has 21 tags and lines; at most 20 are read");
    }

    @Test
    void whatIsNoTextIsAProblem() {
        assertThat(problem(ImportLimits.DEFAULT, "%PDF-1.7\n...")).isEqualTo("it is neither a web page nor plain text");
        assertThat(problem(ImportLimits.DEFAULT, "a\0b")).isEqualTo("it is neither a web page nor plain text");
    }

    @Test
    void textAsDeepAsTheLimitIsReadAndDeeperTextIsNotLost() {
        String deep = "<div>".repeat(5_000) + GOOD;

        ImportResult result =
                Importer.withLimits(new ImportLimits(1_000_000, 64, 10_000)).run(sources(deep));

        assertThat(Drafts.articles(result)).contains("Knee care", "before we look at any picture");
        Drafts.catalog(result);
    }

    /**
     * Four times as much takes four times the work, not sixteen times: CPU time of this thread, so that whatever else the
     * machine does has no say.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <div class=menu>                         | 8000
            <h2>Heading</h2>                         | 8000
            <ul><li>Sciatica                         | 5000
            <a href=/x>link</a>                      | 8000
            <p>12 Elm St, Reno, NV 89501</p>         | 2500
            <p>(626) 555-0100</p>                    | 8000
            <p>Mon 8-5</p>                           | 8000
            <table><tr><td>a<td>b                    | 4000
            <p itemscope itemprop=address>           | 2500
            <b><i><a>                                | 2500
            <footer><h1>x                            | 2500
            12 Elm St, 12 Elm St, CA                 | 8000
            1-1-1-1-(                                | 8000
            """)
    void muchOfTheSameTakesNoMoreThanItsShareOfTime(String piece, int times) {
        assertShareOfTime("", piece, times, GOOD);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineThatDoesNotEndTakesNoMoreThanItsShareOfTime(String start, String piece, int times, String end) {
        assertShareOfTime(start, piece, times, end);
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of(GOOD, "@", 8_000, ""),
                Arguments.of(GOOD, "!", 8_000, ""),
                Arguments.of(GOOD, "|", 8_000, "x"),
                Arguments.of(GOOD, "aaaa", 4_000, " (626) 555-0100"),
                Arguments.of(GOOD, "(626) 555-0100 ", 2_000, ""),
                Arguments.of(GOOD, "12 Elm St, Reno, NV 89501 ", 1_000, ""),
                Arguments.of(GOOD + "Reno", "::::", 4_000, "x<p>12 Elm St, Reno, NV 89501</p>"),
                Arguments.of("Knee care\n\n- We look at", " your knee\n", 8_000, ""));
    }

    private static void assertShareOfTime(String start, String piece, int times, String end) {
        work(start + piece.repeat(times) + end);
        long once = work(start + piece.repeat(times) + end);
        long fourTimes = work(start + piece.repeat(4 * times) + end);

        System.out.printf(Locale.ROOT, "%d and %d x %s: %d and %d ms%n", times, 4 * times, piece, once, fourTimes);
        assertThat(fourTimes).isLessThan(10 * Math.max(once, 50));
    }

    private static long work(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        ImportResult result =
                Importer.withLimits(new ImportLimits(20_000_000, 256, 400_000)).run(sources(text));
        long work = threads.getCurrentThreadCpuTime() - start;
        Drafts.catalog(result);
        assertThat(result.report().sources().get(0).blocks()).isNotEmpty();
        return TimeUnit.NANOSECONDS.toMillis(work);
    }

    @Test
    void factsAreFoundAnywhereInALineHoweverLongItIs() {
        String line = "We look at how you walk before we look at any picture of your knee. ".repeat(100);
        String text = "<p>" + line + "Come to 12 Elm St, Reno, NV 89501 or call (775) 555-0100. " + line + "</p>";

        String draft = new String(Importer.standard().run(sources(GOOD + text)).draft(), StandardCharsets.UTF_8);

        assertThat(draft).contains("12 Elm St", "+17755550100");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            desk@example.org                        | true
            E-mail us: first.last+x@clinic.example. | true
            Correo: «desk@example.org»              | true
            desk@example                            | false
            Write to desk@example.org               | false
            @@@.example.org                         | false
            """)
    void aLineThatIsAnAddressOfMailIsNoText(String line, boolean dropped) {
        ImportResult result = Importer.standard().run(sources(GOOD + "<p>" + line + "</p>" + GOOD));

        assertThat(result.report().sources().get(0).blocks())
                .filteredOn(each -> each.reason().startsWith("an e-mail address"))
                .hasSize(dropped ? 1 : 0);
    }

    @Test
    void anItemOfAPlainTextGoesOnInTheLinesThatAreIndented() {
        String text = """
                Knee care

                Bring this to your visit:
                - a list of what you take,
                  with how much
                - your card
                We look at how you walk before we look at any picture of your knee.
                """;

        String draft = new String(Importer.standard().run(sources(text)).draft(), StandardCharsets.UTF_8);

        assertThat(draft)
                .contains("<li>a list of what you take, with how much</li><li>your card</li></ul><p>We look at how");
    }

    @Test
    void aSourceThatCantBeHadStandsInTheReportAndTheOthersAreImported() {
        List<String> heard = new ArrayList<>();
        ImportResult result = Importer.standard()
                .run(
                        List.of("gone.html", "good.html"),
                        name -> name.equals("gone.html")
                                ? ImportSource.missing(name, "HTTP 404")
                                : ImportSource.of(name, GOOD.getBytes(StandardCharsets.UTF_8)),
                        (done, total, source, problem) -> heard.add(done + "/" + total + " " + source + " " + problem));

        assertThat(heard).containsExactly("1/2 gone.html HTTP 404", "2/2 good.html ");
        assertThat(result.recognised()).isTrue();
        assertThat(result.report().sources().get(0).blocks())
                .containsExactly(
                        new ReportBlock("gone.html", ReportBlock.Status.UNMAPPED, Optional.empty(), "HTTP 404"));
    }

    @Test
    void aTextLongerThanACataloguesIsDividedAndNothingOfItIsLost() {
        String knees = "<h2>Knees</h2>" + "<p>We look at how you walk before we look at any picture.</p>".repeat(4_000);

        ImportResult result = Importer.standard().run(sources(GOOD + knees + GOOD));

        Drafts.catalog(result);
        Drafts.check(result);
        assertThat(Drafts.articles(result).split("before we look at any", -1)).hasSize(4_003);
        assertThat(result.report().sources().get(0).coverage()).isEqualTo(100.0);
    }

    @Test
    void whatNoCatalogueTakesIsNotInTheDraft() {
        String halves =
                "<script type=application/ld+json>{\"@type\": \"MedicalClinic\", \"name\": \"Hill\\ud800top\\u0001 Clinic\","
                        + " \"address\": \"12 Elm\\u0007 St, Reno, NV 89501\"}</script>";

        Drafts.catalog(Importer.standard().run(sources("<html><head>" + halves + "</head>" + GOOD)));
    }

    @Test
    void nothingIsRecognisedWhereThereIsNothing() {
        for (String each : List.of("", " \n\t ", "asdf", "<html></html>", "\u0007", "<p></p>")) {
            ImportResult result = Importer.standard().run(sources(each));
            assertThat(result.recognised()).as(each).isFalse();
            Drafts.catalog(result);
        }
    }

    @Test
    void limitsThatLetNothingThroughAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImportLimits(0, 8, 1))
                .withMessageContaining("0 bytes, 1 tags, depth 8");
    }

    private static String problem(ImportLimits limits, String text) {
        ImportResult result = Importer.withLimits(limits).run(sources(text));
        Drafts.catalog(result);
        assertThat(result.recognised()).isFalse();
        return result.report().sources().get(0).blocks().get(0).reason();
    }

    private static List<ImportSource> sources(String text) {
        return List.of(ImportSource.of("page", text.getBytes(StandardCharsets.UTF_8)));
    }
}
