package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {

    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    /** Words of clinics and of every day, by the number of syllables that they have when spoken slowly in the United States. */
    private static final Map<Integer, String> KNOWN = new TreeMap<>(Map.of(
            1,
            "pain nerve spine joint knee neck hip shot drug dose scale cough breathe ache strength wound scar sprain strain"
                    + " swell bruise sleep walk stretch lift bend twist stiff sore weak numb burn change call make takes helps"
                    + " caused eased stopped walked moved plan disc blood bone your phone hours weeks through eye clothes"
                    + " can't don't you'll we've league worse heat ice brace",
            2,
            "muscle muscles doctor patient patients needle needles treatment movement surgeon shoulder shoulders"
                    + " headache backache muscle's table settled injure steroid swelling walking moving doing going being"
                    + " tissue reason risky safely careful people every business lifetime homework"
                    + " doesn't isn't wasn't needed treated helpful diet science fluid client prevent relief painful disease"
                    + " massage posture balance balanced",
            3,
            "therapy sciatic injection hospital medicine exercise surgery surgeries physical condition infection allergy"
                    + " appointment arthritis important stimulate procedure easier happier energy remedy chemical"
                    + " radial spasmodic operate opinion insurance consultant area medical implement element"
                    + " relaxing pacemaker idea video radio period companion examine employer royalty specialty",
            4,
            "epidural sciatica stimulation operation physically therapeutic recovery automatic emergency"
                    + " medication comfortable anxiety biology diabetes material evaluate january appropriate"
                    + " arthroscopy scoliosis information nutritional temporary community security experience stability",
            5,
            "radiology examination inflammatory electricity neurological possibility"
                    + " immediately communication degenerative psychological particularly university"
                    + " osteopathy physiology evaluation",
            6,
            "rehabilitation responsibility osteoarthritis osteoporosis cardiovascular physiotherapist"));

    @Test
    void countsKnownWords() {
        Syllables syllables = new Syllables();
        List<Map.Entry<String, Integer>> words = words();
        double ours = accuracy(words, syllables::of);
        double naive =
                accuracy(words, word -> (int) VOWELS.matcher(word).results().count());
        System.out.printf(
                java.util.Locale.ROOT,
                "syllables right: %.1f %% of %d words; counting groups of vowels only: %.1f %%%n",
                ours,
                words.size(),
                naive);
        assertThat(words).hasSizeGreaterThanOrEqualTo(200);
        assertThat(ours).as(wrong(words, syllables)).isGreaterThan(97);
        assertThat(naive).as("the list is hard enough to see a bad counter").isLessThan(85);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "hmm, 1",
                "x, 1",
                "2026, 1",
                "12.5, 1",
                "%, 1",
                "é, 1",
                "n't, 1",
                "'s, 1",
                "don't, 1",
                "couldn't, 2",
                "quiet, 2",
                "yes, 1",
                "yearly, 2",
                "spasm, 2",
                "asthma, 2",
                "rhythm, 2"
            })
    void everyWordHasAtLeastOne(String word, int expected) {
        assertThat(new Syllables().of(word)).isEqualTo(expected);
    }

    @Test
    void aRunOfLettersThatNobodyCanSayIsOne() {
        assertThat(new Syllables().of("ba".repeat(1_000_000))).isEqualTo(1);
    }

    private static List<Map.Entry<String, Integer>> words() {
        return KNOWN.entrySet().stream()
                .flatMap(each ->
                        Pattern.compile(" ").splitAsStream(each.getValue()).map(word -> Map.entry(word, each.getKey())))
                .toList();
    }

    private static String wrong(List<Map.Entry<String, Integer>> words, Syllables syllables) {
        return words.stream()
                .filter(each -> syllables.of(each.getKey()) != each.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
    }

    private static double accuracy(List<Map.Entry<String, Integer>> words, ToIntFunction<String> counter) {
        long right = words.stream()
                .filter(each -> counter.applyAsInt(each.getKey()) == each.getValue())
                .count();
        return 100.0 * right / words.size();
    }
}
