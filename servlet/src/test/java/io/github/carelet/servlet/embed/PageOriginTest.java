package io.github.carelet.servlet.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageOriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://demo.example.org/a?b, https://demo.example.org, true",
        "HTTPS://Demo.Example.org:443, https://demo.example.org, true",
        "https://demo.example.org, http://demo.example.org, true",
        "http://demo.example.org, https://demo.example.org, false",
        "https://demo.example.org:8443, https://demo.example.org, false",
        "http://localhost:8080/x, http://localhost:8080, true",
        "https://www.demo.example.org, https://demo.example.org, false",
        "https://demo.example.org.evil.example, https://demo.example.org, false"
    })
    void aPageMayFrameIfItsOriginIsNamed(String page, String named, boolean may) {
        assertThat(PageOrigin.of(page).orElseThrow().isAmong(List.of("https://other.example", named)))
                .isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "demo.example.org", "javascript:alert(1)", "https://", "//x", "file:///x", "http://a b"})
    void whatIsNoAddressOfAPageHasNoOrigin(String text) {
        assertThat(PageOrigin.of(text)).isEmpty();
    }

    @Test
    void anOriginIsWrittenWithoutItsUsualPort() {
        assertThat(PageOrigin.of("https://A.example:443/b").orElseThrow()).hasToString("https://a.example");
        assertThat(PageOrigin.of("http://a.example:8080/b").orElseThrow()).hasToString("http://a.example:8080");
    }
}
