package io.github.carelet.servlet.staff;

import io.github.carelet.booking.MalformedSubmissionException;
import io.github.carelet.booking.Submission;
import io.github.carelet.privacy.UserTokens;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody at the clinic sent with a form. It counts only with a token that was made for the same user: a browser sends
 * names and cookies along with whatever any page makes it send. Where the browser says that the form came from elsewhere,
 * that decides, too.
 *
 * @param submission the fields; none if they can't be read
 * @param problem what is wrong with the form as a whole, by the end of a message's key
 * @param status the status of HTTP that says so; 200 if nothing is
 */
public record Posted(Submission submission, Optional<String> problem, int status) {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MOST_BYTES = 64 * 1024;

    /** A partner may be for some hundreds of treatments, each a box that was ticked. */
    private static final int MOST_FIELDS = 1_000;

    private static final Submission NOTHING = new Submission(Map.of());

    /**
     * Reads a form.
     *
     * @throws IOException if the client is gone
     */
    public static Posted read(Exchange exchange, User user, UserTokens tokens) throws IOException {
        if (!isForm(exchange)) {
            return new Posted(NOTHING, Optional.of("type"), 415);
        }
        Optional<byte[]> body = exchange.body(MOST_BYTES);
        if (body.isEmpty()) {
            return new Posted(NOTHING, Optional.of("large"), 413);
        }
        try {
            Submission submission = fields(exchange, body.get());
            boolean ours = !isFromElsewhere(exchange)
                    && submission
                            .first("token")
                            .filter(token -> tokens.isGood(token, user.name()))
                            .isPresent();
            return ours
                    ? new Posted(submission, Optional.empty(), 200)
                    : new Posted(submission, Optional.of("token"), 403);
        } catch (MalformedSubmissionException e) {
            return new Posted(NOTHING, Optional.of("malformed"), 400);
        }
    }

    private static boolean isForm(Exchange exchange) {
        return MediaType.of(exchange.headers("Content-Type"))
                .filter(MediaType::isUtf8)
                .filter(type -> type.name().equals(FORM))
                .isPresent();
    }

    private static boolean isFromElsewhere(Exchange exchange) {
        return exchange.header("Sec-Fetch-Site")
                .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                .isPresent();
    }

    /** A filter of the host may have read the body before us. */
    private static Submission fields(Exchange exchange, byte[] body) {
        Map<String, List<String>> consumed = body.length == 0 ? exchange.consumedForm() : Map.of();
        return consumed.isEmpty() ? Submission.ofForm(body, MOST_FIELDS) : Submission.ofFields(consumed, MOST_FIELDS);
    }
}
