package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.BookingDesk.Identity;
import io.github.carelet.booking.BookingOutcome.Accepted;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.delivery.Message;
import io.github.carelet.delivery.MessageStatus;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.SqlStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who takes back that they may be sent text messages gets none about another booking of theirs; others do as before. */
public abstract class RevocationContract {

    private static final String PHONE = "626-555-0142";

    private final Catalog catalog = Clinics.catalog();
    private Instant now = Lives.NOW;
    private int days;

    /** Returns the storage under test, empty at the start of each test. */
    protected abstract SqlStorage storage();

    private BookingDesk desk(BookingStore store) {
        return BookingDesk.of(
                        () -> catalog,
                        store,
                        () -> now,
                        new Identity(KeyRing.ephemeral(), new SecureRandom(), List.of("clinic")))
                .findingPatientsIn(storage().inbox());
    }

    private Receipt book(BookingDesk desk, String name, String phone, String email, String born) {
        return book(desk, form(name, phone, email, born));
    }

    private Receipt book(BookingDesk desk, Forms form) {
        return ((Accepted) desk.book(form.submission(desk.issueToken(Optional.empty())), "en")).receipt();
    }

    private Forms form(String name, String phone, String email, String born) {
        return Forms.asking()
                .with("preferred", "2026-12-0" + (1 + days++ % 5) + "/any")
                .with("givenName", name)
                .with("phone", phone)
                .with("email", email)
                .with("birthDate", born)
                .with("smsConsent", "sms-1");
    }

    private ChangeOutcome revoke(BookingDesk desk, Receipt receipt) {
        return desk.revoke(
                receipt.manageToken(), Forms.empty().with("what", "sms").submission(desk.issueToken(Optional.empty())));
    }

    private Booking booking(Receipt receipt) {
        return storage().bookings().findByReference(receipt.reference()).orElseThrow();
    }

    private boolean holds(Receipt receipt) {
        return booking(receipt).consent().holding(ConsentKind.SMS).isPresent();
    }

    private List<HistoryEntry> revocations(Receipt receipt) {
        return storage().bookings().history(booking(receipt).id()).stream()
                .filter(each -> each.kind() == HistoryEntry.Kind.SMS_REVOKED)
                .toList();
    }

    @Test
    void whatAPatientTakesBackIsTakenBackInAllTheirBookingsAndInNobodyElses() {
        BookingDesk desk = desk(storage().bookings());
        Receipt first = book(desk, "Ada", PHONE, "ada@example.org", "1957-10-04");
        List<Receipt> same = List.of(
                book(desk, "ADA", PHONE, "", "1957-10-04"), book(desk, "Áda", "626-555-0177", "Ada@Example.org", ""));
        List<Receipt> others = List.of(
                book(desk, "Sam", PHONE, "ada@example.org", ""),
                book(desk, "Ada", PHONE, "", "1999-01-02"),
                book(desk, "Ada", "626-555-0188", "other@example.org", "1957-10-04"));
        desk.clinic().decline(new ClinicAction(same.get(0).reference(), 1, "Kim", Optional.of("moved away")));
        now = now.plusSeconds(60);

        assertThat(revoke(desk, first)).isInstanceOf(ChangeOutcome.Changed.class);

        long stillSent = same.stream().filter(this::holds).count();
        long control = others.stream().filter(this::holds).count();
        System.out.println("other bookings of a patient that still allow text messages: " + stillSent + " of "
                + same.size() + "; control, those of others: " + control + " of " + others.size());
        assertThat(stillSent).isZero();
        assertThat(control).isEqualTo(others.size());
        for (Receipt each : List.of(first, same.get(0), same.get(1))) {
            assertThat(revocations(each)).singleElement().satisfies(entry -> {
                assertThat(entry.actor()).isEqualTo("patient");
                assertThat(entry.at()).isEqualTo(now);
            });
            assertThat(storage().audit().about(each.reference(), 10))
                    .extracting(entry -> entry.event().detail())
                    .contains("sms_revoked");
            assertThat(storage().outbox().about(booking(each).id()))
                    .extracting(MessageStatus::message)
                    .extracting(Message::payload)
                    .anyMatch(payload -> payload.contains("booking.consent_revoked"));
        }
        assertThat(booking(same.get(0)).status()).isEqualTo(BookingStatus.DECLINED);
    }

    @Test
    void aMachineUnderSomebodysNameTakesNothingBackForThem() {
        BookingDesk desk = desk(storage().bookings());
        Receipt ada = book(desk, "Ada", PHONE, "", "");
        Receipt machine = book(desk, form("Ada", PHONE, "", "").with("website", "https://spam.example.org"));
        assertThat(booking(machine).status()).isEqualTo(BookingStatus.SUSPECT);

        assertThat(revoke(desk, machine)).isInstanceOf(ChangeOutcome.Changed.class);

        assertThat(holds(machine)).isFalse();
        assertThat(holds(ada)).isTrue();
        assertThat(storage().outbox().about(booking(ada).id()))
                .extracting(MessageStatus::message)
                .extracting(Message::payload)
                .noneMatch(payload -> payload.contains("booking.consent_revoked"));
    }

    @Test
    void whatIsAgreedToAfterwardsIsNotTakenBackByTheSameFormAgain() {
        BookingDesk desk = desk(storage().bookings());
        Receipt first = book(desk, "Ada", PHONE, "", "");
        revoke(desk, first);
        now = now.plus(Duration.ofDays(1));
        Receipt anew = book(desk, "Ada", PHONE, "", "");

        assertThat(revoke(desk, first)).isInstanceOf(ChangeOutcome.Changed.class);
        assertThat(holds(anew)).isTrue();
        assertThat(revocations(first)).hasSize(1);
    }

    @Test
    void theDeskTakesItBackEverywhereUnlessItWasTooLate() {
        BookingDesk desk = desk(storage().bookings());
        Receipt first = book(desk, "Ada", PHONE, "", "");
        Receipt second = book(desk, "Ada", PHONE, "", "");
        desk.clinic().note(new ClinicAction(first.reference(), 1, "Sam", Optional.of("called")));
        ClinicAction late = new ClinicAction(first.reference(), 1, "Kim", Optional.of("rang at noon"));

        assertThat(desk.clinic().revoke(late, ConsentKind.SMS)).isInstanceOf(ClinicOutcome.Outdated.class);
        assertThat(List.of(holds(first), holds(second))).containsOnly(true);

        ClinicAction action = new ClinicAction(first.reference(), 2, "Kim", Optional.of("rang at noon"));
        assertThat(desk.clinic().revoke(action, ConsentKind.SMS)).isInstanceOf(ClinicOutcome.Done.class);
        for (Receipt each : List.of(first, second)) {
            assertThat(revocations(each)).singleElement().satisfies(entry -> {
                assertThat(entry.actor()).isEqualTo("Kim");
                assertThat(entry.note()).contains("rang at noon");
            });
        }
    }

    /** What is asked for goes last, so that it can be asked for again. */
    @Test
    void whatCameBetweenIsReadAgainAndWhatBrokeOffCanBeDoneAgain() {
        AtomicInteger changes = new AtomicInteger();
        BookingStore breaking = (BookingStore) Proxy.newProxyInstance(
                BookingStore.class.getClassLoader(),
                new Class<?>[] {BookingStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("tryChange")) {
                        switch (changes.incrementAndGet()) {
                            case 1:
                                return BookingStore.Change.OUTDATED;
                            case 3:
                                throw new StoreUnavailableException("planted", new IllegalStateException("planted"));
                            default:
                        }
                    }
                    try {
                        return method.invoke(storage().bookings(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        BookingDesk desk = desk(breaking);
        Receipt first = book(desk, "Ada", PHONE, "", "");
        Receipt second = book(desk, "Ada", PHONE, "", "");

        assertThat(revoke(desk, first)).isInstanceOf(ChangeOutcome.Unavailable.class);
        assertThat(List.of(holds(first), holds(second))).containsExactly(true, false);
        assertThat(revoke(desk, first)).isInstanceOf(ChangeOutcome.Changed.class);
        assertThat(List.of(holds(first), holds(second))).containsOnly(false);
        assertThat(revocations(second)).hasSize(1);
    }
}
