package io.github.carelet.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExchangeFormTest {

    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final Exchange exchange = new Exchange(request, Entrance.ofContainer());

    @Test
    void theFieldsOfAConsumedBodyComeWithoutTheParametersOfTheUrl() {
        when(request.getQueryString()).thenReturn("lang=es&a=1&a=2");
        when(request.getParameterMap())
                .thenReturn(Map.of(
                        "lang", new String[] {"es"},
                        "a", new String[] {"1", "2", "3"},
                        "token", new String[] {"x"}));
        assertThat(exchange.consumedForm()).isEqualTo(Map.of("a", List.of("3"), "token", List.of("x")));
    }

    @Test
    void aBodyThatSomebodyElseHasReadIsHeldToTheSameLimit() throws IOException {
        when(request.getParameterMap()).thenReturn(Map.of("a", new String[] {"x".repeat(5)}));
        when(request.getInputStream()).thenAnswer(any -> nothing());

        assertThat(exchange.body(6)).hasValueSatisfying(body -> assertThat(body).isEmpty());
        assertThat(exchange.body(5)).isEmpty();
    }

    private static ServletInputStream nothing() {
        return new ServletInputStream() {

            @Override
            public int read() {
                return -1;
            }

            @Override
            public boolean isFinished() {
                return true;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("nothing is read asynchronously");
            }
        };
    }

    @Test
    void everyValueOfAHeaderIsThere() {
        when(request.getHeaders("Accept")).thenReturn(Collections.enumeration(List.of("text/html", "*/*")));
        assertThat(exchange.headers("Accept")).containsExactly("text/html", "*/*");
    }
}
