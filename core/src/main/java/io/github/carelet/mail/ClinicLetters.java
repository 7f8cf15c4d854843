package io.github.carelet.mail;

import io.github.carelet.booking.BookingEvent;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.mail.Letter.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the clinic is told: that something has happened, and where to look.
 *
 * @param wording in the clinic's language
 * @param inbox where its inbox is, if it has an address
 */
record ClinicLetters(Wording wording, Optional<String> inbox) {

    private static final String ALL = "booking.";

    Letter letter() {
        return new Letter(
                wording.clinic(),
                heading(),
                paragraphs(),
                facts(),
                inbox.map(address -> new Letter.Link(wording.text("mail.clinic.open"), address)),
                List.of());
    }

    private String heading() {
        String key = "mail.clinic." + wording.event().type().substring(ALL.length());
        return wording.text(wording.words().has(key) ? key : "mail.clinic.other");
    }

    private List<String> paragraphs() {
        BookingEvent event = wording.event();
        List<String> paragraphs = new ArrayList<>();
        event.until()
                .filter(by -> event.status() == BookingStatus.REQUESTED)
                .ifPresent(by -> paragraphs.add(wording.text("mail.clinic.answer", wording.time(by))));
        paragraphs.add(wording.text("mail.clinic.look"));
        return paragraphs;
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(wording.reference());
        wording.when().ifPresent(facts::add);
        wording.location()
                .ifPresent(location ->
                        facts.add(new Fact(wording.text("mail.where"), List.of(wording.say(location.name())))));
        return facts;
    }
}
