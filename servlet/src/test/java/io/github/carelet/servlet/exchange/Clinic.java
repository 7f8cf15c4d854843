package io.github.carelet.servlet.exchange;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.Carelet;
import io.github.carelet.CareletBuilder;
import io.github.carelet.Partner;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.servlet.http.Entrance;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.source.ClassPathSource;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The clinic of {@code clinic.json}, on 2 December 2026, mounted at {@code /app/carelet}. */
final class Clinic {

    static final String ROOT = "https://maple.example.org/c";

    private Clinic() {}

    static Carelet published(UnaryOperator<CareletBuilder> more) {
        return open(builder -> more.apply(builder.publicUrl(URI.create(ROOT))));
    }

    static Carelet open(UnaryOperator<CareletBuilder> more) {
        ClassPathSource source = ClassPathSource.of(
                Clinic.class.getClassLoader(),
                List.of("io/github/carelet/servlet/exchange/clinic.json"),
                CatalogReader.withSamples());
        CareletBuilder builder = Carelet.builder(source)
                .clock(InstantSource.fixed(Instant.parse("2026-12-02T18:00:00Z")))
                .partner(new Partner("paper", List.of()))
                .partner(new Partner("demo", List.of("https://demo.example.org")));
        return more.apply(builder).build();
    }

    static Reply ask(Handler handler, String method, String target, Map<String, String> headers) {
        int question = target.indexOf('?');
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getMethod()).thenReturn(method);
        when(request.getContextPath()).thenReturn("/app");
        when(request.getServletPath()).thenReturn("/carelet");
        when(request.getPathInfo()).thenReturn(question < 0 ? target : target.substring(0, question));
        when(request.getQueryString()).thenReturn(question < 0 ? null : target.substring(question + 1));
        headers.forEach((name, value) -> when(request.getHeader(name)).thenReturn(value));
        try {
            return handler.handle(new Exchange(request, Entrance.ofContainer()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reply get(Handler handler, String target) {
        return ask(handler, "GET", target, Map.of());
    }

    static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    static JsonNode json(Reply reply) {
        try {
            return new ObjectMapper().readTree(text(reply));
        } catch (JsonProcessingException e) {
            throw new AssertionError(text(reply), e);
        }
    }
}
