package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.BookingDesk.Identity;
import io.github.carelet.booking.BookingOutcome.Accepted;
import io.github.carelet.booking.ContactAttempt.Result;
import io.github.carelet.booking.ContactAttempt.Way;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.SqlStorage;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What is noted about a booking that is over prolongs neither the patient's link nor what is known of the patient. */
public abstract class LinkLifeContract {

    private static final Duration TIME = Duration.ofDays(90);

    private final KeyRing keys = KeyRing.ephemeral();
    private Instant now = Lives.NOW;

    /** Returns the storage under test, empty at the start of each test. */
    protected abstract SqlStorage storage();

    private BookingDesk desk() {
        return BookingDesk.of(
                Clinics::catalog,
                storage().bookings(),
                () -> now,
                new Identity(keys, new SecureRandom(), List.of("clinic")));
    }

    private Receipt book() {
        Submission form = Forms.valid().with("smsConsent", "sms-1").submission(desk().issueToken(Optional.empty()));
        return ((Accepted) desk().book(form, "en")).receipt();
    }

    private ClinicOutcome act(Receipt receipt, BiFunction<ClinicDesk, ClinicAction, ClinicOutcome> what) {
        int version = storage()
                .bookings()
                .findByReference(receipt.reference())
                .orElseThrow()
                .version();
        return what.apply(
                desk().clinic(), new ClinicAction(receipt.reference(), version, "Kim", Optional.of("said so")));
    }

    private int forgotten() {
        return new Retention(storage().retention(), TIME, () -> now).look();
    }

    private boolean leads(Receipt receipt) {
        return desk().find(receipt.manageToken()).isPresent();
    }

    private void assertOverAt(Instant closed, Receipt receipt) {
        now = closed.plus(TIME).minusMillis(1);
        assertThat(leads(receipt)).isTrue();
        assertThat(forgotten()).isZero();
        now = closed.plus(TIME);
        assertThat(leads(receipt)).isFalse();
        assertThat(forgotten()).isEqualTo(1);
    }

    @Test
    void whatIsWrittenAfterwardsKeepsNeitherLinkNorPatient() {
        Receipt receipt = book();
        assertThat(act(receipt, ClinicDesk::decline)).isInstanceOf(ClinicOutcome.Done.class);
        Instant closed = now;
        now = closed.plus(TIME).minus(Duration.ofDays(1));
        ContactAttempt attempt = new ContactAttempt(Way.PHONE, Result.NO_ANSWER);
        assertThat(List.of(
                        act(receipt, ClinicDesk::note),
                        act(receipt, (desk, action) -> desk.contact(action, attempt)),
                        act(receipt, (desk, action) -> desk.recorded(action, "MRN-1")),
                        act(receipt, (desk, action) -> desk.revoke(action, ConsentKind.SMS))))
                .hasOnlyElementsOfType(ClinicOutcome.Done.class);

        assertOverAt(closed, receipt);
    }

    /** The control: whoever closes it again begins anew. */
    @Test
    void whatIsOpenedAndClosedAgainIsOverSinceThen() {
        Receipt receipt = book();
        act(receipt, ClinicDesk::decline);
        now = now.plus(Duration.ofHours(20));
        assertThat(act(receipt, ClinicDesk::undo)).isInstanceOf(ClinicOutcome.Done.class);
        now = now.plus(Duration.ofHours(1));
        assertThat(act(receipt, ClinicDesk::decline)).isInstanceOf(ClinicOutcome.Done.class);

        assertOverAt(now, receipt);
    }
}
