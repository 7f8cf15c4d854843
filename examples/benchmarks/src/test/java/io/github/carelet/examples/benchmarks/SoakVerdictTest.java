package io.github.carelet.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoakVerdictTest {

    private static final long MB = 1L << 20;

    /** What each of nine samples has more than the one before. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, ''",
        "1, 0, 0, 0, ''",
        "2, 0, 0, 0, 'heap in MB'",
        "0, 1, 0, 0, threads",
        "0, 0, 1, 0, ''",
        "0, 0, 2, 0, open files",
        "0, 0, 0, 10, ''",
        "0, 0, 0, 50, loaded classes",
        "-3, -1, -1, -10, ''"
    })
    void whatGoesOnGrowingIsNamedAndNothingElse(long heap, long threads, long files, long classes, String expected) {
        List<Vitals> samples = LongStream.range(0, 9)
                .mapToObj(
                        i -> new Vitals((60 + i * heap) * MB, 40 + i * threads, 60 + i * files, 7_000 + i * classes, i))
                .toList();
        assertThat(SoakVerdict.of(samples).stream()
                        .filter(each -> each.row().verdict() == Verdict.MISSED)
                        .map(SoakVerdict.Trend::name))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void aLargeHeapMayDifferByATenth() {
        assertThat(grows(200, 219)).isFalse();
        assertThat(grows(200, 221)).isTrue();
    }

    @Test
    void onePeakIsNoLeak() {
        List<Vitals> samples = LongStream.of(60, 61, 60, 60, 60, 60, 60, 500, 60)
                .mapToObj(heap -> new Vitals(heap * MB, 40, 60, 7_000, 1))
                .toList();
        assertThat(SoakVerdict.of(samples)).allMatch(each -> each.row().verdict() == Verdict.MET);
    }

    @Test
    void fewSamplesSayNothing() {
        List<Vitals> five =
                LongStream.range(0, 5).mapToObj(i -> new Vitals(1, 1, 1, 1, 1)).toList();
        assertThatThrownBy(() -> SoakVerdict.of(five)).hasMessageStartingWith("5 samples: expected at least 6");
    }

    @Test
    void vitalsGoOverTheWireAsTheyAre() {
        Vitals vitals = new Vitals(1, 2, 3, 4, 5);
        assertThat(Vitals.parse(vitals.text())).isEqualTo(vitals);
    }

    private static boolean grows(long first, long last) {
        List<Vitals> samples = LongStream.of(first, first, last, last, last, last)
                .mapToObj(heap -> new Vitals(heap * MB, 40, 60, 7_000, 1))
                .toList();
        return SoakVerdict.of(samples).get(0).row().verdict() == Verdict.MISSED;
    }
}
