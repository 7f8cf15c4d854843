package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.Contrast.What;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accent | #7A1F5C | #7a1f5c",
                "accent | #fA0 | #ffaa00",
                "--carelet-ink-dark | ' #eee ' | #eeeeee",
                "radius | 0px | 0px",
                "radius | 00.0px | 0px",
                "radius | 24px | 24px",
                "space | 4.50px | 4.5px",
                "font | Georgia,serif | '\"Georgia\", serif'",
                "heading-font | '\"Gill Sans\", ui-serif' | '\"Gill Sans\", ui-serif'"
            })
    void aValueHasOneWayToBeWritten(String name, String value, String written) {
        Look look = Look.of(Map.of(name, value));
        assertThat(look.values()).containsExactly(Map.entry(LookToken.of(name).orElseThrow(), written));
        assertThat(Look.parse(look.css())).isEqualTo(look);
        assertThat(Look.parse(".carelet {\n  " + look.css() + "\n}\n")).isEqualTo(look);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accent | red",
                "accent | #12345",
                "accent | #0b5c6bff",
                "accent | ''",
                "accent | url(//x.example)",
                "accent | '#000;}*{display:none'",
                "accent | var(--x)",
                "accent | \uff03fff",
                "radius | 25px",
                "radius | 1em",
                "radius | -1px",
                "radius | 6",
                "space | 1px",
                "space | 9px",
                "font | 'x\";}'",
                "font | 'serif, '",
                "font | inherit, serif",
                "font | url(x)",
                "font | 'a/**/b'",
                "font | a,b,c,d,e,f,g,h,i",
                "nothing | 1px",
                "'' | 1px",
                "INK | #000"
            })
    void whatIsNoValueIsRefusedWithItsNameAndWhatWasExpected(String name, String value) {
        assertThatThrownBy(() -> Look.of(Map.of(name, value, "danger", "#bad")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(name, "expected");
        assertThatThrownBy(() -> Look.of(Map.of("danger", "bad", "space", "99px")))
                .hasMessageContainingAll("danger 'bad' can't be used: expected a color like #a3261f", "space '99px'");
    }

    @Test
    void whatIsTheStandardIsNotSet() {
        assertThat(Look.of(Map.of("accent", "#0B5C6B", "paper", "#fff", "font", "inherit")))
                .isEqualTo(Look.STANDARD);
        assertThat(Look.parse("").isStandard()).isTrue();
        assertThat(Look.STANDARD.css()).isEmpty();
        assertThat(Look.STANDARD.value(LookToken.RADIUS)).isEqualTo("6px");
    }

    /** By the examples of WCAG: #767676 on white is the lightest grey for text. */
    @Test
    void contrastIsThatOfWcag() {
        Look enough = Look.of(Map.of("accent", "#767676"));
        Look tooLittle = Look.of(Map.of("accent", "#777777"));
        assertThat(of(enough, What.LINK)).isEqualTo(new Contrast(What.LINK, false, "#767676", "#ffffff", 454));
        assertThat(of(tooLittle, What.LINK).hundredths()).isEqualTo(447);
        assertThat(of(Look.of(Map.of("ink", "#000")), What.TEXT).hundredths()).isEqualTo(2100);
        assertThat(of(enough, What.LINK).isEnough()).isTrue();
        assertThat(of(tooLittle, What.LINK).isEnough()).isFalse();
    }

    @Test
    void theStandardCanBeReadByAll() {
        assertThat(Look.STANDARD.contrasts()).hasSize(16).allMatch(Contrast::isEnough);
        assertThat(Look.STANDARD.legible()).isEqualTo(Look.STANDARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ink", "paper", "accent", "on-accent", "success", "warning", "danger"})
    void eachColourThatCannotBeToldIsNamed(String name) {
        String grey = name.equals("ink") || name.equals("paper") ? "#808080" : "#a0a0a0";
        Look look = Look.of(Map.of(name, grey));
        assertThatThrownBy(look::legible).hasMessageContainingAll(grey, ":1: expected at least ");
        assertThatThrownBy(() -> Look.of(Map.of(name + "-dark", "#606060")).legible())
                .hasMessageContaining("in the dark");
        assertThatThrownBy(() -> new Partner("demo", List.of()).looking(look))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileSaysIt(@TempDir Path folder) throws IOException {
        Clinics.written(folder, "Maple");
        Path file = folder.resolve("carelet.json");
        Files.writeString(file, configured("{\"accent\": \"#7a1f5c\", \"radius\": \"0px\"}"));
        try (Carelet carelet = Carelet.configured(file).build()) {
            assertThat(carelet.partner("demo").orElseThrow().look().css())
                    .isEqualTo("--carelet-accent: #7a1f5c;\n--carelet-radius: 0px;");
        }
        for (String wrong : List.of("{\"accent\": \"#777\"}", "{\"accent\": 7}", "\"dark\"", "{\"x\": \"#777\"}")) {
            Files.writeString(file, configured(wrong));
            assertThatThrownBy(() -> Carelet.configured(file))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContainingAll("/partners/demo/look", "expected");
        }
    }

    private static Contrast of(Look look, What what) {
        return look.contrasts().stream()
                .filter(each -> each.what() == what && !each.dark())
                .findFirst()
                .orElseThrow();
    }

    private static String configured(String look) {
        return "{\"catalog\": \"clinic.json\", \"contentOnly\": true,"
                + " \"partners\": {\"demo\": {\"origins\": [\"https://demo.example\"], \"look\": " + look + "}}}";
    }
}
