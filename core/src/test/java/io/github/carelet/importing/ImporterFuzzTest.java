package io.github.carelet.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in, a draft that is a catalogue comes out, and a report of it. */
class ImporterFuzzTest {

    private static final Importer IMPORTER = Importer.withLimits(new ImportLimits(200_000, 64, 10_000));

    @FuzzTest
    void anyBytesGiveADraft(FuzzedDataProvider data) {
        imports(data.consumeRemainingAsBytes(), "");
    }

    @FuzzTest
    void anyBytesThatClaimToBeAPageGiveADraft(FuzzedDataProvider data) {
        imports(data.consumeRemainingAsBytes(), "text/html; charset=utf-8");
    }

    /** The seed is fixed, so a failure comes again. */
    @Test
    void everyDamagedPageGivesADraft() {
        Random random = new Random(20261124);
        List<Corpus.Page> pages = Corpus.tuned().stream()
                .filter(each -> each.html().length() < 20_000)
                .toList();
        int recognised = 0;
        for (int i = 0; i < 300; i++) {
            byte[] page = pages.get(i % pages.size()).html().getBytes(StandardCharsets.UTF_8);
            for (int k = 0; k < 20; k++) {
                page[random.nextInt(page.length)] = (byte) "<>/\"'&;:-,0123456789é\n ".charAt(random.nextInt(23));
            }
            recognised += imports(page, "text/html") ? 1 : 0;
        }
        System.out.println("damaged pages: 300 tried, 300 gave a draft, nothing recognised in " + (300 - recognised));
        assertThat(recognised).isGreaterThan(250);
    }

    private static boolean imports(byte[] bytes, String type) {
        ImportResult result = IMPORTER.run(List.of(ImportSource.of("fuzz", bytes, type)));
        Drafts.check(result);
        Drafts.catalog(result);
        ReportJson.write(result.report());
        ReportText.write(result.report());
        ReportHtml.write(result);
        return result.recognised();
    }
}
