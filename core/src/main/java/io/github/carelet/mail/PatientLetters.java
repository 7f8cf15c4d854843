package io.github.carelet.mail;

import io.github.carelet.booking.BookingEvent;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.language.Messages.Sentence;
import io.github.carelet.mail.Letter.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What patients are told.
 *
 * @param wording in their language
 * @param link where they see and change their booking, if it has an address
 */
record PatientLetters(Wording wording, Optional<String> link) {

    Letter letter() {
        return new Letter(wording.clinic(), heading(), paragraphs(), facts(), action(), notes());
    }

    private BookingEvent event() {
        return wording.event();
    }

    private String heading() {
        if (event().isReminder()) {
            return wording.text("mail.reminder");
        }
        if (event().type().equals("booking.rescheduled")) {
            boolean confirmed = event().status() == BookingStatus.CONFIRMED;
            return wording.text(confirmed ? "mail.moved.confirmed" : "mail.moved.requested");
        }
        return wording.text("form.status." + shown().code());
    }

    /** Whoever waits and gets an offer is told of the offer. */
    private BookingStatus shown() {
        return event().offers().isEmpty() ? event().status() : BookingStatus.PROPOSED;
    }

    private List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        if (shown() == BookingStatus.REQUESTED) {
            paragraphs.add(event().until()
                    .map(by -> wording.text("form.next.requested", wording.day(by)))
                    .orElseGet(() -> wording.text("form.next.suspect")));
            paragraphs.add(wording.text(
                    event().start().isPresent() ? "form.next.requested.kept" : "form.next.requested.hold"));
        } else {
            paragraphs.add(wording.text("form.next." + shown().code()));
        }
        if (event().isReminder()) {
            paragraphs.add(wording.text("mail.reminder.text"));
        }
        if (!event().offers().isEmpty()) {
            event().until().ifPresent(until -> paragraphs.add(wording.text("mail.until", wording.time(until))));
        }
        return paragraphs;
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(wording.reference());
        List<String> offers = event().offers().stream().map(wording::time).toList();
        if (offers.isEmpty()) {
            wording.when().ifPresent(facts::add);
        } else {
            facts.add(new Fact(wording.text("mail.offers"), offers));
        }
        wording.where().ifPresent(facts::add);
        facts.add(new Fact(
                wording.text("mail.phone"),
                List.of(wording.phone().display()),
                Optional.of(wording.phone().link().href())));
        return facts;
    }

    private Optional<Letter.Link> action() {
        return link.map(address -> new Letter.Link(wording.text("mail.manage"), address));
    }

    private List<Sentence> notes() {
        String change = link.isPresent()
                ? wording.text("mail.private")
                : wording.text("mail.by.phone", wording.phone().display());
        List<Sentence> notes = new ArrayList<>();
        notes.add(wording.note(change));
        notes.addAll(wording.emergency());
        notes.add(wording.note(wording.text("mail.automatic")));
        return notes;
    }
}
