package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://partner.example", "http://localhost:8080", "https://[2001:db8::1]:8443"})
    void anOriginIsSchemeHostAndPort(String origin) {
        assertThat(new Partner("demo", List.of(origin)).origins()).containsExactly(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://partner.example/",
                "partner.example",
                "https://",
                "null",
                "*",
                "https://*.example",
                "ftp://partner.example",
                "https://user@partner.example",
                "https://partner.example; script-src *",
                "https://partner.example\nx",
                ""
            })
    void nothingElseIsAnOrigin(String origin) {
        assertThatThrownBy(() -> new Partner("demo", List.of(origin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + origin + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Demo", "a b", "a/b"})
    void theIdIsASlug(String id) {
        assertThatThrownBy(() -> new Partner(id, List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
