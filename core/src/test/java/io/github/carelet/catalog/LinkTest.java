package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "http://example.org:8080/a?b=c&d#e",
                "HTTPS://EXAMPLE.ORG/",
                "https://[::1]/",
                "mailto:desk@example.org",
                "tel:+16265550100",
                "/",
                "/a/b?c=d#e",
                "/a/../b",
                "/a:b"
            })
    void theseAreSafe(String href) {
        assertThat(Link.isSafe(href)).isTrue();
        assertThat(new Link(href).href()).isEqualTo(href);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "example.org",
                "a/b",
                "#a",
                "?a",
                "//example.org",
                "///example.org",
                "/\\example.org",
                "\\\\example.org",
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "java\tscript:alert(1)",
                " javascript:x",
                "vbscript:x",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://example.org/",
                "blob:x",
                "about:blank",
                "https:",
                "https:example.org",
                "https:///example.org",
                "https://user@example.org/",
                "https://user:password@example.org/",
                "https://exa mple.org/",
                "https://example.org/\"x",
                "https://example.org/<x>",
                "https://example.org/é",
                "/a\nb",
                "/a\u0000",
                "mailto:",
                "tel:",
                "http"
            })
    void theseAreNot(String href) {
        assertThat(Link.isSafe(href)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Link(href))
                .withMessageContaining("'" + href + "'")
                .withMessageContaining("expected");
    }

    @ParameterizedTest
    @CsvSource({"https://example.org/é, https://example.org/%C3%A9", "'  /a  ', /a", "/漢, /%E6%BC%A2"})
    void whatAPersonWritesIsEncoded(String written, String href) {
        assertThat(Link.parse(written)).isEqualTo(new Link(href));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:é", "//é.example", "https://é.example@/", "a b", "java\u00adscript:x"})
    void encodingMakesNothingSafe(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Link.parse(written));
    }

    @Test
    void onlyHttpLeadsToAnotherSite() {
        assertThat(new Link("HTTP://example.org").isWeb()).isTrue();
        assertThat(new Link("/http").isWeb()).isFalse();
        assertThat(new Link("tel:+16265550100").isWeb()).isFalse();
    }
}
