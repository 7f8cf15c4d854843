package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.ConsentKind;
import io.github.carelet.booking.ContactAttempt;
import io.github.carelet.booking.HistoryEntry;
import io.github.carelet.booking.OpenedBooking;
import io.github.carelet.booking.Submission;
import io.github.carelet.servlet.staff.BookingPage.AnswerForm;
import io.github.carelet.servlet.staff.BookingPage.DeedForm;
import io.github.carelet.servlet.staff.BookingPage.SayingForm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the forms of a booking's page: those that its state allows, with what was typed before. */
record BookingForms(Visit visit, Carelet carelet, OpenedBooking opened, Optional<Tried> tried) {

    private static final Submission NOTHING = new Submission(Map.of());
    private static final List<String> REASONS = List.of("full", "elsewhere", "referral", "unreachable", "duplicate");

    /** Returns the form to settle a time, if there is one to be settled. */
    Optional<AnswerForm> answer() {
        BookingStatus status = booking().status();
        boolean moves = status == BookingStatus.CONFIRMED;
        boolean settles = status != BookingStatus.SUSPECT && status.canBecome(BookingStatus.CONFIRMED);
        if (!moves && !settles) {
            return Optional.empty();
        }
        Submission typed = typed(Deed.CONFIRM, Deed.PROPOSE, Deed.OFFER, Deed.RESCHEDULE);
        Deed first = moves ? Deed.RESCHEDULE : Deed.CONFIRM;
        FreeTimes free = new FreeTimes(
                visit, carelet.publication().catalog(), carelet.availability().orElseThrow());
        return Optional.of(new AnswerForm(
                visit.text("staff.answer." + status.code()),
                action(first),
                visit.text(
                        settles && booking().seat().isPresent()
                                ? "staff.submit.confirm.asked"
                                : "staff.submit." + first.code()),
                second(status),
                free.choices(booking(), !moves, typed),
                tried.flatMap(Tried::anyway),
                Doing.HOLDS.stream().map(hold -> until(hold, typed)).toList(),
                typed.first("note").orElse(""),
                moves && typed.fields().isEmpty()));
    }

    private Optional<BookingPage.Second> second(BookingStatus status) {
        Optional<Deed> deed = switch (status) {
            case WAITLISTED -> Optional.of(Deed.OFFER);
            case REQUESTED, PROPOSED -> Optional.of(Deed.PROPOSE);
            default -> Optional.empty();
        };
        return deed.map(each -> new BookingPage.Second(action(each), visit.text("staff.submit." + each.code())));
    }

    /** Returns what is written down. */
    DeskForms desk(PatientWords patient) {
        Submission note = typed(Deed.NOTE);
        Submission contact = typed(Deed.CONTACT);
        Submission recorded = typed(Deed.RECORDED);
        return new DeskForms(
                new DeskForms.NoteForm(action(Deed.NOTE), note.first("note").orElse(""), isTried(Deed.NOTE)),
                new DeskForms.ContactForm(
                        action(Deed.CONTACT),
                        choices(ways(), "staff.way.", contact.first("way")),
                        choices(results(), "staff.result.", contact.first("result")),
                        contact.first("note").orElse(""),
                        isTried(Deed.CONTACT)),
                new DeskForms.RecordForm(
                        action(Deed.RECORDED),
                        patient.copy(),
                        opened.recordedAs(),
                        recorded.first("number").orElse(""),
                        isTried(Deed.RECORDED)));
    }

    private List<String> ways() {
        List<String> ways = new ArrayList<>();
        booking().patient().phone().ifPresent(any -> ways.add(ContactAttempt.Way.PHONE.code()));
        booking().patient().email().ifPresent(any -> ways.add(ContactAttempt.Way.EMAIL.code()));
        return ways;
    }

    /** What may not be done is not offered. */
    private List<String> results() {
        return Stream.of(ContactAttempt.Result.values())
                .filter(result -> result != ContactAttempt.Result.VOICEMAIL_LEFT
                        || booking().patient().mayLeaveMessage())
                .map(ContactAttempt.Result::code)
                .toList();
    }

    private List<Choice> choices(List<String> codes, String key, Optional<String> picked) {
        return codes.stream()
                .map(code -> new Choice(
                        code,
                        visit.text(key + code),
                        picked.filter(code::equals).isPresent()))
                .toList();
    }

    /** Returns what is done with one button. */
    List<DeedForm> deeds() {
        List<DeedForm> deeds = new ArrayList<>();
        if (booking().status() == BookingStatus.SUSPECT) {
            deeds.add(deed(Deed.RELEASE, true));
        }
        if (booking().status() == BookingStatus.CONFIRMED) {
            deeds.add(deed(Deed.ARRIVE, true));
            boolean begun = booking()
                    .start()
                    .filter(start -> !start.toInstant().isAfter(carelet.clock().instant()))
                    .isPresent();
            if (begun) {
                deeds.add(deed(Deed.NO_SHOW, false));
            }
        }
        if (booking().status() == BookingStatus.ARRIVED) {
            deeds.add(deed(Deed.COMPLETE, true));
        }
        if (isUndoable()) {
            deeds.add(deed(Deed.UNDO, false));
        }
        return deeds;
    }

    /** Returns what is done with a word about it. */
    List<SayingForm> sayings() {
        List<SayingForm> sayings = new ArrayList<>();
        if (booking().status() == BookingStatus.REQUESTED) {
            sayings.add(saying(Deed.WAITLIST, List.of()));
        }
        if (booking().status().canBecome(BookingStatus.DECLINED)) {
            sayings.add(saying(
                    Deed.DECLINE,
                    REASONS.stream()
                            .map(key -> visit.text("staff.reason." + key))
                            .toList()));
        }
        if (booking().status().canBecome(BookingStatus.CANCELLED) && booking().status() != BookingStatus.SUSPECT) {
            sayings.add(saying(Deed.CANCEL, List.of()));
        }
        if (booking().consent().holding(ConsentKind.SMS).isPresent()) {
            sayings.add(saying(Deed.REVOKE_SMS, List.of()));
        }
        if (booking().consent().holding(ConsentKind.MARKETING).isPresent()) {
            sayings.add(saying(Deed.REVOKE_MARKETING, List.of()));
        }
        return sayings;
    }

    /** What the patient was not told of, or can be told anew, can be taken back for a day. The desk has the last word. */
    private boolean isUndoable() {
        boolean state = switch (booking().status()) {
            case ARRIVED, COMPLETED, NO_SHOW, DECLINED, CANCELLED -> true;
            default -> false;
        };
        Instant since = carelet.clock().instant().minus(Duration.ofDays(1));
        return state
                && opened.history().stream()
                        .filter(entry ->
                                entry.kind() == HistoryEntry.Kind.CHANGE || entry.kind() == HistoryEntry.Kind.UNDONE)
                        .reduce((earlier, later) -> later)
                        .filter(last -> last.kind() == HistoryEntry.Kind.CHANGE)
                        .filter(last ->
                                !last.actor().equals("patient") && !last.actor().equals("system"))
                        .filter(last -> last.at().isAfter(since))
                        .isPresent();
    }

    private Booking booking() {
        return opened.booking();
    }

    private boolean isTried(Deed deed) {
        return tried.filter(each -> each.deed() == deed).isPresent();
    }

    private SayingForm saying(Deed deed, List<String> usual) {
        return new SayingForm(
                deed.code(),
                action(deed),
                visit.text("staff.deed." + deed.code()),
                visit.text("staff.submit." + deed.code()),
                visit.text("staff.say." + deed.code()),
                usual,
                typed(deed).first("note").orElse(""),
                isTried(deed));
    }

    private DeedForm deed(Deed deed, boolean main) {
        return new DeedForm(action(deed), visit.text("staff.submit." + deed.code()), main);
    }

    private Choice until(Duration hold, Submission typed) {
        String value = hold.toString();
        boolean picked = typed.first("until").map(value::equals).orElse(hold.equals(Doing.HOLDS.get(2)));
        return new Choice(value, visit.text("staff.until." + value.toLowerCase(Locale.ROOT)), picked);
    }

    private String action(Deed deed) {
        return visit.booking(booking().reference()) + "/" + deed.code() + "#top";
    }

    private Submission typed(Deed... deeds) {
        return tried.filter(each -> List.of(deeds).contains(each.deed()))
                .map(Tried::typed)
                .orElse(NOTHING);
    }
}
