package io.github.carelet.booking;

import static io.github.carelet.booking.Lives.TUESDAY_AT_10;
import static io.github.carelet.booking.Lives.TUESDAY_AT_8;
import static io.github.carelet.booking.Lives.TUESDAY_AT_9;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.booking.ChangeOutcome.Changed;
import io.github.carelet.booking.ClinicOutcome.Done;
import io.github.carelet.booking.ClinicOutcome.Invalid;
import io.github.carelet.booking.ClinicOutcome.NotPossible;
import io.github.carelet.booking.ClinicOutcome.Outdated;
import io.github.carelet.booking.ClinicOutcome.Refused;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.schedule.Preference;
import io.github.carelet.schedule.Refusal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the clinic does with bookings, and what its patients and others notice of it. */
class ClinicDeskTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Lives lives = new Lives();

    @Test
    void aRequestWithATimeIsConfirmedAtThatTime() {
        Receipt receipt = lives.slot("ask", TUESDAY_AT_8);
        assertThat(lives.clinic.confirm(lives.by(receipt))).isEqualTo(new Done(lives.booking(receipt)));
        assertThat(lives.page(receipt).status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(lives.events()).containsExactly("booking.requested requested", "booking.confirmed confirmed");
        assertThat(lives.clinic.history(lives.booking(receipt)).get(1))
                .isEqualTo(new HistoryEntry(2, lives.now, "Kim", BookingStatus.CONFIRMED, Optional.of("said so")));
    }

    @Test
    void aRequestWithWishesIsConfirmedAtAnyTimeThatNobodyElseHas() {
        Receipt taken = lives.slot("ask", TUESDAY_AT_8);
        Receipt receipt = lives.wish("ask", "2026-12-01/morning");
        assertThat(lives.clinic.confirm(lives.by(receipt))).isEqualTo(new Invalid(FieldError.of("start", "required")));
        assertThat(lives.clinic.confirm(lives.by(receipt), Lives.instant("2026-12-01T08:30:00-08:00")))
                .isEqualTo(new Refused(Refusal.SLOT_TAKEN));
        assertThat(lives.clinic.confirm(lives.by(receipt), lives.now.minusSeconds(60)))
                .isEqualTo(new Refused(Refusal.TOO_SOON));
        assertThat(lives.clinic.confirm(lives.by(receipt), Lives.instant("2026-11-29T05:55:00-08:00")))
                .as("a Sunday, off the steps")
                .isInstanceOf(Done.class);
        assertThat(lives.page(receipt).start()).contains(OffsetDateTime.parse("2026-11-29T05:55:00-08:00"));
        assertThat(lives.page(taken).version()).isEqualTo(1);
    }

    @Test
    void aTimeBeyondTheWindowHasTheOffsetThatTheLocationHasThen() {
        Receipt receipt = lives.wish("person", "2026-12-01/morning");
        lives.clinic.confirm(lives.by(receipt), Lives.instant("2027-07-01T16:00:00Z"));
        assertThat(lives.page(receipt).start()).contains(OffsetDateTime.parse("2027-07-01T09:00:00-07:00"));
        Receipt other = lives.wish("jo-only", "2026-12-01/morning");
        assertThat(lives.clinic.confirm(lives.by(other), Lives.instant("2027-07-01T16:45:00Z")))
                .as("jo cleans up until ten")
                .isEqualTo(new Refused(Refusal.SLOT_TAKEN));
        assertThat(lives.clinic.confirm(lives.by(other), Lives.instant("2027-07-01T17:00:00Z")))
                .isInstanceOf(Done.class);
    }

    @Test
    void ofTwoWhoActOnTheSameVersionOneIsTold() {
        Receipt receipt = lives.slot("ask", TUESDAY_AT_8);
        ClinicAction first = lives.by(receipt);
        assertThat(lives.clinic.confirm(first)).isInstanceOf(Done.class);
        assertThat(lives.clinic.decline(first)).isEqualTo(new Outdated());
        lives.store.loseNext(1);
        assertThat(lives.clinic.cancel(lives.by(receipt))).isEqualTo(new Outdated());
        assertThat(lives.clinic.cancel(new ClinicAction("XXXX-XXXX", 1, "Kim", Optional.empty())))
                .isEqualTo(new ClinicOutcome.Unknown());
        ClinicAction last = lives.by(receipt);
        lives.store.breakDown();
        assertThat(lives.clinic.cancel(last)).isEqualTo(new ClinicOutcome.Unavailable());
    }

    @Test
    void offeredTimesAreHeldForThePatientWhoTakesOneAndTheOthersAreFree() {
        Receipt receipt = lives.slot("jo-only", TUESDAY_AT_8);
        lives.reschedule(receipt, "preferred", "2026-12-01/any");
        assertThat(lives.propose(receipt, DAY, TUESDAY_AT_8, TUESDAY_AT_9, TUESDAY_AT_10))
                .isInstanceOf(Done.class);
        ManagedBooking page = lives.page(receipt);
        assertThat(page.status()).isEqualTo(BookingStatus.PROPOSED);
        assertThat(page.start()).isEmpty();
        assertThat(page.offers())
                .extracting(OffsetDateTime::toString)
                .containsExactly("2026-12-01T08:00-08:00", "2026-12-01T09:00-08:00", "2026-12-01T10:00-08:00");
        assertThat(page.offersUntil()).contains(lives.now.plus(DAY));
        assertThat(isFree("jo-only", TUESDAY_AT_10)).isFalse();

        assertThat(lives.accept(receipt, "2026-12-01T11:00:00-08:00"))
                .isEqualTo(new ChangeOutcome.Invalid(List.of(FieldError.of("offer", "unknown"))));
        assertThat(lives.accept(receipt, "2026-12-01T17:00:00Z")).isEqualTo(new Changed());
        assertThat(lives.accept(receipt, TUESDAY_AT_9)).as("once more").isEqualTo(new Changed());
        assertThat(lives.accept(receipt, TUESDAY_AT_8))
                .isEqualTo(new ChangeOutcome.NotPossible(BookingStatus.CONFIRMED));
        assertThat(lives.page(receipt).start()).contains(OffsetDateTime.parse(TUESDAY_AT_9));
        assertThat(lives.page(receipt).offers()).isEmpty();
        assertThat(lives.events()).endsWith("booking.proposed proposed", "booking.confirmed confirmed");
        assertThat(isFree("jo-only", TUESDAY_AT_9)).isFalse();
        assertThat(isFree("jo-only", TUESDAY_AT_10)).isTrue();
    }

    @Test
    void whatWasPromisedIsHadAlthoughTheRulesHaveChangedSince() {
        Receipt receipt = lives.wish("room", "2026-12-01/any");
        Receipt other = lives.slot("room", TUESDAY_AT_8);
        assertThat(lives.propose(receipt, DAY, TUESDAY_AT_8)).isInstanceOf(Done.class);
        Catalog before = lives.catalog;
        lives.catalog = new Catalog(
                before.clinic(),
                before.locations(),
                before.conditions(),
                before.treatments(),
                before.practitioners(),
                before.articles(),
                List.of());
        assertThat(lives.accept(receipt, TUESDAY_AT_8)).isEqualTo(new Changed());
        assertThat(lives.page(receipt).reschedulable()).isFalse();
        assertThat(lives.reschedule(other, "slot", TUESDAY_AT_9))
                .isEqualTo(new ChangeOutcome.NotPossible(BookingStatus.CONFIRMED));
    }

    @Test
    void aProposalMustBeSound() {
        Receipt receipt = lives.wish("ask", "2026-12-01/any");
        assertThat(lives.propose(receipt, DAY)).isEqualTo(new Invalid(FieldError.of("starts", "required")));
        assertThat(lives.propose(receipt, DAY, TUESDAY_AT_8, TUESDAY_AT_8))
                .isEqualTo(new Invalid(FieldError.of("starts", "invalid")));
        assertThat(lives.propose(receipt, Duration.ZERO, TUESDAY_AT_8))
                .isEqualTo(new Invalid(FieldError.of("until", "invalid")));
        assertThat(lives.propose(receipt, DAY.multipliedBy(8), TUESDAY_AT_8))
                .isEqualTo(new Invalid(FieldError.of("until", "invalid")));
        assertThat(lives.propose(receipt, DAY, TUESDAY_AT_8, TUESDAY_AT_9, TUESDAY_AT_10, "2026-12-01T11:00:00-08:00"))
                .isEqualTo(new Invalid(new FieldError("starts", "too_many", List.of("3"))));
        assertThat(lives.propose(receipt, DAY, TUESDAY_AT_8, "2026-12-01T08:30:00-08:00"))
                .as("one room can't be held for both")
                .isEqualTo(new Refused(Refusal.SLOT_TAKEN));
        assertThat(lives.page(receipt).status()).isEqualTo(BookingStatus.REQUESTED);
    }

    @Test
    void thereAreThreeRoundsAndEachFreesWhatTheOneBeforeHeld() {
        Receipt receipt = lives.wish("ask", "2026-12-01/any");
        for (String start : List.of(TUESDAY_AT_8, TUESDAY_AT_9, TUESDAY_AT_10)) {
            assertThat(lives.propose(receipt, DAY, start)).isInstanceOf(Done.class);
        }
        assertThat(isFree("ask", TUESDAY_AT_8)).isTrue();
        assertThat(isFree("ask", TUESDAY_AT_10)).isFalse();
        assertThat(lives.propose(receipt, DAY, TUESDAY_AT_8))
                .isEqualTo(new Invalid(new FieldError("round", "too_many", List.of("3"))));
        assertThat(lives.clinic.decline(lives.by(receipt))).isInstanceOf(Done.class);
        assertThat(isFree("ask", TUESDAY_AT_10)).isTrue();
    }

    @Test
    void aProposalThatRunsOutIsExpiredWhenReadAndSweptOnce() {
        Receipt receipt = lives.wish("ask", "2026-12-01/any");
        lives.propose(receipt, DAY, TUESDAY_AT_8);
        lives.now = lives.now.plus(DAY).minusMillis(1);
        assertThat(lives.desk.lookAfter()).isZero();
        assertThat(lives.page(receipt).offers()).hasSize(1);
        lives.now = lives.now.plusMillis(1);
        assertThat(lives.page(receipt).status()).isEqualTo(BookingStatus.EXPIRED);
        assertThat(lives.page(receipt).offers()).isEmpty();
        assertThat(lives.page(receipt).cancellable()).isFalse();
        assertThat(lives.booking(receipt).status())
                .as("reading changes nothing")
                .isEqualTo(BookingStatus.PROPOSED);
        assertThat(lives.desk.lookAfter()).isEqualTo(1);
        assertThat(lives.desk.lookAfter()).isZero();
        assertThat(lives.booking(receipt).status()).isEqualTo(BookingStatus.EXPIRED);
        assertThat(lives.events()).endsWith("booking.expired expired");
        assertThat(isFree("ask", TUESDAY_AT_8)).isTrue();
    }

    @Test
    void whoActsOnOffersThatRanOutIsRefusedEvenBeforeTheSweep() {
        Receipt receipt = lives.wish("ask", "2026-12-01/any");
        lives.propose(receipt, DAY, TUESDAY_AT_8);
        ClinicAction late = lives.by(receipt);
        lives.now = lives.now.plus(DAY);
        assertThat(lives.clinic.confirm(late, Lives.instant(TUESDAY_AT_8))).isEqualTo(new Outdated());
        assertThat(lives.accept(receipt, TUESDAY_AT_8)).isEqualTo(new ChangeOutcome.NotPossible(BookingStatus.EXPIRED));
    }

    @Test
    void whoWaitsIsOfferedATimeAndGoesOnWaitingWhenThatRunsOut() {
        Receipt receipt = lives.slot("ask", TUESDAY_AT_8);
        assertThat(lives.clinic.offer(lives.by(receipt), Lives.instants(TUESDAY_AT_9), lives.now.plus(DAY)))
                .isEqualTo(new NotPossible(BookingStatus.REQUESTED));
        assertThat(lives.clinic.waitlist(lives.by(receipt))).isInstanceOf(Done.class);
        assertThat(lives.page(receipt).preferred()).containsExactly(Preference.parse("2026-12-01/morning"));
        assertThat(isFree("ask", TUESDAY_AT_8)).isTrue();
        lives.clinic.offer(lives.by(receipt), Lives.instants(TUESDAY_AT_9), lives.now.plus(DAY));
        assertThat(lives.page(receipt).offers()).hasSize(1);
        assertThat(isFree("ask", TUESDAY_AT_9)).isFalse();
        lives.now = lives.now.plus(DAY);
        assertThat(lives.accept(receipt, TUESDAY_AT_9))
                .isEqualTo(new ChangeOutcome.NotPossible(BookingStatus.WAITLISTED));
        assertThat(isFree("ask", TUESDAY_AT_9)).isTrue();
        lives.clinic.offer(lives.by(receipt), Lives.instants(TUESDAY_AT_10), lives.now.plus(DAY));
        assertThat(lives.accept(receipt, TUESDAY_AT_10)).isEqualTo(new Changed());
        assertThat(lives.page(receipt).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void aRequestThatNobodyAnswersIsEscalatedOnceAndNeverExpires() {
        Receipt receipt = lives.slot("ask", TUESDAY_AT_8);
        Receipt answered = lives.slot("ask", TUESDAY_AT_10);
        lives.clinic.confirm(lives.by(answered));
        lives.now = lives.page(receipt).answerBy().orElseThrow();
        assertThat(lives.page(receipt).late()).isTrue();
        assertThat(lives.desk.lookAfter()).isEqualTo(1);
        assertThat(lives.events()).endsWith("booking.unanswered requested");
        lives.now = lives.now.plus(Duration.ofDays(400));
        assertThat(lives.desk.lookAfter()).isZero();
        assertThat(lives.page(receipt).status()).isEqualTo(BookingStatus.REQUESTED);
        assertThat(lives.page(receipt).late()).isTrue();
        assertThat(lives.page(receipt).answerBy()).isEmpty();
    }

    @Test
    void aSuspectIsLateLikeARequestButTellsNobodyUntilItIsReleased() {
        Receipt receipt =
                lives.book(lives.form("ask").with("slot", TUESDAY_AT_8).with("website", "x"));
        lives.now = lives.now.plus(DAY.multipliedBy(2));
        assertThat(lives.desk.lookAfter()).isEqualTo(1);
        assertThat(lives.page(receipt).late()).isTrue();
        assertThat(lives.events()).isEmpty();
        assertThat(lives.clinic.release(lives.by(receipt))).isInstanceOf(Done.class);
        assertThat(lives.page(receipt).late()).isFalse();
        assertThat(lives.events()).containsExactly("booking.requested requested");
        assertThat(isFree("ask", TUESDAY_AT_8)).isFalse();
    }

    @Test
    void aSuspectWhoseTimeIsGoneIsReleasedWithItAsAWish() {
        Receipt receipt =
                lives.book(lives.form("ask").with("slot", TUESDAY_AT_8).with("website", "x"));
        Receipt declined =
                lives.book(lives.form("ask").with("slot", TUESDAY_AT_8).with("website", "x"));
        lives.slot("ask", TUESDAY_AT_8);
        assertThat(lives.clinic.release(lives.by(receipt))).isInstanceOf(Done.class);
        assertThat(lives.page(receipt).start()).isEmpty();
        assertThat(lives.page(receipt).preferred()).containsExactly(Preference.parse("2026-12-01/morning"));
        assertThat(lives.clinic.decline(lives.by(declined))).isInstanceOf(Done.class);
        assertThat(lives.events()).hasSize(2).noneMatch(event -> event.contains("declined"));
    }

    @Test
    void aVisitArrivesAndIsCompletedOrThePatientDoesNotCome() {
        Receipt came = lives.slot("room", TUESDAY_AT_8);
        Receipt stayed = lives.slot("room", TUESDAY_AT_8);
        assertThat(lives.clinic.noShow(lives.by(stayed))).isEqualTo(new Invalid(FieldError.of("start", "too_soon")));
        lives.now = Lives.instant(TUESDAY_AT_8);
        assertThat(lives.clinic.noShow(lives.by(stayed))).isInstanceOf(Done.class);
        assertThat(lives.clinic.complete(lives.by(came))).isEqualTo(new NotPossible(BookingStatus.CONFIRMED));
        assertThat(lives.clinic.arrive(lives.by(came))).isInstanceOf(Done.class);
        assertThat(lives.clinic.complete(lives.by(came))).isInstanceOf(Done.class);
        assertThat(lives.events())
                .endsWith("booking.no_show no_show", "booking.arrived arrived", "booking.completed completed");
    }

    /** Every action in every state: what the table forbids is refused by type, and changes nothing. */
    @ParameterizedTest
    @EnumSource(BookingStatus.class)
    void theTableOfTransitionsHoldsForEveryAction(BookingStatus status) {
        Map<BookingStatus, Function<ClinicAction, ClinicOutcome>> actions = new EnumMap<>(BookingStatus.class);
        actions.put(BookingStatus.CONFIRMED, lives.clinic::confirm);
        actions.put(
                BookingStatus.PROPOSED,
                action ->
                        lives.clinic.propose(action, Lives.instants("2026-12-02T09:00:00-08:00"), lives.now.plus(DAY)));
        actions.put(BookingStatus.WAITLISTED, lives.clinic::waitlist);
        actions.put(BookingStatus.DECLINED, lives.clinic::decline);
        actions.put(BookingStatus.CANCELLED, lives.clinic::cancel);
        actions.put(BookingStatus.ARRIVED, lives.clinic::arrive);
        actions.put(BookingStatus.COMPLETED, lives.clinic::complete);
        actions.forEach((next, action) -> {
            Receipt receipt = lives.slot("person", status.ordinal() % 2 == 0 ? TUESDAY_AT_8 : TUESDAY_AT_10);
            lives.store.put(lives.booking(receipt).changedTo(status, lives.now));
            ClinicOutcome outcome = action.apply(lives.by(receipt));
            boolean repeats = status == next && next == BookingStatus.WAITLISTED;
            if (status.canBecome(next) || repeats) {
                assertThat(outcome).as(status + " to " + next).isInstanceOf(Done.class);
                assertThat(lives.booking(receipt).status()).isEqualTo(next);
            } else {
                assertThat(outcome).as(status + " to " + next).isEqualTo(new NotPossible(status));
                assertThat(lives.booking(receipt).status()).isEqualTo(status);
            }
            lives.store.put(lives.booking(receipt).changedTo(BookingStatus.CANCELLED, lives.now));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "patient", "system"})
    void nobodyAtTheClinicIsTakenForAnotherOne(String actor) {
        assertThatThrownBy(() -> new ClinicAction("K7QM-3XWD", 1, actor, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + actor + "'");
    }

    private boolean isFree(String type, String start) {
        boolean free = lives.desk.book(lives.form(type).with("slot", start).submission(lives.token()), "en")
                instanceof BookingOutcome.Accepted;
        if (free) {
            Booking last = lives.store.bookings().get(lives.store.bookings().size() - 1);
            lives.store.put(last.changedTo(BookingStatus.EXPIRED, lives.now));
        }
        return free;
    }
}
