package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingSource;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.ConsentKind;
import io.github.carelet.booking.Consents;
import io.github.carelet.booking.HistoryEntry;
import io.github.carelet.booking.OpenedBooking;
import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.language.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a booking into words for its page. */
record BookingView(Visit visit, Carelet carelet, Pages pages, OpenedBooking opened, Optional<Tried> tried) {

    /** Returns the page. */
    BookingPage page() {
        Booking booking = opened.booking();
        PatientWords patient = new PatientWords(visit, catalog(), booking);
        BookingForms forms = new BookingForms(visit, carelet, opened, tried);
        SentWords sent = new SentWords(visit, clocks());
        return new BookingPage(
                pages.shell(visit, "", visit.text("staff.booking", booking.reference())),
                tried.filter(each -> !each.isOutdated()).map(Tried::trouble),
                tried.filter(Tried::isOutdated).map(this::clash),
                done(),
                patient.name(),
                booking.reference(),
                State.of(booking.status(), visit.words()),
                when(),
                promise(),
                isLate(),
                patient.wants(),
                patient.contact(),
                facts(),
                booking.patient().isForgotten(),
                new BookingPage.Hidden(pages.token(visit), booking.version()),
                forms.answer(),
                forms.deeds(),
                forms.sayings(),
                forms.desk(patient),
                Optional.of(RightsHandler.form(visit, booking.reference()))
                        .filter(any -> visit.user().admin()),
                opened.history().stream().map(this::step).toList(),
                carelet.deliveries().orElseThrow().about(booking.id()).stream()
                        .map(sent::sent)
                        .toList());
    }

    private Optional<String> done() {
        return visit.exchange()
                .query()
                .first("done")
                .filter(code -> code.equals("entered")
                        || code.equals("forgotten")
                        || code.equals("again")
                        || Deed.of(code).isPresent())
                .map(code -> visit.text(code.equals("again") ? "staff.sent.again.done" : "staff.done." + code));
    }

    /** Returns the time that is settled, or those that are offered, or the wishes. */
    private List<String> when() {
        Booking booking = opened.booking();
        List<String> lines = new ArrayList<>();
        booking.start().ifPresent(start -> lines.add(clocks().at(start)));
        booking.offers().forEach(offer -> lines.add(visit.text("staff.when.offered", clocks().at(offer.start()))));
        booking.preferred().forEach(wish -> lines.add(Wishes.in(words(), wish)));
        return lines;
    }

    private Optional<String> promise() {
        Booking booking = opened.booking();
        if (booking.status() == BookingStatus.REQUESTED) {
            String waits = clocks().length(Duration.between(booking.createdAt(), now()));
            return Optional.of(booking.dueAt()
                    .map(due -> visit.text("staff.promise." + (isLate() ? "late" : "kept"), waits, clocks().at(due)))
                    .orElseGet(() -> visit.text("staff.promise.over", waits)));
        }
        return booking.dueAt()
                .filter(due -> !booking.offers().isEmpty())
                .map(due -> visit.text("staff.promise.offers", clocks().at(due)));
    }

    private boolean isLate() {
        Booking booking = opened.booking();
        return booking.status() == BookingStatus.REQUESTED
                && booking.dueAt().map(due -> !due.isAfter(now())).orElse(true);
    }

    private List<Fact> facts() {
        Booking booking = opened.booking();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("came", clocks().at(booking.createdAt())));
        if (booking.source() == BookingSource.PHONE) {
            facts.add(fact("source", visit.text("staff.source.phone")));
        }
        booking.partner().ifPresent(partner -> facts.add(fact("partner", partner)));
        booking.referral().source().ifPresent(source -> facts.add(fact("partner.source", source)));
        if (!booking.consent().request().version().isEmpty()) {
            facts.add(agreement("consent", booking.consent().request()));
        }
        opened.recordedAs().ifPresent(number -> facts.add(fact("recorded", number)));
        for (ConsentKind kind : ConsentKind.values()) {
            booking.consent().of(kind).ifPresent(each -> facts.add(agreement(kind.code(), each)));
        }
        if (booking.quick()) {
            facts.add(fact("quick", visit.text("staff.quick")));
        }
        return facts;
    }

    /** Returns the version, and when it was taken back; the hash of the words is its title. */
    private Fact agreement(String name, Consents.Agreement agreement) {
        String version = agreement
                .revokedAt()
                .map(at -> visit.text("staff.revoked", agreement.version(), clocks().at(at)))
                .orElse(agreement.version());
        return new Fact(
                visit.text("staff.fact." + name),
                version,
                agreement.sha256().map(sha256 -> visit.text("staff.agreed", sha256)));
    }

    private BookingPage.Step step(HistoryEntry entry) {
        String who = switch (entry.actor()) {
            case "patient" -> visit.text("staff.actor.patient");
            case "system" -> visit.text("staff.actor.system");
            default -> entry.actor();
        };
        return new BookingPage.Step(
                clocks().at(entry.at()),
                who,
                State.of(entry.status(), words()),
                what(entry),
                entry.note().orElse(""));
    }

    /** Returns what else happened than that the state changed; empty if nothing. */
    private String what(HistoryEntry entry) {
        return switch (entry.kind()) {
            case CHANGE -> "";
            case NOTE -> visit.text("staff.happened.note");
            case RECORDED, SMS_REVOKED, MARKETING_REVOKED ->
                visit.text("staff.happened." + entry.kind().code());
            case UNDONE ->
                visit.text(
                        "staff.happened.undone",
                        State.of(entry.status(), words()).word());
            case CONTACT ->
                entry.contact()
                        .map(attempt -> visit.text(
                                "staff.happened.contact",
                                visit.text("staff.way." + attempt.way().code()),
                                visit.text("staff.result." + attempt.result().code())))
                        .orElse("");
        };
    }

    private BookingPage.Clash clash(Tried mine) {
        int seen = new Doing(visit, carelet, opened.booking(), mine.typed()).version();
        List<HistoryEntry> since = opened.history().stream()
                .filter(entry -> entry.version() > seen)
                .toList();
        String who = since.isEmpty()
                ? visit.text("staff.actor.somebody")
                : step(since.get(since.size() - 1)).who();
        return new BookingPage.Clash(
                visit.text("staff.clash", who), since.stream().map(this::step).toList(), mine(mine));
    }

    /** Returns what somebody was about to do, so that nothing that they typed is lost. */
    private List<Fact> mine(Tried mine) {
        Submission typed = mine.typed();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("mine", visit.text("staff.deed." + mine.deed().code())));
        List<Instant> starts = PickedTimes.of(typed, clocks().zone()).starts();
        starts.forEach(start -> facts.add(fact("time", clocks().at(start))));
        typed.first("note").ifPresent(note -> facts.add(fact("note", note)));
        return facts;
    }

    private Fact fact(String key, String value) {
        return new Fact(visit.text("staff.fact." + key), value);
    }

    private Clocks clocks() {
        return new PatientWords(visit, catalog(), opened.booking()).clocks();
    }

    private Messages words() {
        return visit.words();
    }

    private Instant now() {
        return carelet.clock().instant();
    }

    private Catalog catalog() {
        return carelet.publication().catalog();
    }
}
