package io.github.carelet.servlet.form;

import io.github.carelet.language.Messages;
import io.github.carelet.schedule.Preference;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;

/** Says when a patient wants to come, once that is chosen. */
record ChosenTimes(Messages words, RequestPages.Asked asked, Kept kept) {

    /** Returns the time that was picked, or the parts of days. */
    String inWords() {
        return kept.slot().map(this::time).orElseGet(this::parts);
    }

    private String time(OffsetDateTime start) {
        SlotWords inWords = new SlotWords(words, asked.type(), asked.location().timeZone());
        return words.text(
                "form.slots.label",
                inWords.day(start),
                inWords.time(start),
                asked.type().duration().toMinutes());
    }

    private String parts() {
        RequestTimes inWords = new RequestTimes(words, kept);
        return kept.submission().all("preferred").stream()
                .map(Preference::parse)
                .map(inWords::inWords)
                .collect(Collectors.joining("; "));
    }
}
