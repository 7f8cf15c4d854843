package io.github.carelet.servlet.form;

import io.github.carelet.booking.Alternative;
import io.github.carelet.booking.BookingOutcome;
import io.github.carelet.booking.BookingOutcome.Accepted;
import io.github.carelet.booking.BookingOutcome.Invalid;
import io.github.carelet.booking.BookingOutcome.Mismatch;
import io.github.carelet.booking.BookingOutcome.Refused;
import io.github.carelet.booking.BookingOutcome.TokenRefused;
import io.github.carelet.booking.FieldError;
import io.github.carelet.language.Messages;
import io.github.carelet.schedule.Refusal;
import io.github.carelet.servlet.http.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why nothing was booked, as HTTP says it.
 *
 * @param status the HTTP status
 * @param code what it is called, in JSON and as {@code trouble.{code}} in the messages
 * @param errors what is wrong with which field
 * @param keepsToken whether the form's token can still be used
 * @param alternatives free times instead of the one that was picked
 */
record Failure(int status, String code, List<FieldError> errors, boolean keepsToken, List<Alternative> alternatives) {

    Failure {
        errors = List.copyOf(errors);
        alternatives = List.copyOf(alternatives);
    }

    Failure(int status, String code, List<FieldError> errors, boolean keepsToken) {
        this(status, code, errors, keepsToken, List.of());
    }

    /** Returns a failure that is not about a field, and comes before anybody looked at the token. */
    static Failure of(int status, String code) {
        return new Failure(status, code, List.of(), true);
    }

    /** Returns what went wrong, for any outcome that is not accepted. */
    static Failure of(BookingOutcome outcome) {
        if (outcome instanceof Invalid invalid) {
            return new Failure(422, "invalid", invalid.errors(), true);
        }
        if (outcome instanceof Refused refused) {
            String code = refused.refusal().code();
            int status = refused.refusal() == Refusal.SLOT_TAKEN ? 409 : 422;
            return new Failure(
                    status, code, List.of(FieldError.of(refused.field(), code)), true, refused.alternatives());
        }
        if (outcome instanceof TokenRefused refused) {
            return ofToken(refused.expired());
        }
        if (outcome instanceof Mismatch) {
            return new Failure(422, "idempotency_mismatch", List.of(), false);
        }
        if (outcome instanceof Accepted) {
            throw new IllegalArgumentException("an accepted booking is no failure");
        }
        return of(503, "unavailable");
    }

    /** Returns what is wrong with a token. */
    static Failure ofToken(boolean expired) {
        return new Failure(403, expired ? "token_expired" : "token_invalid", List.of(), false);
    }

    /** Returns whether a time that is held goes on being held, while the patient mends something else. */
    boolean renewsHold() {
        return code.equals("invalid") || code.startsWith("token_");
    }

    /** Returns the failure as a problem by RFC 9457. */
    Reply problem(Messages words) {
        Map<String, List<Map<String, String>>> more = new LinkedHashMap<>();
        if (!errors.isEmpty()) {
            more.put("errors", errors.stream().map(error -> entry(error, words)).toList());
        }
        if (status == 409) {
            more.put("alternatives", alternatives.stream().map(Failure::entry).toList());
        }
        return Reply.problem(status, code, words.text("form.trouble." + code), more);
    }

    private static Map<String, String> entry(Alternative alternative) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("start", SlotWords.value(alternative.start()));
        entry.put("location", alternative.location());
        return entry;
    }

    private static Map<String, String> entry(FieldError error, Messages words) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("field", error.field());
        entry.put("code", error.code());
        entry.put("message", Kept.message(error, words));
        return entry;
    }
}
