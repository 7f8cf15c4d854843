package io.github.carelet.servlet.fragment;

import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.MediaType;
import io.github.carelet.servlet.http.Query;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What comes with a search: the parameters of the URL, and of a POST the fields of its form, which stand in no log. A
 * parameter that is in both is there twice, and so invalid.
 */
final class SearchInput {

    /** The name of the words. */
    static final String WORDS = "q";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MOST_BYTES = 8 * 1024;

    private SearchInput() {}

    /** What came of reading. */
    sealed interface Reading {

        /** The parameters. */
        record Parameters(Query query) implements Reading {}

        /**
         * It can't be read.
         *
         * @param status the status of HTTP that says why
         */
        record Unreadable(int status) implements Reading {}
    }

    /** Reads a request. */
    static Reading read(Exchange exchange) throws IOException {
        if (exchange.isRead()) {
            return new Reading.Parameters(exchange.query());
        }
        if (!exchange.method().equals("POST")) {
            return new Reading.Unreadable(405);
        }
        boolean isForm = MediaType.of(exchange.headers("Content-Type"))
                .filter(MediaType::isUtf8)
                .filter(type -> type.name().equals(FORM))
                .isPresent();
        if (!isForm) {
            return new Reading.Unreadable(415);
        }
        Optional<byte[]> body = exchange.body(MOST_BYTES);
        return body.<Reading>map(bytes -> new Reading.Parameters(joined(exchange, bytes)))
                .orElseGet(() -> new Reading.Unreadable(413));
    }

    private static Query joined(Exchange exchange, byte[] body) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        Map<String, List<String>> form = body.length == 0
                ? exchange.consumedForm()
                : Query.parse(new String(body, StandardCharsets.UTF_8)).parameters();
        exchange.query().parameters().forEach((name, values) -> all.put(name, new ArrayList<>(values)));
        form.forEach((name, values) ->
                all.computeIfAbsent(name, key -> new ArrayList<>()).addAll(values));
        return new Query(all);
    }
}
