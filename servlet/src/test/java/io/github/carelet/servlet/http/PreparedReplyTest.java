package io.github.carelet.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    @Test
    void theTwinIsPackedOnceAndForWhoGetsItOnly() {
        PreparedReply prepared = PreparedReply.of(Reply.text(200, "a".repeat(1_000)));
        Reply plain = answer(prepared, Map.of());
        Reply packed = answer(prepared, Map.of("Accept-Encoding", "gzip"));

        assertThat(answer(prepared, Map.of("Accept-Encoding", "gzip"))).isSameAs(packed);
        assertThat(plain.body()).hasSize(1_000);
        assertThat(packed.body()).hasSizeLessThan(100);
        assertThat(packed.headers()).containsEntry("Content-Encoding", "gzip").containsEntry("Vary", "Accept-Encoding");
        assertThat(tag(packed)).isNotEqualTo(tag(plain));
        assertThat(prepared.weight()).isBetween(packed.body().length + 1_000, 1_500);
    }

    @Test
    void eachTwinIsKnownByItsOwnTag() {
        PreparedReply prepared = PreparedReply.of(Reply.text(200, "text"));
        String plain = tag(answer(prepared, Map.of()));
        String packed = tag(answer(prepared, Map.of("Accept-Encoding", "gzip")));

        assertThat(answer(prepared, Map.of("If-None-Match", plain)).status()).isEqualTo(304);
        assertThat(answer(prepared, Map.of("If-None-Match", packed)).status()).isEqualTo(200);
        Reply unchanged = answer(prepared, Map.of("Accept-Encoding", "gzip", "If-None-Match", packed));
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.headers())
                .containsEntry("ETag", packed)
                .doesNotContainKeys("Content-Type", "Content-Encoding");
        assertThat(answer(prepared, Map.of("Accept-Encoding", "gzip", "If-None-Match", plain))
                        .status())
                .isEqualTo(200);
    }

    private static String tag(Reply reply) {
        return String.valueOf(reply.headers().get("ETag"));
    }

    private static Reply answer(PreparedReply prepared, Map<String, String> headers) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        headers.forEach((name, value) -> when(request.getHeader(name)).thenReturn(value));
        return prepared.answer(new Exchange(request, Entrance.ofContainer()));
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
