package io.github.carelet.servlet.fragment;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.carelet.Carelet;
import io.github.carelet.CareletBuilder;
import io.github.carelet.Partner;
import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogReading;
import io.github.carelet.servlet.http.Entrance;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Templates;
import io.github.carelet.source.CatalogSource;
import io.github.carelet.source.FileSource;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/** A small clinic, mounted at {@code /app/carelet}, whose bookings are taken by {@code https://book.example.org/c}. */
final class MapleClinic {

    static final String BASE = "/app/carelet";
    static final String BOOK = "https://book.example.org/c/book";

    /** Tuesday, 1 December 2026, 10:00 in Los Angeles. */
    final SettableClock clock = new SettableClock("2026-12-01T18:00:00Z");

    final Carelet carelet;
    final FragmentCache cache;
    private final ContentHandler handler;
    private volatile String json;

    private MapleClinic(CatalogSource source) {
        this.json = "";
        this.carelet = Carelet.builder(source)
                .contentOnly()
                .bookingAt(URI.create("https://book.example.org/c/"))
                .clock(clock)
                .build();
        this.cache = new FragmentCache(carelet, Templates.precompiled(), Assets.load());
        this.handler = new ContentHandler(carelet, cache);
    }

    private MapleClinic(String json, UnaryOperator<CareletBuilder> configuration) {
        this.json = json;
        CareletBuilder builder = Carelet.builder(new Source())
                .contentOnly()
                .clock(clock)
                .partner(new Partner("demo", List.of("https://demo.example.org", "http://localhost:8081")));
        this.carelet = configuration.apply(builder).build();
        this.cache = new FragmentCache(carelet, Templates.precompiled(), Assets.load());
        this.handler = new ContentHandler(carelet, cache);
    }

    static MapleClinic open() {
        return of(json());
    }

    static MapleClinic of(String json) {
        return with(json, builder -> builder.bookingAt(URI.create("https://book.example.org/c/")));
    }

    static MapleClinic with(String json, UnaryOperator<CareletBuilder> configuration) {
        return new MapleClinic(json, configuration);
    }

    /** Returns another clinic, mounted in the same way. */
    static MapleClinic from(Path fileOrFolder) {
        return new MapleClinic(FileSource.of(fileOrFolder, CatalogReader.withSamples()));
    }

    static String json() {
        try (InputStream file = MapleClinic.class.getResourceAsStream("clinic.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void publish(String newJson) {
        json = newJson;
        carelet.reload();
    }

    Reply get(String target) {
        return get(target, Map.of());
    }

    Reply get(String target, Map<String, String> headers) {
        return ask("GET", target, headers);
    }

    Reply ask(String method, String target, Map<String, String> headers) {
        int question = target.indexOf('?');
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getMethod()).thenReturn(method);
        when(request.getContextPath()).thenReturn("/app");
        when(request.getServletPath()).thenReturn("/carelet");
        when(request.getPathInfo()).thenReturn(question < 0 ? target : target.substring(0, question));
        when(request.getQueryString()).thenReturn(question < 0 ? null : target.substring(question + 1));
        headers.forEach((name, value) -> when(request.getHeader(name)).thenReturn(value));
        return handler.handle(new Exchange(request, Entrance.ofContainer()));
    }

    String html(String target) {
        return text(get(target));
    }

    static String text(Reply reply) {
        if (!"gzip".equals(reply.headers().get("Content-Encoding"))) {
            return new String(reply.body(), StandardCharsets.UTF_8);
        }
        try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
            return new String(packed.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Source implements CatalogSource {

        @Override
        public CatalogReading read() {
            return read(List.of(new CatalogFile("clinic.json", json.getBytes(StandardCharsets.UTF_8))));
        }

        @Override
        public CatalogReading read(List<CatalogFile> files) {
            return CatalogReader.withSamples().read(files);
        }

        @Override
        public String mark() {
            return Integer.toString(json.hashCode());
        }
    }
}
