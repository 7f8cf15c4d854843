package io.github.carelet.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much of a page's text and facts comes out, beside what taking off all tags gives. */
class CorpusTest {

    private static final double LEAST_F1 = 0.85;
    private static final double LEAST_RECALL = 0.95;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    static Stream<Corpus.Page> all() {
        return Stream.concat(Corpus.tuned().stream(), Corpus.heldOut().stream());
    }

    @Test
    void theTextOfTunedPagesComesOutWithoutWhatIsAroundIt() {
        texts("tuned", Corpus.tuned());
    }

    @Test
    void theTextOfHeldOutPagesComesOutWithoutWhatIsAroundIt() {
        texts("held out", Corpus.heldOut());
    }

    @Test
    void numbersAndAddressesOfTunedPagesAreFound() {
        facts("tuned", Corpus.tuned());
    }

    @Test
    void numbersAndAddressesOfHeldOutPagesAreFound() {
        facts("held out", Corpus.heldOut());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aDraftIsACatalogueAndItsReportIsWhole(Corpus.Page page) {
        ImportResult result = Drafts.run(page.source());

        Drafts.check(result);
        Drafts.catalog(result);
        assertThat(lost(page, result)).isEmpty();
    }

    /** Returns the words of the page that stand in no block of the report. */
    private static List<String> lost(Corpus.Page page, ImportResult result) {
        StringBuilder reported = new StringBuilder();
        result.report()
                .sources()
                .forEach(source -> source.blocks()
                        .forEach(each -> reported.append(each.text()).append(' ')));
        Map<String, Integer> left = bag(reported.toString());
        var body = Jsoup.parse(page.html()).body();
        body.select("script, style, noscript, option").remove();
        body.select("span, a, li, td").before(" ");
        return bag(body.text()).keySet().stream()
                .filter(word -> !left.containsKey(word))
                .toList();
    }

    private static void texts(String part, List<Corpus.Page> pages) {
        double sum = 0;
        double control = 0;
        for (Corpus.Page page : pages) {
            double f1 = f1(Drafts.articles(Drafts.run(page.source())), page.gold());
            double stripped = f1(Jsoup.parse(page.html()).body().text(), page.gold());
            System.out.printf(Locale.ROOT, "  %-22s F1 %.3f, all text %.3f%n", page.name(), f1, stripped);
            sum += f1;
            control += stripped;
        }
        System.out.printf(
                Locale.ROOT,
                "word-F1 of %d %s pages: %.3f; all text of the page as a control: %.3f%n",
                pages.size(),
                part,
                sum / pages.size(),
                control / pages.size());
        assertThat(sum / pages.size()).isGreaterThanOrEqualTo(LEAST_F1);
        assertThat(control / pages.size()).isLessThan(LEAST_F1);
    }

    private static void facts(String part, List<Corpus.Page> pages) {
        int wanted = 0;
        int found = 0;
        int control = 0;
        for (Corpus.Page page : pages) {
            JsonNode draft = Drafts.json(Drafts.run(page.source()));
            String all = draft.toString();
            String articles = draft.path("articles").toString();
            for (String each : page.phones()) {
                wanted++;
                found += tell(page, each, all.contains(each));
                control += page.gold().contains(each.substring(8)) ? 1 : 0;
            }
            for (String each : page.zips()) {
                wanted++;
                found += tell(
                        page,
                        each,
                        draft.path("locations").findValuesAsText("postalCode").stream()
                                .anyMatch(zip -> zip.startsWith(each)));
                control += articles.contains(each) ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "numbers and addresses of %d %s pages: %d of %d found; in the text alone, as a control: %d%n",
                pages.size(),
                part,
                found,
                wanted,
                control);
        assertThat(found).isGreaterThanOrEqualTo((int) Math.ceil(wanted * LEAST_RECALL));
        assertThat(control).isLessThan((int) Math.ceil(wanted * LEAST_RECALL));
    }

    private static int tell(Corpus.Page page, String fact, boolean found) {
        if (!found) {
            System.out.println("  " + page + " lacks " + fact);
        }
        return found ? 1 : 0;
    }

    /** The harmonic mean of precision and recall over words, each counted as often as it stands there. */
    static double f1(String text, String gold) {
        Map<String, Integer> ours = bag(text);
        Map<String, Integer> theirs = bag(gold);
        int common = theirs.entrySet().stream()
                .mapToInt(each -> Math.min(each.getValue(), ours.getOrDefault(each.getKey(), 0)))
                .sum();
        int all = size(ours) + size(theirs);
        return all == 0 ? 0 : 2.0 * common / all;
    }

    private static int size(Map<String, Integer> bag) {
        return bag.values().stream().mapToInt(each -> each).sum();
    }

    private static Map<String, Integer> bag(String text) {
        Map<String, Integer> bag = new HashMap<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(word -> bag.merge(word.group(), 1, Integer::sum));
        return bag;
    }
}
