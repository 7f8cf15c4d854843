package io.github.carelet.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | application/json | true",
                "APPLICATION/JSON | application/json | true",
                "application/json; charset=UTF-8 | application/json | true",
                "application/json;charset=\"utf-8\" | application/json | true",
                "application/json; x=1; charset = utf-8 | application/json | true",
                "application/json; charset=utf-8; charset=UTF-8 | application/json | true",
                "application/json; charset=iso-8859-1 | application/json | false",
                "application/json; charset= | application/json | false",
                "application/json; charset | application/json | false",
                "multipart/form-data; boundary=x | multipart/form-data | true",
            })
    void readsTypeAndCharset(String header, String name, boolean utf8) {
        MediaType type = MediaType.of(List.of(header)).orElseThrow();
        assertThat(type.name()).isEqualTo(name);
        assertThat(type.isUtf8()).isEqualTo(utf8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "json", "a/b/c", "a b/c", "/", "text/", "text/html; charset=utf-8; charset=latin1"})
    void aBrokenHeaderIsNoType(String header) {
        assertThat(MediaType.of(List.of(header))).isEmpty();
    }

    @Test
    void noneOrTwoOfThemIsNoType() {
        assertThat(MediaType.of(List.of())).isEmpty();
        assertThat(MediaType.of(List.of("application/json", "application/json")))
                .isEmpty();
    }
}
