package io.github.carelet.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparedReplyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "gzip | true",
                "gzip, deflate, br, zstd | true",
                "GZIP;q=1 | true",
                "x-gzip ; q=0.001 | true",
                "* | true",
                "br, *;q=0.1 | true",
                "'' | false",
                "identity | false",
                "br, deflate | false",
                "gzip;q=0 | false",
                "gzip;q=0.000, * | false",
                "*;q=0 | false",
                "gzip;q=2 | false",
                "gzip;q=x | false",
                "gzipped | false"
            })
    void gzipIsSentToWhoeverWantsIt(String header, boolean wanted) {
        assertThat(AcceptEncoding.allowsGzip(header)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\" | true",
                "W/\"a\" | true",
                "\"b\", \"a\" | true",
                "\"b\",W/\"a\" | true",
                "* | true",
                "\" \",\"a\" | true",
                "a | false",
                "\"b\" | false",
                "\"a | false",
                "\"x, \"a\"\" | false",
                "\"A\" | false"
            })
    void tagsAreComparedWeakly(String header, boolean match) {
        assertThat(EntityTags.match(header, "\"a\"")).isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource({
        "/carelet,/carelet,/carelet",
        "'','',''",
        "//evil.example/x,/evil.example/x,/evil.example/x",
        "/a b,/a%20b,/a%20b",
        "/a%20b,/a%20b,/a%2520b",
        "/é\"<>,/%C3%A9%22%3C%3E,/%C3%A9%22%3C%3E",
        "/a;x?y#z,/a%3Bx%3Fy%23z,/a%3Bx%3Fy%23z"
    })
    void aPathIsEncodedOnce(String path, String encodedAlready, String decoded) {
        assertThat(UrlPath.encode(path, true)).isEqualTo(encodedAlready);
        assertThat(UrlPath.encode(path, false)).isEqualTo(decoded);
    }
}
