package io.github.carelet.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartTest {

    private static final List<Row> ROWS = List.of(
            RowTest.row(1.2, 1.3, 1.3, 5),
            RowTest.row(2, 1.3, 1.3, 5).beside(List.of(RowTest.arm("jte", 4))),
            Row.of("a < b & c", "us", RowTest.arm("Carelet", 0.5), RowTest.arm("x", 1))
                    .atMost(1, 1),
            Row.of("only shown", "us", RowTest.arm("Carelet", 7), RowTest.arm("x", 1)));

    @Test
    void everyRowWithAGateIsDrawnOnTheSideOfTheLineWhereItsVerdictIs() throws Exception {
        List<Element> ours = elements("circle");
        assertThat(ours).hasSize(3);
        double line = Chart.x(1);
        assertThat(ours)
                .extracting(each -> Double.parseDouble(each.getAttribute("cx")) <= line)
                .containsExactly(true, false, true);
        assertThat(ours).extracting(each -> each.getAttribute("class")).containsExactly("w met", "w missed", "w met");
    }

    @Test
    void itIsSaidInWordsToWhoCantSeeIt() throws Exception {
        Element root = elements("svg").get(0);
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo("t d");
        assertThat(elements("title").get(0).getTextContent()).isNotBlank();
        assertThat(elements("desc").get(0).getTextContent())
                .isEqualTo("work 1.20 of 1.30: met; work 2.00 of 1.30: missed; a < b & c 0.50 of 1.00: met.");
    }

    @Test
    void nothingInItRunsOrIsFetched() throws Exception {
        String svg = Chart.of(ROWS);
        assertThat(elements("script")).isEmpty();
        assertThat(svg).doesNotContain("href", "url(", "@import", " on").contains("prefers-color-scheme:dark");
    }

    @Test
    void whatIsBeyondAnEndIsDrawnAtIt() {
        assertThat(Chart.x(1e9)).isEqualTo(Chart.x(1000)).isGreaterThan(Chart.x(999));
        assertThat(Chart.x(0)).isEqualTo(Chart.x(0.01)).isLessThan(Chart.x(0.011));
    }

    private static List<Element> elements(String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(Chart.of(ROWS).getBytes(StandardCharsets.UTF_8)));
        NodeList found = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
