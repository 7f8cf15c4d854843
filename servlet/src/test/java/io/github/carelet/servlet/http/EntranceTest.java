package io.github.carelet.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.carelet.egress.Network;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntranceTest {

    private final HttpServletRequest request = mock(HttpServletRequest.class);

    /** Trusted are 10.0.0.0/8 and ::1; what a client sends itself stands to the left. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            connection   | X-Forwarded-For                       | Forwarded                            | sender
            10.0.0.1     | 203.0.113.9                           |                                      | 203.0.113.9
            10.0.0.1     | 203.0.113.9, 10.2.3.4                 |                                      | 203.0.113.9
            ::1          | 203.0.113.9                           |                                      | 203.0.113.9
            10.0.0.1     | 192.0.2.66, 203.0.113.9               |                                      | 203.0.113.9
            10.0.0.1     | 10.9.9.9, 203.0.113.9                 |                                      | 203.0.113.9
            10.0.0.1     | 192.0.2.66 / 203.0.113.9              |                                      | 203.0.113.9
            10.0.0.1     | 203.0.113.9:4711                      |                                      | 203.0.113.9
            10.0.0.1     | 2001:db8:1:2::9                       |                                      | 20010db800010002/64
            10.0.0.1     | [2001:db8:1:2::9]:4711                |                                      | 20010db800010002/64
            10.0.0.1     | ::ffff:203.0.113.9                    |                                      | 203.0.113.9
            10.0.0.1     |                                       | for=203.0.113.9;proto=https          | 203.0.113.9
            10.0.0.1     |                                       | For="[2001:db8:1:2::9]:47"           | 20010db800010002/64
            10.0.0.1     |                                       | for=192.0.2.66, by=x;for=203.0.113.9 | 203.0.113.9
            10.0.0.1     |                                       | for=unknown                          | 10.0.0.1
            10.0.0.1     | 203.0.113.9                           | for=203.0.113.9                      | 203.0.113.9
            10.0.0.1     | 203.0.113.9                           | for=192.0.2.66                       | 10.0.0.1
            10.0.0.1     | localhost                             |                                      | 10.0.0.1
            10.0.0.1     | 203.0.113.9, evil.example             |                                      | 10.0.0.1
            10.0.0.1     | 203.0.113.9, evil.example, 10.2.3.4   |                                      | 10.2.3.4
            10.0.0.1     | 10.2.3.4, 10.5.6.7                    |                                      | 10.2.3.4
            10.0.0.1     | ,                                     |                                      | 10.0.0.1
            10.0.0.1     |                                       |                                      | 10.0.0.1
            198.51.100.7 | 203.0.113.9                           |                                      | 198.51.100.7
            198.51.100.7 | 10.0.0.1                              | for=10.0.0.1                         | 198.51.100.7
            """, useHeadersInDisplayName = true)
    void believesProxiesAndNobodyElse(
            String connection, @Nullable String forwardedFor, @Nullable String forwarded, String sender) {
        when(request.getRemoteAddr()).thenReturn(connection);
        header("X-Forwarded-For", forwardedFor);
        header("Forwarded", forwarded);
        Entrance entrance = new Entrance(Optional.empty(), List.of(Network.parse("10.0.0.0/8"), Network.parse("::1")));

        assertThat(entrance.sender(request)).isEqualTo(sender);
        assertThat(Entrance.ofContainer().sender(request)).isEqualTo(NetworkAddress.of(connection));
    }

    @Test
    void theWorldSeesThePathOfThePublicAddress() {
        when(request.getContextPath()).thenReturn("/app");
        when(request.getServletPath()).thenReturn("/carelet");

        assertThat(Entrance.ofContainer().base(request)).isEqualTo("/app/carelet");
        assertThat(new Entrance(Optional.of("/health/care"), List.of()).base(request))
                .isEqualTo("/health/care");
        assertThat(new Entrance(Optional.of(""), List.of()).base(request)).isEmpty();
        assertThat(new Entrance(Optional.of("//evil.example"), List.of()).base(request))
                .isEqualTo("/evil.example");
    }

    private void header(String name, @Nullable String lines) {
        List<String> values = lines == null ? List.of() : Arrays.asList(lines.split(" / "));
        when(request.getHeaders(name)).thenAnswer(any -> Collections.enumeration(values));
    }
}
