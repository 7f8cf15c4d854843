package io.github.carelet.servlet.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.delivery.Attempt;
import io.github.carelet.delivery.MessageStatus;
import java.util.Locale;
import java.util.Optional;

/** Puts into words what became of messages. */
record SentWords(Visit visit, Clocks clocks) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns a message in words. */
    Sent sent(MessageStatus status) {
        String code = status.state().name().toLowerCase(Locale.ROOT);
        boolean waits = status.state() == MessageStatus.State.DUE || status.state() == MessageStatus.State.RETRYING;
        String at = waits
                ? visit.text("staff.sent.next", clocks.at(status.next()))
                : status.attempts().stream()
                        .reduce((earlier, later) -> later)
                        .map(last -> clocks.at(last.at()))
                        .orElse("");
        Optional<String> again = status.state() == MessageStatus.State.UNDER_WAY
                        || status.state() == MessageStatus.State.DUE
                ? Optional.empty()
                : Optional.of(visit.href("deliveries/" + status.message().id() + "/replay"));
        return new Sent(
                event(status.message().payload()),
                visit.text(
                        "staff.sent.where",
                        status.message().kind(),
                        status.message().destination()),
                new State("sent-" + code, visit.text("staff.sent." + code)),
                at,
                status.attempts().stream().map(this::attempt).toList(),
                again);
    }

    private String attempt(Attempt attempt) {
        String key = "staff.attempt." + attempt.outcome().name().toLowerCase(Locale.ROOT);
        String what = attempt.outcome() == Attempt.Outcome.REPLAYED
                ? visit.text(key, attempt.node())
                : visit.text(key, attempt.detail());
        return visit.text("staff.time.at", clocks.at(attempt.at()), what);
    }

    /** Every payload says which event it tells of, and no payload says anything of a patient. */
    private static String event(String payload) {
        try {
            return JSON.readTree(payload).path("type").asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
