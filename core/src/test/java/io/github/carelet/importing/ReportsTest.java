package io.github.carelet.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static final String HOSTILE =
            "<script>alert(1)</script><img src=x onerror=alert(1)>\u001b[31m\r\nforged: line";

    private final ImportResult result = Drafts.html("""
            <title>Knee care | Hilltop Clinic</title><nav><a href=/a>Home</a></nav>
            <main><h1>Knee care</h1><p>We look at how you walk before we look at any picture of your knee.</p></main>
            <footer>&lt;script&gt;alert(1)&lt;/script&gt; Hilltop Clinic</footer><p>Free parking</p>
            """);

    @Test
    void jsonHasEachBlockWithWhatBecameOfIt() {
        JsonNode json = Drafts.json(ReportJson.write(result.report()));

        assertThat(json.properties()).extracting(Map.Entry::getKey).containsExactly("sources");
        JsonNode source = json.at("/sources/0");
        assertThat(source.properties()).extracting(Map.Entry::getKey).containsExactly("source", "coverage", "blocks");
        assertThat(source.path("coverage").isNumber()).isTrue();
        for (JsonNode block : source.path("blocks")) {
            assertThat(block.properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactly("text", "status", "to", "reason");
            assertThat(block.path("status").asText()).isIn("mapped", "dropped", "unmapped");
        }
        assertThat(source.at("/blocks/0").toString())
                .isEqualTo("{\"text\":\"Home\",\"status\":\"dropped\",\"to\":null,\"reason\":\"navigation\"}");
        assertThat(source.at("/blocks/1").toString())
                .isEqualTo(
                        "{\"text\":\"Knee care\",\"status\":\"mapped\",\"to\":\"/articles/0/headline\",\"reason\":null}");
    }

    @Test
    void coverageIsTheShareOfWordsThatAreNotDropped() {
        ReportBlock mapped = new ReportBlock("one two three", ReportBlock.Status.MAPPED, Optional.of("/x"), "");
        ReportBlock unmapped = new ReportBlock("four", ReportBlock.Status.UNMAPPED, Optional.empty(), "");
        ReportBlock dropped = new ReportBlock("five six", ReportBlock.Status.DROPPED, Optional.empty(), "navigation");

        assertThat(new SourceReport("x", List.of(mapped, unmapped, dropped)).coverage())
                .isEqualTo(75.0);
        assertThat(new SourceReport("x", List.of(dropped)).coverage()).isZero();
    }

    @Test
    void theTextSaysWhatIsUnmappedFirst() {
        String text = new String(ReportText.write(result.report()), StandardCharsets.UTF_8);

        assertThat(text)
                .containsSubsequence("! No phone number", "% covered", "Mapped", "/articles/0/headline", "Dropped");
    }

    @Test
    void noReportLetsAPageActOrForgeALine() {
        FidelityReport report = new FidelityReport(
                List.of(new SourceReport(
                        HOSTILE,
                        List.of(new ReportBlock(HOSTILE, ReportBlock.Status.UNMAPPED, Optional.empty(), HOSTILE)))),
                List.of(HOSTILE));
        Document page = Jsoup.parse(
                new String(ReportHtml.write(new ImportResult(result.draft(), report, true)), StandardCharsets.UTF_8));

        assertThat(page.select("script, img, iframe, link, [onerror]")).isEmpty();
        assertThat(page.text()).contains("<script>alert(1)</script>");
        assertThat(Jsoup.parse(HOSTILE).select("script, img")).as("the control").hasSize(2);
        String text =
                new String(ReportText.write(new FidelityReport(report.sources(), List.of())), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("\u001b", "\r").doesNotContainPattern("(?m)^forged");
    }

    @Test
    void thePageShowsSourceAndDraftSideBySideAndMarksWhatIsUnmapped() {
        Document page = Jsoup.parse(new String(ReportHtml.write(result), StandardCharsets.UTF_8));

        assertThat(page.select("tr.mapped td").eachText()).contains("Knee care", "/articles/0/headline");
        assertThat(page.select("tr.dropped details summary").eachText()).isNotEmpty();
        assertThat(page.select("html[lang=en] > head > title")).hasSize(1);
    }
}
