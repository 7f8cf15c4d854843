package io.github.carelet.servlet.pickup;

import io.github.carelet.servlet.http.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the token of an {@code Authorization} header, by RFC 6750; of nowhere else, for URLs and bodies are logged. */
final class Bearer {

    private static final Pattern FORM = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]{1,512}=*)");

    private Bearer() {}

    /** Returns the token; empty if there is none, or more than one header. */
    static Optional<String> token(Exchange exchange) {
        return of(exchange.headers("Authorization"));
    }

    static Optional<String> of(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(headers.get(0).strip());
        return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }
}
