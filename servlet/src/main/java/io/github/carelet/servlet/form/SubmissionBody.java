package io.github.carelet.servlet.form;

import io.github.carelet.booking.MalformedSubmissionException;
import io.github.carelet.booking.Submission;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the body of a POST: type, then size, then what it holds. */
final class SubmissionBody {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final int MOST_BYTES = 16 * 1024;

    private SubmissionBody() {}

    /** What came of reading. */
    sealed interface Reading {

        /** The fields. */
        record Fields(Submission submission) implements Reading {}

        /** It can't be read. */
        record Unreadable(Failure failure) implements Reading {}
    }

    /** Returns whether the body is said to be JSON. */
    static boolean isJson(Exchange exchange) {
        return MediaType.of(exchange.headers("Content-Type"))
                .map(type -> type.name().equals(JSON))
                .orElse(false);
    }

    /** Reads the fields of a form or of a JSON object. */
    static Reading read(Exchange exchange) throws IOException {
        Optional<MediaType> type = MediaType.of(exchange.headers("Content-Type"))
                .filter(MediaType::isUtf8)
                .filter(each -> each.name().equals(FORM) || each.name().equals(JSON));
        if (type.isEmpty()) {
            return new Reading.Unreadable(Failure.of(415, "unsupported_type"));
        }
        Optional<byte[]> body = exchange.body(MOST_BYTES);
        if (body.isEmpty()) {
            return new Reading.Unreadable(Failure.of(413, "too_large"));
        }
        try {
            boolean json = type.get().name().equals(JSON);
            return new Reading.Fields(json ? Submission.ofJson(body.get()) : form(exchange, body.get()));
        } catch (MalformedSubmissionException e) {
            return new Reading.Unreadable(Failure.of(400, "malformed"));
        }
    }

    private static Submission form(Exchange exchange, byte[] body) {
        Map<String, List<String>> consumed = body.length == 0 ? exchange.consumedForm() : Map.of();
        return consumed.isEmpty() ? Submission.ofForm(body) : Submission.ofFields(consumed);
    }
}
