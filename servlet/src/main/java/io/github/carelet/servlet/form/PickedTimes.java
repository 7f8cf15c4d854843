package io.github.carelet.servlet.form;

import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.BookingOutcome;
import io.github.carelet.booking.FieldError;
import io.github.carelet.booking.HoldOutcome;
import io.github.carelet.booking.HoldRequest;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.booking.Submission;
import io.github.carelet.schedule.Preference;
import io.github.carelet.schedule.RequestRules;
import io.github.carelet.servlet.http.Query;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges and holds the times that are chosen before the rest of the form is filled in. */
record PickedTimes(BookingDesk desk, Visitor visitor, RequestPages.Asked asked) {

    private static final Logger LOG = LoggerFactory.getLogger(PickedTimes.class);
    private static final int MOST_PREFERRED = 3;

    /**
     * What came of an attempt to hold a time.
     *
     * @param token the form's token from now on
     * @param until until when it is held, if it is
     * @param failure why it can't be had, if it can't
     */
    record Attempt(String token, Optional<Instant> until, Optional<Failure> failure) {

        /** Tokens are not for logs. */
        @Override
        public String toString() {
            return "Attempt[" + until + "]";
        }
    }

    /** Returns the times that an address names. Neither is about a person. */
    static Submission named(Query query) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String name : List.of("slot", "preferred")) {
            List<String> values = query.parameters().getOrDefault(name, List.of()).stream()
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (!values.isEmpty()) {
                fields.put(name, values);
            }
        }
        return new Submission(fields);
    }

    /** Returns whether times are well formed: one that was picked, or parts of days. */
    static boolean areReadable(Kept times) {
        List<String> preferred = times.submission().all("preferred");
        int slots = times.submission().all("slot").size();
        return preferred.isEmpty()
                ? slots == 1 && times.slot().isPresent()
                : slots == 0
                        && preferred.stream().distinct().count() == preferred.size()
                        && preferred.stream().allMatch(PickedTimes::isPreference);
    }

    private static boolean isPreference(String text) {
        try {
            Preference.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns why readable times can't be asked for; empty if they can, or if nobody can say so now. Holds nothing. */
    Optional<Failure> judge(Kept times, Instant now) {
        return judge(times, "", now);
    }

    /** The same for the form with a token, whose own hold is not in its way. */
    Optional<Failure> judge(Kept times, String token, Instant now) {
        List<String> preferred = times.submission().all("preferred");
        if (times.slot().isEmpty() && preferred.isEmpty()) {
            return Optional.of(faulty(new FieldError("preferred", "required", List.of())));
        }
        if (!preferred.stream().allMatch(PickedTimes::isPreference)) {
            return Optional.of(faulty(FieldError.of("preferred", "invalid")));
        }
        if (preferred.size() > MOST_PREFERRED) {
            return Optional.of(
                    faulty(new FieldError("preferred", "too_many", List.of(Integer.toString(MOST_PREFERRED)))));
        }
        try {
            return times.slot().isPresent()
                    ? desk.judge(token, request(times)).map(PickedTimes::failure)
                    : judgePreferred(times, now);
        } catch (StoreUnavailableException e) {
            LOG.warn("The store can't be asked for a free time: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Failure> judgePreferred(Kept times, Instant now) {
        RequestRules rules = new RequestRules(asked.type(), asked.location());
        return times.submission().all("preferred").stream()
                .map(Preference::parse)
                .flatMap(preference -> rules.judge(preference, now).stream())
                .findFirst()
                .map(refusal -> Failure.of(new BookingOutcome.Refused(refusal, "preferred")));
    }

    /**
     * Holds the time that is picked in a form; parts of days are but judged. A token that does not do is replaced: nobody is
     * sent back for that.
     */
    Attempt hold(Kept form, String token, Instant now) {
        if (form.value("slot").isEmpty() && !form.value("preferred").isEmpty()) {
            return new Attempt(token, Optional.empty(), judge(form, now));
        }
        if (form.slot().isEmpty()) {
            String code = form.value("slot").isEmpty() ? "required" : "invalid";
            return new Attempt(token, Optional.empty(), Optional.of(faulty(FieldError.of("slot", code))));
        }
        HoldOutcome outcome = desk.hold(token, request(form));
        String good = outcome instanceof HoldOutcome.TokenRefused ? fresh() : token;
        return attempt(good, good.equals(token) ? outcome : desk.hold(good, request(form)));
    }

    private static Attempt attempt(String token, HoldOutcome outcome) {
        if (outcome instanceof HoldOutcome.Held held) {
            return new Attempt(token, Optional.of(held.until()), Optional.empty());
        }
        if (outcome instanceof HoldOutcome.Refused refused) {
            return new Attempt(token, Optional.empty(), Optional.of(failure(refused)));
        }
        Optional<Failure> away =
                Optional.of(Failure.of(503, "unavailable")).filter(any -> outcome instanceof HoldOutcome.Unavailable);
        return new Attempt(token, Optional.empty(), away);
    }

    private static Failure faulty(FieldError error) {
        return new Failure(422, "invalid", List.of(error), true);
    }

    private static Failure failure(HoldOutcome.Refused refused) {
        return Failure.of(new BookingOutcome.Refused(refused.refusal(), "slot", refused.alternatives()));
    }

    private HoldRequest request(Kept times) {
        return new HoldRequest(
                asked.type(),
                asked.location(),
                asked.choice().treatment().map(each -> each.id()),
                times.slot().orElseThrow());
    }

    private String fresh() {
        return visitor.freshToken(desk);
    }
}
