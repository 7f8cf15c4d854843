package io.github.carelet.booking;

import static io.github.carelet.booking.Lives.TUESDAY_AT_10;
import static io.github.carelet.booking.Lives.TUESDAY_AT_8;
import static io.github.carelet.booking.Lives.TUESDAY_AT_9;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.booking.ClinicOutcome.Done;
import io.github.carelet.booking.ClinicOutcome.Invalid;
import io.github.carelet.booking.ClinicOutcome.NotPossible;
import io.github.carelet.booking.ClinicOutcome.Outdated;
import io.github.carelet.booking.ClinicOutcome.Refused;
import io.github.carelet.booking.ContactAttempt.Result;
import io.github.carelet.booking.ContactAttempt.Way;
import io.github.carelet.schedule.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the front desk does all day besides answering requests. */
class DeskDayTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Lives lives = new Lives();

    private ClinicAction saying(Receipt receipt, String note) {
        return new ClinicAction(receipt.reference(), lives.booking(receipt).version(), "Kim", Optional.of(note));
    }

    private Booking done(ClinicOutcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).booking();
    }

    @Test
    void aNoteIsInTheHistoryAndNothingElseChangesAndNobodyIsTold() {
        Receipt receipt = lives.slot("ask", TUESDAY_AT_8);
        Booking before = lives.booking(receipt);
        List<String> events = lives.events();
        Booking after = done(lives.clinic.note(saying(receipt, "Wants the quiet room.")));
        assertThat(after).isEqualTo(before.changedTo(before.status(), before.timing(), lives.now));
        assertThat(after.dueAt()).as("the answer is still due").isEqualTo(before.dueAt());
        assertThat(lives.clinic.history(after).get(1))
                .isEqualTo(new HistoryEntry(
                        2,
                        lives.now,
                        "Kim",
                        BookingStatus.REQUESTED,
                        Optional.of("Wants the quiet room."),
                        HistoryEntry.Kind.NOTE,
                        Optional.empty()));
        assertThat(lives.events()).isEqualTo(events);
    }

    @Test
    void whoNotesSomethingMakesAnOlderPageOutdated() {
        Receipt receipt = lives.slot("ask", TUESDAY_AT_8);
        ClinicAction seenBefore = lives.by(receipt);
        done(lives.clinic.note(saying(receipt, "Called: can't come.")));
        assertThat(lives.clinic.confirm(seenBefore)).isEqualTo(new Outdated());
        assertThat(lives.clinic.note(seenBefore)).isEqualTo(new Outdated());
    }

    @Test
    void aNoteHasSomethingToSayAndAnEnd() {
        Receipt receipt = lives.slot("ask", TUESDAY_AT_8);
        ClinicAction silent = new ClinicAction(receipt.reference(), 1, "Kim", Optional.empty());
        assertThat(lives.clinic.note(silent)).isEqualTo(new Invalid(FieldError.of("note", "required")));
        assertThat(lives.clinic.note(saying(receipt, "x".repeat(2001))))
                .isEqualTo(new Invalid(new FieldError("note", "too_long", List.of("2000"))));
        assertThat(lives.clinic.note(saying(receipt, "a\u0000b")))
                .isEqualTo(new Invalid(FieldError.of("note", "invalid")));
        done(lives.clinic.note(saying(receipt, "x".repeat(2000))));
    }

    @ParameterizedTest
    @CsvSource({
        "626-555-0123,,yes, PHONE, VOICEMAIL_LEFT,",
        "626-555-0123,,, PHONE, VOICEMAIL_LEFT, result not_allowed",
        "626-555-0123,,, PHONE, NO_ANSWER,",
        "626-555-0123,,, PHONE, WRONG_NUMBER,",
        "626-555-0123,,, EMAIL, REACHED, way unknown",
        "626-555-0123,ada@example.org,yes, EMAIL, VOICEMAIL_LEFT, result invalid",
        "626-555-0123,ada@example.org,, EMAIL, REACHED,"
    })
    void anAttemptToReachThePatientIsKeptIfThePatientAllowsIt(
            String phone, String email, String message, Way way, Result result, String error) {
        Forms form = lives.form("ask").with("slot", TUESDAY_AT_8).with("phone", phone);
        Receipt receipt = lives.book(form.with(
                        "email", Optional.ofNullable(email).stream().toArray(String[]::new))
                .with("mayLeaveMessage", Optional.ofNullable(message).stream().toArray(String[]::new)));
        ContactAttempt attempt = new ContactAttempt(way, result);
        ClinicOutcome outcome = lives.clinic.contact(lives.by(receipt), attempt);
        if (error == null) {
            assertThat(lives.clinic.history(done(outcome)).get(1).contact()).contains(attempt);
        } else {
            String[] words = error.split(" ");
            assertThat(outcome).isEqualTo(new Invalid(FieldError.of(words[0], words[1])));
        }
    }

    @Test
    void aBookingIsMarkedWithTheNumberThatItHasElsewhere() {
        Receipt receipt = lives.slot("ask", TUESDAY_AT_8);
        Booking after = done(lives.clinic.recorded(lives.by(receipt), " MRN 0042 "));
        HistoryEntry entry = lives.clinic.history(after).get(1);
        assertThat(entry.kind()).isEqualTo(HistoryEntry.Kind.RECORDED);
        assertThat(entry.note()).contains("MRN 0042");
        assertThat(lives.clinic.recorded(lives.by(receipt), " "))
                .isEqualTo(new Invalid(FieldError.of("number", "required")));
    }

    private static Forms call(String type) {
        return Forms.empty()
                .with("type", type)
                .with("location", "arcadia")
                .with("givenName", "Grace")
                .with("familyName", "Caller")
                .with("phone", "626-555-0124");
    }

    private ClinicOutcome enter(Forms form) {
        return lives.clinic.enter(form.submission(), "Kim", "es");
    }

    @Test
    void whoCallsIsEnteredAndHasTheTimeAtOnce() {
        Booking booking = done(enter(call("ask").with("slot", TUESDAY_AT_8)));
        assertThat(booking.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(booking.source()).isEqualTo(BookingSource.PHONE);
        assertThat(booking.start()).contains(OffsetDateTime.parse(TUESDAY_AT_8));
        assertThat(booking.language()).isEqualTo("es");
        assertThat(lives.clinic.find(booking.reference())).contains(booking);
        assertThat(lives.clinic.history(booking))
                .extracting(HistoryEntry::actor)
                .containsExactly("Kim");
        assertThat(lives.events()).containsExactly("booking.confirmed confirmed");
        assertThat(enter(call("ask").with("givenName", "Other").with("slot", TUESDAY_AT_8)))
                .isEqualTo(new Refused(Refusal.SLOT_TAKEN));
    }

    @Test
    void whoCallsWithWishesIsARequestThatIsDueLikeAnyOther() {
        Forms wishes = call("ask").with("preferred", "2026-12-01/morning", "2026-12-02/any");
        Booking booking = done(enter(wishes));
        assertThat(booking.status()).isEqualTo(BookingStatus.REQUESTED);
        assertThat(booking.dueAt())
                .isEqualTo(lives.booking(lives.slot("ask", TUESDAY_AT_9)).dueAt());
        assertThat(enter(wishes)).as("pressed twice").isEqualTo(new Refused(Refusal.DUPLICATE));
    }

    @Test
    void theClinicMayEnterWhatPatientsMayNotAndIsWarned() {
        ClinicOutcome sunday = enter(call("ask").with("slot", "2026-11-29T05:55:00-08:00"));
        assertThat(((Done) sunday).warning()).contains(Refusal.CLOSED);
        ClinicOutcome soon = enter(call("room").with("slot", "2026-11-23T11:00:00-08:00"));
        assertThat(((Done) soon).warning()).contains(Refusal.TOO_SOON);
        ClinicOutcome usual = enter(call("person").with("slot", TUESDAY_AT_8));
        assertThat(((Done) usual).warning()).isEmpty();
        assertThat(enter(call("room").with("slot", "2026-11-23T09:00:00-08:00")))
                .as("over")
                .isEqualTo(new Refused(Refusal.TOO_SOON));
    }

    @Test
    void everyFieldThatIsWrongIsSaid() {
        Forms wrong =
                call("ask").with("phone", "12").with("location", "nowhere").with("website", "x");
        assertThat(((Invalid) enter(wrong)).errors())
                .extracting(each -> each.field() + " " + each.code())
                .containsExactlyInAnyOrder(
                        "location unknown", "preferred required", "phone invalid", "website undeclared");
        assertThatThrownBy(() -> lives.clinic.enter(call("ask").submission(), "patient", "en"))
                .hasMessageContaining("nobody at the clinic");
        lives.store.breakDown();
        assertThat(enter(call("ask").with("slot", TUESDAY_AT_8))).isEqualTo(new ClinicOutcome.Unavailable());
    }

    @Test
    void aPatientWhoSaysSoOnThePhoneHasAcceptedAnOffer() {
        Receipt receipt = lives.wish("jo-only", "2026-12-01/any");
        assertThat(lives.clinic.accept(lives.by(receipt), Lives.instant(TUESDAY_AT_9)))
                .isEqualTo(new NotPossible(BookingStatus.REQUESTED));
        done(lives.propose(receipt, DAY, TUESDAY_AT_8, TUESDAY_AT_9));
        assertThat(lives.clinic.accept(lives.by(receipt), Lives.instant(TUESDAY_AT_10)))
                .isEqualTo(new Invalid(FieldError.of("offer", "unknown")));
        Booking after = done(lives.clinic.accept(lives.by(receipt), Lives.instant(TUESDAY_AT_9)));
        assertThat(after.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(lives.page(receipt).start()).contains(OffsetDateTime.parse(TUESDAY_AT_9));
        lives.slot("jo-only", TUESDAY_AT_8);
    }

    @Test
    void anOfferThatHasRunOutIsNotAccepted() {
        Receipt receipt = lives.wish("jo-only", "2026-12-01/any");
        done(lives.propose(receipt, DAY, TUESDAY_AT_8));
        ClinicAction action = lives.by(receipt);
        lives.now = lives.now.plus(DAY);
        assertThat(lives.clinic.accept(action, Lives.instant(TUESDAY_AT_8))).isEqualTo(new Outdated());
        assertThat(lives.booking(receipt).status()).isEqualTo(BookingStatus.EXPIRED);
    }

    @Test
    void theClinicMovesAVisitAndTheOldTimeIsFree() {
        Receipt receipt = lives.slot("jo-only", TUESDAY_AT_8);
        Receipt other = lives.slot("jo-only", TUESDAY_AT_9);
        assertThat(lives.clinic.reschedule(lives.by(receipt), Lives.instant(TUESDAY_AT_9)))
                .as("never over somebody else")
                .isEqualTo(new Refused(Refusal.SLOT_TAKEN));
        Instant sunday = Lives.instant("2026-11-29T09:00:00-08:00");
        ClinicOutcome moved = lives.clinic.reschedule(lives.by(receipt), sunday, Optional.of("london"));
        assertThat(((Done) moved).warning()).contains(Refusal.CLOSED);
        assertThat(lives.booking(receipt).location()).isEqualTo("london");
        assertThat(lives.events()).endsWith("booking.rescheduled confirmed");
        done(lives.clinic.reschedule(lives.by(other), Lives.instant(TUESDAY_AT_8)));
        assertThat(lives.clinic.reschedule(lives.by(other), Lives.instant(TUESDAY_AT_9), Optional.of("nowhere")))
                .isEqualTo(new Invalid(FieldError.of("location", "unknown")));
        Receipt asked = lives.slot("ask", TUESDAY_AT_8);
        assertThat(lives.clinic.reschedule(lives.by(asked), Lives.instant(TUESDAY_AT_9)))
                .isEqualTo(new NotPossible(BookingStatus.REQUESTED));
    }

    @Test
    void aTimeCanBeTriedBeforeItIsTaken() {
        Receipt receipt = lives.wish("jo-only", "2026-12-01/any");
        lives.slot("jo-only", TUESDAY_AT_8);
        assertThat(lives.clinic.check(receipt.reference(), Lives.instant(TUESDAY_AT_8)))
                .isEqualTo(new TimeCheck(Optional.of(Refusal.SLOT_TAKEN), Optional.empty()));
        assertThat(lives.clinic.check(receipt.reference(), Lives.instant(TUESDAY_AT_9)))
                .isEqualTo(new TimeCheck(Optional.empty(), Optional.empty()));
        assertThat(lives.clinic.check(receipt.reference(), Lives.instant("2026-11-29T09:00:00-08:00")))
                .isEqualTo(new TimeCheck(Optional.empty(), Optional.of(Refusal.CLOSED)));
        assertThat(lives.booking(receipt).version()).isEqualTo(1);
    }

    @Test
    void whatOnlyACalendarSaysIsTakenTheClinicMayHaveButNobodyElse() {
        BookingDesk busy = lives.desk.withTakenTimes(List.of((taken, question) -> question.resources()
                .forEach(each ->
                        taken.take(each, question.time().from(), question.time().until()))));
        Receipt first = lives.wish("jo-only", "2026-12-01/any");
        Receipt second = lives.wish("jo-only", "2026-12-01/any");
        Instant start = Lives.instant(TUESDAY_AT_8);
        assertThat(busy.book(lives.form("jo-only").with("slot", TUESDAY_AT_8).submission(lives.token()), "en"))
                .as("a patient")
                .isInstanceOf(BookingOutcome.Refused.class);
        assertThat(busy.clinic().check(first.reference(), start))
                .isEqualTo(new TimeCheck(Optional.empty(), Optional.of(Refusal.SLOT_TAKEN)));
        assertThat(((Done) busy.clinic().confirm(lives.by(first), start)).warning())
                .contains(Refusal.SLOT_TAKEN);
        assertThat(busy.clinic().confirm(lives.by(second), start))
                .as("over a booking")
                .isEqualTo(new Refused(Refusal.SLOT_TAKEN));
    }

    @Test
    void whatWasDeclinedByMistakeIsARequestAgainWithItsTime() {
        Receipt receipt = lives.slot("ask", TUESDAY_AT_8);
        done(lives.clinic.decline(lives.by(receipt)));
        done(lives.clinic.note(saying(receipt, "wrong button")));
        Booking back = done(lives.clinic.undo(lives.by(receipt)));
        assertThat(back.status()).isEqualTo(BookingStatus.REQUESTED);
        assertThat(back.dueAt()).isPresent();
        assertThat(lives.events()).endsWith("booking.declined declined", "booking.requested requested");
        assertThat(enter(call("ask").with("slot", TUESDAY_AT_8))).isEqualTo(new Refused(Refusal.SLOT_TAKEN));
        assertThat(lives.clinic.undo(lives.by(receipt)))
                .as("what was taken back is not taken back again")
                .isEqualTo(new NotPossible(BookingStatus.REQUESTED));
    }

    @Test
    void whatWasCalledOffComesBackOnlyWhileItsTimeIsFree() {
        Receipt receipt = lives.slot("jo-only", TUESDAY_AT_8);
        Receipt other = lives.slot("jo-only", TUESDAY_AT_9);
        done(lives.clinic.cancel(lives.by(receipt)));
        done(lives.clinic.cancel(lives.by(other)));
        lives.slot("jo-only", TUESDAY_AT_9);
        assertThat(done(lives.clinic.undo(lives.by(receipt))).status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(lives.clinic.undo(lives.by(other))).isEqualTo(new Refused(Refusal.SLOT_TAKEN));
    }

    @Test
    void whetherThePatientCameIsTakenBackQuietly() {
        Receipt receipt = lives.slot("jo-only", TUESDAY_AT_8);
        lives.now = Lives.instant(TUESDAY_AT_8);
        done(lives.clinic.noShow(lives.by(receipt)));
        assertThat(done(lives.clinic.undo(lives.by(receipt))).status()).isEqualTo(BookingStatus.CONFIRMED);
        done(lives.clinic.arrive(lives.by(receipt)));
        done(lives.clinic.complete(lives.by(receipt)));
        assertThat(done(lives.clinic.undo(lives.by(receipt))).status()).isEqualTo(BookingStatus.ARRIVED);
        assertThat(lives.events()).endsWith("booking.undone arrived");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the patient", "too late", "nothing", "confirmed"})
    void whatIsNotSafeIsNotTakenBack(String why) {
        Receipt receipt = lives.slot("ask", TUESDAY_AT_8);
        switch (why) {
            case "the patient" -> lives.cancel(receipt);
            case "too late" -> {
                done(lives.clinic.decline(lives.by(receipt)));
                lives.now = lives.now.plus(DAY);
            }
            case "confirmed" -> done(lives.clinic.confirm(lives.by(receipt)));
            default -> assertThat(lives.booking(receipt).version()).isEqualTo(1);
        }
        assertThat(lives.clinic.undo(lives.by(receipt)))
                .isEqualTo(new NotPossible(lives.booking(receipt).status()));
    }

    @Test
    void notesDoNotUseUpTheRoundsOfAProposal() {
        Receipt receipt = lives.wish("ask", "2026-12-01/any");
        for (int round = 0; round < ClinicDesk.MAX_ROUNDS; round++) {
            done(lives.propose(receipt, DAY, TUESDAY_AT_8));
            done(lives.clinic.note(saying(receipt, "no answer yet")));
            assertThat(lives.booking(receipt).offers()).as("still offered").hasSize(1);
        }
        assertThat(lives.propose(receipt, DAY, TUESDAY_AT_8)).isInstanceOf(Invalid.class);
    }
}
