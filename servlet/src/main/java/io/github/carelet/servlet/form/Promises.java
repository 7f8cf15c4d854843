package io.github.carelet.servlet.form;

import io.github.carelet.language.Messages;
import java.time.Duration;
import java.util.List;

/** Says what happens with a request, before it is sent. */
record Promises(Visitor visitor, RequestPages.Asked asked, Entered entered) {

    /**
     * Returns it in sentences.
     *
     * @param settles whether the time is settled as soon as the form is sent
     */
    List<String> sentences(boolean settles) {
        Messages words = visitor.words();
        boolean picks = entered.settles() ? entered.has("slot") : entered.way(asked.type()) == View.Way.TIMES;
        String answer = answerWithin(words, visitor.catalog().clinic().answerWithin());
        if (settles) {
            SlotWords inWords =
                    new SlotWords(words, asked.type(), asked.location().timeZone());
            return entered.heldUntil()
                    .map(until -> inWords.time(until.atZone(inWords.zone()).toOffsetDateTime()))
                    .map(until -> List.of(
                            words.text("form.promise.held", until, words.zone(inWords.zone())),
                            words.text("form.promise.held.late")))
                    .orElseGet(() -> List.of(words.text("form.promise.booked")));
        }
        return picks ? List.of(answer, words.text("form.promise.kept")) : List.of(answer);
    }

    /** Returns how soon the clinic answers, as a sentence. */
    static String answerWithin(Messages words, Duration within) {
        long hours = Math.max(1, within.toHours());
        return hours % 24 == 0
                ? words.count("form.answer.days", (int) (hours / 24))
                : words.count("form.answer.hours", (int) hours);
    }
}
