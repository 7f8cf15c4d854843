package io.github.carelet.servlet.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void everyValueIsQuotedAndQuotationMarksAreDoubled() {
        assertThat(text(List.of(List.of("a", "b"), List.of("Zo\u00eb \"x\", y", ""))))
                .isEqualTo("\uFEFF\"a\",\"b\"\r\n\"Zo\u00eb \"\"x\"\", y\",\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+16265550111",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20x"
            })
    void noValueBeginsAsAFormula(String value) {
        assertThat(text(List.of(List.of(value)))).isEqualTo("\uFEFF\"'" + value + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "O'Brien", "1", " =1", "\u4e2d"})
    void whatIsNoFormulaStaysAsItIs(String value) {
        assertThat(text(List.of(List.of(value)))).isEqualTo("\uFEFF\"" + value + "\"\r\n");
    }

    private static String text(List<List<String>> rows) {
        return new String(Csv.of(rows), StandardCharsets.UTF_8);
    }
}
