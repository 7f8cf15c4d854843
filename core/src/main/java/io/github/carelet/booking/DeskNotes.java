package io.github.carelet.booking;

import io.github.carelet.booking.ContactAttempt.Result;
import io.github.carelet.booking.ContactAttempt.Way;
import java.util.List;
import java.util.Optional;

/**
 * What the clinic writes down about a booking, besides what becomes of it.
 */
final class DeskNotes {

    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_NUMBER = 64;

    private final DeskTurn desk;

    DeskNotes(DeskTurn desk) {
        this.desk = desk;
    }

    ClinicOutcome note(ClinicAction action) {
        Optional<FieldError> error = action.note().isEmpty()
                ? Optional.of(FieldError.of("note", "required"))
                : wrongText("note", action.note(), LONGEST_NOTE);
        return append(action, HistoryEntry.Kind.NOTE, action.note(), error);
    }

    ClinicOutcome recorded(ClinicAction action, String number) {
        Optional<String> text = Optional.of(FieldText.normalized(number));
        Optional<FieldError> error = text.get().isEmpty()
                ? Optional.of(FieldError.of("number", "required"))
                : wrongText("number", text, LONGEST_NUMBER);
        return append(action, HistoryEntry.Kind.RECORDED, text, error);
    }

    ClinicOutcome acknowledge(ClinicAction action) {
        return append(action, HistoryEntry.Kind.RECORDED, Optional.empty(), Optional.empty());
    }

    private ClinicOutcome append(
            ClinicAction action, HistoryEntry.Kind kind, Optional<String> note, Optional<FieldError> error) {
        return desk.on(
                action,
                booking -> true,
                (booking, now) -> error.<ClinicOutcome>map(ClinicOutcome.Invalid::new)
                        .orElseGet(() -> desk.append(
                                booking,
                                new HistoryEntry(
                                        booking.version() + 1,
                                        now,
                                        action.actor(),
                                        booking.status(),
                                        note,
                                        kind,
                                        Optional.empty()))));
    }

    ClinicOutcome contact(ClinicAction action, ContactAttempt attempt) {
        return desk.on(
                action,
                booking -> true,
                (booking, now) -> wrong(attempt, booking.patient())
                        .or(() -> wrongText("note", action.note(), LONGEST_NOTE))
                        .<ClinicOutcome>map(ClinicOutcome.Invalid::new)
                        .orElseGet(() -> desk.append(
                                booking,
                                new HistoryEntry(
                                        booking.version() + 1,
                                        now,
                                        action.actor(),
                                        booking.status(),
                                        action.note(),
                                        HistoryEntry.Kind.CONTACT,
                                        Optional.of(attempt)))));
    }

    /** A message may be left only by phone, and only where the patient allowed it. */
    private static Optional<FieldError> wrong(ContactAttempt attempt, Patient patient) {
        Optional<String> contact = attempt.way() == Way.PHONE ? patient.phone() : patient.email();
        if (contact.isEmpty()) {
            return Optional.of(FieldError.of("way", "unknown"));
        }
        if (attempt.result() != Result.VOICEMAIL_LEFT) {
            return Optional.empty();
        }
        if (attempt.way() != Way.PHONE) {
            return Optional.of(FieldError.of("result", "invalid"));
        }
        return patient.mayLeaveMessage() ? Optional.empty() : Optional.of(FieldError.of("result", "not_allowed"));
    }

    private static Optional<FieldError> wrongText(String field, Optional<String> text, int longest) {
        if (text.filter(each -> each.codePointCount(0, each.length()) > longest).isPresent()) {
            return Optional.of(new FieldError(field, "too_long", List.of(Integer.toString(longest))));
        }
        return text.filter(FieldText::hasControlsBesidesBreaks).map(each -> FieldError.of(field, "invalid"));
    }
}
