package io.github.carelet.booking;

import static io.github.carelet.booking.Lives.TUESDAY_AT_10;
import static io.github.carelet.booking.Lives.TUESDAY_AT_8;
import static io.github.carelet.booking.Lives.TUESDAY_AT_9;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.booking.ChangeOutcome.Changed;
import io.github.carelet.booking.ChangeOutcome.Refused;
import io.github.carelet.schedule.Preference;
import io.github.carelet.schedule.Refusal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What patients do with their bookings after they have made them. */
class ReschedulingTest {

    private final Lives lives = new Lives();

    @Test
    void aConfirmedBookingMovesAndItsOldTimeIsFree() {
        Receipt receipt = lives.slot("jo-only", TUESDAY_AT_8);
        assertThat(lives.reschedule(receipt, "slot", TUESDAY_AT_9)).isEqualTo(new Changed());

        ManagedBooking page = lives.page(receipt);
        assertThat(page.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(page.start()).contains(OffsetDateTime.parse(TUESDAY_AT_9));
        assertThat(page.end()).contains(OffsetDateTime.parse("2026-12-01T09:45:00-08:00"));
        assertThat(page.reference()).isEqualTo(receipt.reference());
        assertThat(page.version()).isEqualTo(2);
        assertThat(lives.events()).containsExactly("booking.confirmed confirmed", "booking.rescheduled confirmed");
        assertThat(lives.slot("jo-only", TUESDAY_AT_8).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void theSamePatientMayAskForTheOldTimeAgain() {
        Forms form = lives.form("jo-only").with("slot", TUESDAY_AT_8);
        Receipt receipt = lives.book(form);
        lives.reschedule(receipt, "slot", TUESDAY_AT_9);
        assertThat(lives.book(form).reference()).isNotEqualTo(receipt.reference());
    }

    @Test
    void aBookingIsNotInItsOwnWay() {
        Receipt receipt = lives.slot("jo-only", TUESDAY_AT_8);
        assertThat(lives.reschedule(receipt, "slot", "2026-12-01T08:30:00-08:00"))
                .isEqualTo(new Changed());
        assertThat(lives.page(receipt).start()).contains(OffsetDateTime.parse("2026-12-01T08:30:00-08:00"));
    }

    @Test
    void aTimeThatSomebodyHasIsRefusedWithOthersAndNothingChanges() {
        Receipt first = lives.slot("jo-only", TUESDAY_AT_8);
        Receipt second = lives.slot("jo-only", TUESDAY_AT_10);
        Refused refused = (Refused) lives.reschedule(second, "slot", TUESDAY_AT_8);
        assertThat(refused.refusal()).isEqualTo(Refusal.SLOT_TAKEN);
        assertThat(refused.field()).isEqualTo("slot");
        assertThat(refused.alternatives()).isNotEmpty();
        assertThat(lives.page(second).start()).contains(OffsetDateTime.parse(TUESDAY_AT_10));
        assertThat(lives.page(second).version()).isEqualTo(1);
        assertThat(lives.page(first).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "slot, 2026-11-23T11:00:00-08:00, TOO_SOON",
        "slot, 2027-03-01T11:00:00-08:00, TOO_FAR",
        "slot, 2026-12-01T08:07:00-08:00, CLOSED",
        "preferred, 2026-11-29/any, CLOSED",
        "preferred, 2027-03-01/any, TOO_FAR"
    })
    void theRulesOfANewBookingHold(String field, String value, Refusal refusal) {
        Receipt receipt = lives.slot("room", TUESDAY_AT_8);
        assertThat(lives.reschedule(receipt, field, value))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    @Test
    void wishesLeadBackToTheClinicAndFreeTheTime() {
        Receipt receipt = lives.slot("jo-only", TUESDAY_AT_8);
        assertThat(lives.reschedule(receipt, "preferred", "2026-12-02/morning", "2026-12-03/any"))
                .isEqualTo(new Changed());
        ManagedBooking page = lives.page(receipt);
        assertThat(page.status()).isEqualTo(BookingStatus.REQUESTED);
        assertThat(page.start()).isEmpty();
        assertThat(page.preferred())
                .containsExactly(Preference.parse("2026-12-02/morning"), Preference.parse("2026-12-03/any"));
        assertThat(page.answerBy()).contains(lives.now.plus(Duration.ofDays(1)));
        assertThat(lives.events()).endsWith("booking.rescheduled requested");
        assertThat(lives.slot("jo-only", TUESDAY_AT_8).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void aRequestMovesWithItsPlaceAndStaysARequest() {
        Receipt receipt = lives.slot("ask", TUESDAY_AT_8);
        assertThat(lives.reschedule(receipt, "slot", TUESDAY_AT_10)).isEqualTo(new Changed());
        assertThat(lives.page(receipt).status()).isEqualTo(BookingStatus.REQUESTED);
        Receipt wish = lives.wish("room", "2026-12-01/any");
        assertThat(lives.reschedule(wish, "slot", TUESDAY_AT_10)).isEqualTo(new Changed());
        assertThat(lives.page(wish).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void movingToAnotherLocationIsMoving() {
        Receipt receipt = lives.slot("room", TUESDAY_AT_8);
        Submission move = Forms.empty()
                .with("slot", TUESDAY_AT_8)
                .with("location", "london")
                .submission(lives.token());
        assertThat(lives.desk.reschedule(receipt.manageToken(), move)).isEqualTo(new Changed());
        assertThat(lives.page(receipt).location()).isEqualTo("london");
        Submission nowhere = Forms.empty()
                .with("slot", TUESDAY_AT_8)
                .with("location", "mars")
                .submission(lives.token());
        assertThat(lives.desk.reschedule(receipt.manageToken(), nowhere))
                .isEqualTo(new ChangeOutcome.Invalid(List.of(FieldError.of("location", "unknown"))));
    }

    @Test
    void theSameMoveAgainChangesNothing() {
        Receipt receipt = lives.slot("room", TUESDAY_AT_8);
        Submission move = Forms.empty().with("slot", TUESDAY_AT_9).submission(lives.token());
        assertThat(lives.desk.reschedule(receipt.manageToken(), move)).isEqualTo(new Changed());
        assertThat(lives.desk.reschedule(receipt.manageToken(), move)).isEqualTo(new Changed());
        assertThat(lives.page(receipt).version()).isEqualTo(2);
        assertThat(lives.events()).hasSize(2);
    }

    @Test
    void badFormsAreRefusedByFieldAndBadTokensFirst() {
        Receipt receipt = lives.slot("room", TUESDAY_AT_8);
        assertThat(lives.reschedule(receipt, "slot", "soon"))
                .isEqualTo(new ChangeOutcome.Invalid(List.of(FieldError.of("slot", "invalid"))));
        assertThat(lives.reschedule(receipt, "givenName", "Eve"))
                .isEqualTo(new ChangeOutcome.Invalid(
                        List.of(FieldError.of("preferred", "required"), FieldError.of("givenName", "undeclared"))));
        Submission bare = Forms.empty().with("slot", TUESDAY_AT_9).submission();
        assertThat(lives.desk.reschedule(receipt.manageToken(), bare)).isEqualTo(new ChangeOutcome.TokenRefused(false));
        assertThat(lives.desk.accept(receipt.manageToken(), bare)).isEqualTo(new ChangeOutcome.TokenRefused(false));
        assertThat(lives.desk.reschedule(
                        "x".repeat(32), Forms.empty().with("slot", TUESDAY_AT_9).submission(lives.token())))
                .isEqualTo(new ChangeOutcome.Unknown());
    }

    @ParameterizedTest
    @EnumSource(BookingStatus.class)
    void onlyAnOpenBookingMoves(BookingStatus status) {
        Receipt receipt = lives.slot("room", TUESDAY_AT_8);
        lives.store.put(lives.booking(receipt).changedTo(status, lives.now));
        boolean open = Cancellation.isPossible(status);
        assertThat(lives.page(receipt).reschedulable()).isEqualTo(open);
        assertThat(lives.reschedule(receipt, "slot", TUESDAY_AT_9))
                .isEqualTo(open ? new Changed() : new ChangeOutcome.NotPossible(status));
    }

    @Test
    void whatHasBegunDoesNotMove() {
        Receipt receipt = lives.slot("room", TUESDAY_AT_8);
        lives.now = Lives.instant(TUESDAY_AT_8);
        assertThat(lives.page(receipt).reschedulable()).isFalse();
        assertThat(lives.reschedule(receipt, "slot", "2026-12-04T08:00:00-08:00"))
                .isEqualTo(new ChangeOutcome.NotPossible(BookingStatus.CONFIRMED));
    }

    @Test
    void aSuspectMovesLikeARequestAndTellsNobodyAndTakesNothing() {
        Receipt receipt =
                lives.book(lives.form("ask").with("slot", TUESDAY_AT_8).with("website", "x"));
        assertThat(lives.reschedule(receipt, "slot", TUESDAY_AT_9)).isEqualTo(new Changed());
        assertThat(lives.page(receipt).status()).isEqualTo(BookingStatus.REQUESTED);
        assertThat(lives.booking(receipt).status()).isEqualTo(BookingStatus.SUSPECT);
        assertThat(lives.cancel(receipt)).isEqualTo(new Changed());
        assertThat(lives.store.messages()).isEmpty();
        assertThat(lives.slot("ask", TUESDAY_AT_9).status()).isEqualTo(BookingStatus.REQUESTED);
    }

    @Test
    void aCancelledBookingFreesItsTime() {
        Receipt receipt = lives.slot("jo-only", TUESDAY_AT_8);
        assertThat(lives.cancel(receipt)).isEqualTo(new Changed());
        assertThat(lives.slot("jo-only", TUESDAY_AT_8).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void anotherChangeInBetweenIsReadAgain() {
        Receipt receipt = lives.slot("room", TUESDAY_AT_8);
        lives.store.loseNext(3);
        assertThat(lives.reschedule(receipt, "slot", TUESDAY_AT_9)).isEqualTo(new Changed());
        assertThat(lives.page(receipt).version()).isEqualTo(5);
        lives.store.loseNext(100);
        assertThat(lives.reschedule(receipt, "slot", TUESDAY_AT_10)).isEqualTo(new ChangeOutcome.Unavailable());
        lives.store.breakDown();
        assertThat(lives.reschedule(receipt, "slot", TUESDAY_AT_10)).isEqualTo(new ChangeOutcome.Unavailable());
    }

    @Test
    void aLinkLivesAsLongAsIsSaid() {
        Receipt receipt = lives.slot("room", TUESDAY_AT_8);
        BookingDesk brief = lives.desk.withLinksFor(Duration.ZERO);
        assertThat(brief.find(receipt.manageToken())).isPresent();
        lives.cancel(receipt);
        assertThat(brief.find(receipt.manageToken())).isEmpty();
        assertThat(lives.desk.find(receipt.manageToken())).isPresent();
        assertThatThrownBy(() -> lives.desk.withLinksFor(Duration.ofDays(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-24H");
    }

    @Test
    void aLinkLeadsNowhereNinetyDaysAfterTheEnd() {
        Receipt over = lives.slot("room", TUESDAY_AT_8);
        Receipt open = lives.wish("room", "2026-12-01/any");
        Receipt cancelled = lives.slot("room", TUESDAY_AT_10);
        lives.cancel(cancelled);
        lives.now = lives.now.plus(Duration.ofDays(90)).minusMillis(1);
        assertThat(lives.desk.find(cancelled.manageToken())).isPresent();
        lives.now = lives.now.plusMillis(1);
        assertThat(lives.desk.find(cancelled.manageToken())).isEmpty();
        assertThat(lives.desk.find(over.manageToken())).isPresent();
        lives.now = lives.now.plus(Duration.ofDays(10));
        assertThat(lives.desk.find(over.manageToken())).isEmpty();
        assertThat(lives.cancel(over)).isEqualTo(new ChangeOutcome.Unknown());
        assertThat(lives.desk.find(open.manageToken())).isPresent();
        assertThat(lives.store.findByReference(over.reference()))
                .as("the booking itself")
                .isPresent();
        assertThat(Optional.of(lives.page(open).late())).contains(true);
    }
}
