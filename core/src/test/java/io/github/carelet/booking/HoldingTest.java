package io.github.carelet.booking;

import static io.github.carelet.booking.Lives.TUESDAY_AT_10;
import static io.github.carelet.booking.Lives.TUESDAY_AT_8;
import static io.github.carelet.booking.Lives.TUESDAY_AT_9;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.BookingOutcome.Accepted;
import io.github.carelet.booking.BookingOutcome.Refused;
import io.github.carelet.booking.HoldOutcome.Held;
import io.github.carelet.booking.HoldOutcome.NotHeld;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Location;
import io.github.carelet.schedule.Refusal;
import io.github.carelet.schedule.Slot;
import io.github.carelet.schedule.SlotDay;
import io.github.carelet.schedule.SlotFinder;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times that are held while patients fill in the form. */
class HoldingTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final Lives lives = new Lives();

    @Test
    void aHeldTimeIsNobodyElsesAndItsOwnersBooking() {
        FormToken mine = lives.token();
        assertThat(hold(mine, "jo-only", TUESDAY_AT_8)).isEqualTo(new Held(lives.now.plus(TEN_MINUTES)));
        assertThat(isListed("jo-only", TUESDAY_AT_8)).isFalse();
        assertThat(book(lives.token(), "jo-only", TUESDAY_AT_8)).isInstanceOf(Refused.class);
        assertThat(hold(lives.token(), "jo-only", TUESDAY_AT_8))
                .isInstanceOfSatisfying(HoldOutcome.Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(Refusal.SLOT_TAKEN);
                    assertThat(refused.alternatives())
                            .startsWith(new Alternative(OffsetDateTime.parse(TUESDAY_AT_9), "arcadia"));
                });
        assertThat(book(mine, "jo-only", TUESDAY_AT_8)).isInstanceOf(Accepted.class);
        assertThat(lives.store.holds()).isEmpty();
        assertThat(lives.store.messages()).hasSize(1);
    }

    @Test
    void whatHasRunOutIsFreeAtOnceAndItsOwnerIsJudgedAnew() {
        FormToken mine = lives.token();
        hold(mine, "jo-only", TUESDAY_AT_8);
        lives.now = lives.now.plus(TEN_MINUTES).minusMillis(1);
        assertThat(isListed("jo-only", TUESDAY_AT_8)).isFalse();
        lives.now = lives.now.plusMillis(1);
        assertThat(isListed("jo-only", TUESDAY_AT_8)).isTrue();
        assertThat(book(lives.token(), "jo-only", TUESDAY_AT_8))
                .as("nobody has looked after it")
                .isInstanceOf(Accepted.class);
        assertThat(book(mine, "jo-only", TUESDAY_AT_8))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.SLOT_TAKEN));
        assertThat(book(mine, "jo-only", TUESDAY_AT_9))
                .as("the form is still good")
                .isInstanceOf(Accepted.class);
    }

    @Test
    void whoComesBackLateToATimeThatNobodyTookHasItStill() {
        FormToken mine = lives.token();
        hold(mine, "jo-only", TUESDAY_AT_8);
        lives.now = lives.now.plus(Duration.ofHours(1));
        assertThat(book(mine, "jo-only", TUESDAY_AT_8)).isInstanceOf(Accepted.class);
    }

    @Test
    void pickingAnotherTimeReleasesTheFirstAndPickingAgainBeginsAnew() {
        FormToken mine = lives.token();
        hold(mine, "jo-only", TUESDAY_AT_8);
        lives.now = lives.now.plusSeconds(60);
        assertThat(hold(mine, "jo-only", TUESDAY_AT_9)).isEqualTo(new Held(lives.now.plus(TEN_MINUTES)));
        assertThat(isListed("jo-only", TUESDAY_AT_8)).isTrue();
        lives.now = lives.now.plusSeconds(60);
        assertThat(hold(mine, "jo-only", TUESDAY_AT_9)).isEqualTo(new Held(lives.now.plus(TEN_MINUTES)));
        assertThat(lives.store.holds()).hasSize(1);
    }

    @Test
    void aHoldEndsWithItsToken() {
        FormToken mine = lives.token();
        lives.now = lives.now.plus(FormTokens.LIFETIME).minusSeconds(60);
        assertThat(hold(mine, "jo-only", TUESDAY_AT_8)).isEqualTo(new Held(mine.expires()));
        lives.now = lives.now.plusSeconds(60);
        assertThat(hold(mine, "jo-only", TUESDAY_AT_8)).isEqualTo(new HoldOutcome.TokenRefused());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:45:00-08:00, TOO_SOON",
        "2027-01-25T10:00:00-08:00, TOO_FAR",
        "2026-12-01T08:01:00-08:00, CLOSED"
    })
    void whatIsNotListedIsNotHeld(String slot, Refusal refusal) {
        assertThat(hold(lives.token(), "jo-only", slot)).isEqualTo(new HoldOutcome.Refused(refusal, List.of()));
        assertThat(lives.store.holds()).isEmpty();
    }

    @Test
    void aTypeThatTheClinicAnswersIsNotHeldButItsTimesAreJudged() {
        assertThat(hold(lives.token(), "ask", TUESDAY_AT_8)).isEqualTo(new NotHeld());
        lives.slot("ask", TUESDAY_AT_8);
        assertThat(hold(lives.token(), "ask", TUESDAY_AT_8)).isInstanceOf(HoldOutcome.Refused.class);
    }

    @Test
    void aTokenThatIsNoneOrSpentHoldsNothingAndAStoreThatIsDownSaysSo() {
        FormToken spent = lives.token();
        book(spent, "jo-only", TUESDAY_AT_8);
        assertThat(hold(spent, "jo-only", TUESDAY_AT_9)).isEqualTo(new HoldOutcome.TokenRefused());
        assertThat(lives.desk.hold("none", request("jo-only", TUESDAY_AT_9))).isEqualTo(new HoldOutcome.TokenRefused());
        FormToken good = lives.token();
        lives.store.breakDown();
        assertThat(hold(good, "jo-only", TUESDAY_AT_9)).isEqualTo(new HoldOutcome.Unavailable());
    }

    @Test
    void aMachineThatHoldsAllItCanLeavesMostOfEveryDayAndKeepsNobodyFromBooking() {
        List<SlotDay> before = days();
        int tried = 0;
        int held = 0;
        for (SlotDay day : before) {
            for (Slot slot : day.slots()) {
                tried++;
                held += hold(lives.token(), "jo-only", slot.start().toString()) instanceof Held ? 1 : 0;
            }
        }
        List<SlotDay> after = days();
        int emptied = 0;
        int open = 0;
        for (int i = 0; i < before.size(); i++) {
            open += before.get(i).size() > 0 ? 1 : 0;
            emptied += before.get(i).size() > 0 && after.get(i).size() == 0 ? 1 : 0;
        }
        System.out.println(emptied + " of " + open + " days emptied by a machine that held " + held + " of " + tried
                + " times; control: one booking after another empties a day");
        assertThat(emptied).isZero();
        assertThat(held).isEqualTo(3 * open);
        Slot left = after.get(8).slots().get(0);
        assertThat(hold(lives.token(), "jo-only", left.start().toString())).isEqualTo(new NotHeld());
        assertThat(book(lives.token(), "jo-only", left.start().toString())).isInstanceOf(Accepted.class);
        days().get(8)
                .slots()
                .forEach(slot -> book(lives.token(), "jo-only", slot.start().toString()));
        assertThat(days().get(8).size()).as("the control").isZero();
    }

    @Test
    void anOfferThatHasRunOutIsNotInTheWayOfAnybody() {
        Receipt receipt = lives.wish("jo-only", "2026-12-01/any");
        Receipt other = lives.slot("jo-only", TUESDAY_AT_10);
        lives.propose(receipt, Duration.ofHours(1), TUESDAY_AT_8, TUESDAY_AT_9);
        assertThat(book(lives.token(), "jo-only", TUESDAY_AT_8)).isInstanceOf(Refused.class);
        lives.now = lives.now.plus(Duration.ofHours(1));
        assertThat(isListed("jo-only", TUESDAY_AT_8)).isTrue();
        assertThat(book(lives.token(), "jo-only", TUESDAY_AT_8)).isInstanceOf(Accepted.class);
        assertThat(lives.booking(receipt).status()).isEqualTo(BookingStatus.EXPIRED);
        assertThat(lives.reschedule(other, "slot", TUESDAY_AT_9)).isEqualTo(new ChangeOutcome.Changed());
    }

    @Test
    void whoMovesABookingIsNotKeptFromATimeWhoseHoldHasRunOut() {
        Receipt receipt = lives.slot("jo-only", TUESDAY_AT_10);
        hold(lives.token(), "jo-only", TUESDAY_AT_8);
        assertThat(lives.reschedule(receipt, "slot", TUESDAY_AT_8)).isInstanceOf(ChangeOutcome.Refused.class);
        lives.now = lives.now.plus(TEN_MINUTES);
        assertThat(lives.reschedule(receipt, "slot", TUESDAY_AT_8)).isEqualTo(new ChangeOutcome.Changed());
        assertThat(lives.store.holds()).isEmpty();
    }

    @Test
    void whoLooksAfterBookingsEndsHoldsToo() {
        hold(lives.token(), "jo-only", TUESDAY_AT_8);
        lives.desk.lookAfter();
        assertThat(lives.store.holds()).hasSize(1);
        lives.now = lives.now.plus(TEN_MINUTES);
        lives.desk.lookAfter();
        assertThat(lives.store.holds()).isEmpty();
    }

    private List<SlotDay> days() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        return availability().find(finder("jo-only"), today, today.plusDays(30)).days();
    }

    private boolean isListed(String type, String slot) {
        OffsetDateTime start = OffsetDateTime.parse(slot);
        LocalDate day = start.toLocalDate();
        return availability().find(finder(type), day, day).days().get(0).slots().stream()
                .anyMatch(each -> each.start().toInstant().equals(start.toInstant()));
    }

    private Availability availability() {
        return new Availability(List.of(lives.store), () -> lives.now);
    }

    private SlotFinder finder(String type) {
        return SlotFinder.of(lives.catalog, type(type), arcadia());
    }

    private HoldOutcome hold(FormToken token, String type, String slot) {
        return lives.desk.hold(token.value(), request(type, slot));
    }

    private HoldRequest request(String type, String slot) {
        return new HoldRequest(type(type), arcadia(), Optional.empty(), OffsetDateTime.parse(slot));
    }

    private BookingOutcome book(FormToken token, String type, String slot) {
        return lives.desk.book(lives.form(type).with("slot", slot).submission(token), "en");
    }

    private AppointmentType type(String id) {
        return lives.catalog.appointmentType(id).orElseThrow();
    }

    private Location arcadia() {
        return lives.catalog.location("arcadia").orElseThrow();
    }
}
