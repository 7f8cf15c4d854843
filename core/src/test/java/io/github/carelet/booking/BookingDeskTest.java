package io.github.carelet.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.booking.BookingDesk.Identity;
import io.github.carelet.booking.BookingOutcome.Accepted;
import io.github.carelet.booking.BookingOutcome.TokenRefused;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.delivery.Message;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.schedule.Preference;
import io.github.carelet.schedule.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookingDeskTest {

    private static final Instant START = Instant.parse("2026-11-23T18:00:00.123Z");

    private final MemoryBookingStore store = new MemoryBookingStore();
    private final KeyRing keys = KeyRing.ephemeral();
    private Instant now = START;
    private Catalog catalog = Clinics.catalog();
    private final BookingDesk desk = desk(new SecureRandom());

    private BookingDesk desk(RandomGenerator random) {
        return BookingDesk.of(() -> catalog, store, () -> now, new Identity(keys, random, List.of("clinic", "copy")));
    }

    @Test
    void aGoodSubmissionIsStoredWithWhatItSaid() {
        Submission submission = Forms.valid()
                .with("familyName", "Beispiel")
                .with("email", "ada@example.org")
                .with("preferred", "2026-12-01/morning", "2026-12-02/any")
                .submission(token(Optional.of("demo")));

        Receipt receipt = receipt(desk.book(submission, "es"));

        Booking booking = store.bookings().get(0);
        assertThat(receipt.reference()).isEqualTo(booking.reference()).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(receipt.status()).isEqualTo(BookingStatus.REQUESTED);
        assertThat(receipt.manageToken()).matches("[A-Za-z0-9_-]{32}");
        assertThat(booking.partner()).contains("demo");
        assertThat(booking.language()).isEqualTo("es");
        assertThat(booking.preferred())
                .containsExactly(Preference.parse("2026-12-01/morning"), Preference.parse("2026-12-02/any"));
        assertThat(booking.patient().phone()).contains("+16265550123");
        assertThat(booking.patient().email()).contains("ada@example.org");
        assertThat(booking.version()).isEqualTo(1);
        assertThat(booking.quick()).isFalse();
        assertThat(store.history(booking.id())).hasSize(1);
    }

    @Test
    void theWordsThatAPatientAgreedToCanBeReadAgain() {
        book(Forms.valid().with("smsConsent", "sms-1"));
        Consents consent = store.bookings().get(0).consent();

        assertThat(store.words(consent.request().sha256().orElseThrow()))
                .containsExactly(new ConsentWords("2026-11", "en", "I agree."));
        assertThat(store.words(consent.sms().orElseThrow().sha256().orElseThrow()))
                .containsExactly(new ConsentWords("sms-1", "en", "Text me."));
    }

    @Test
    void aRehearsalArrivesBooksNothingAndIsGoodForNothingElse() {
        Submission form = Forms.valid().submission(token(Optional.empty()));
        FormToken token = desk.rehearse(form);
        Submission sent = Forms.valid().submission(token);

        assertThat(desk.book(sent, "en")).isEqualTo(new BookingOutcome.Rehearsed(true));
        assertThat(desk.book(Forms.valid().with("familyName", "Other").submission(token), "en"))
                .isEqualTo(new BookingOutcome.Rehearsed(false));
        HoldRequest time = new HoldRequest(
                catalog.appointmentTypes().get(0),
                catalog.locations().get(0),
                Optional.empty(),
                START.atOffset(ZoneOffset.UTC));
        assertThat(desk.hold(token.value(), time)).isInstanceOf(HoldOutcome.TokenRefused.class);
        assertThat(desk.refer(token.value(), "page")).isEmpty();
        String changed = token.value().substring(0, token.value().length() - 4) + "AAAA";
        assertThat(desk.book(Forms.valid().submission(new FormToken(changed, token.expires())), "en"))
                .isEqualTo(new BookingOutcome.TokenRefused(false));
        now = token.expires();
        assertThat(desk.book(sent, "en")).isEqualTo(new BookingOutcome.TokenRefused(true));
        assertThat(store.bookings()).isEmpty();
        assertThat(store.messages()).isEmpty();
    }

    @Test
    void everyWebhookHearsTheThinEventAndNothingElse() {
        Receipt receipt = book(Forms.valid());

        assertThat(store.messages()).extracting(Message::destination).containsExactly("clinic", "copy");
        assertThat(store.messages()).extracting(Message::kind).containsOnly("webhook");
        assertThat(store.messages()).extracting(Message::id).allMatch(id -> id.matches("msg_[0-9a-f]{32}"));
        assertThat(store.messages()).extracting(Message::id).doesNotHaveDuplicates();
        assertThat(store.messages()).extracting(Message::payload).containsOnly("""
                {"type":"booking.requested","timestamp":"2026-11-23T18:00:10.123Z",\
                "data":{"reference":"%s","status":"requested","location":"arcadia"}}\
                """.formatted(receipt.reference()));
    }

    @Test
    void whereAPatientCameFromIsKeptAndWebhooksHearNothingOfIt() {
        FormToken token = token(Optional.of("demo"));
        String ref = desk.refer(token.value(), "spine-article").orElseThrow();
        receipt(desk.book(Forms.valid().with("ref", ref).submission(token), "en"));

        assertThat(store.bookings().get(0).referral())
                .isEqualTo(new Referral(Optional.of("demo"), Optional.of("spine-article")));
        assertThat(store.messages()).hasSize(2).extracting(Message::payload).noneMatch(text -> text.contains("spine"));
        assertThat(desk.book(Forms.valid().with("ref", ref).submission(token(Optional.of("demo"))), "en"))
                .isEqualTo(new TokenRefused(false));
    }

    @Test
    void aBookedFormAnswersAgainWhateverItNowSaysOfWhereItCameFrom() {
        FormToken token = token(Optional.of("demo"));
        String ref = desk.refer(token.value(), "spine-article").orElseThrow();
        String another =
                desk.refer(token(Optional.of("demo")).value(), "spine-article").orElseThrow();
        BookingOutcome first = desk.book(Forms.valid().with("ref", ref).submission(token), "en");

        assertThat(first).isInstanceOf(Accepted.class);
        assertThat(desk.book(Forms.valid().with("ref", another).submission(token), "en"))
                .isEqualTo(first);
        assertThat(desk.book(Forms.valid().submission(token), "en")).isEqualTo(first);
        assertThat(store.bookings()).hasSize(1);
        now = START.plus(Duration.ofDays(400));
        FormToken spent = token(Optional.of("demo"));
        assertThat(desk.book(Forms.valid().with("ref", another).submission(spent), "en"))
                .as("the control: a form that was not booked is judged by it")
                .isEqualTo(new TokenRefused(false));
    }

    @Test
    void theSameFormAgainGetsTheFirstAnswerAlsoAfterTwoHoursAndWhateverBecameOfTheCatalogueAndTheBooking() {
        FormToken token = token(Optional.empty());
        BookingOutcome first = desk.book(Forms.valid().submission(token), "en");
        store.put(store.bookings().get(0).changedTo(BookingStatus.CONFIRMED, now));
        catalog = Clinics.catalog("2027-01");
        now = START.plus(Duration.ofDays(400));

        BookingOutcome again = desk.book(Forms.valid().submission(token), "es");

        assertThat(again).isEqualTo(first).isInstanceOf(Accepted.class);
        assertThat(store.bookings()).hasSize(1);
        assertThat(store.messages()).hasSize(2);
    }

    @Test
    void sameFieldsAreTheSameHoweverTheyAreWritten() {
        FormToken token = token(Optional.empty());
        Submission form = Submission.ofForm("token=" + token.value()
                + "&type=asking&location=arcadia&preferred=2026-12-01%2Fmorning&givenName=+Zo%C3%AB&phone=%28626%29+555-0123"
                + "&consent=2026-11&mayLeaveMessage=yes&reason=a%0D%0Ab&answers.side=0&email=&website=");
        Submission json = Submission.ofJson(("""
                {"answers": {"side": 0, "fall": null}, "reason": "a\\nb", "mayLeaveMessage": true, "consent": "2026-11",
                 "phone": "+1 626 555 0123", "givenName": "Zoe\\u0308", "preferred": ["2026-12-01/morning"],
                 "location": "arcadia", "type": "asking", "token": "%s"}
                """.formatted(token.value())).getBytes(UTF_8));

        BookingOutcome first = desk.book(form, "en");

        assertThat(first).isInstanceOf(Accepted.class);
        assertThat(desk.book(json, "en")).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"givenName", "phone", "consent", "type", "undeclared", "website", "answers.x"})
    void theSameTokenWithAnotherFieldIsAMismatch(String field) {
        FormToken token = token(Optional.empty());
        desk.book(Forms.valid().submission(token), "en");

        BookingOutcome again = desk.book(Forms.valid().with(field, "other").submission(token), "en");

        assertThat(again).isInstanceOf(BookingOutcome.Mismatch.class);
        assertThat(store.bookings()).hasSize(1);
    }

    @Test
    void preferencesInAnotherOrderAreAnotherSubmission() {
        FormToken token = token(Optional.empty());
        desk.book(
                Forms.valid()
                        .with("preferred", "2026-12-01/any", "2026-12-02/any")
                        .submission(token),
                "en");

        assertThat(desk.book(
                        Forms.valid()
                                .with("preferred", "2026-12-02/any", "2026-12-01/any")
                                .submission(token),
                        "en"))
                .isInstanceOf(BookingOutcome.Mismatch.class);
    }

    @Test
    void onlyAnAcceptedBookingSpendsItsToken() {
        FormToken token = token(Optional.empty());

        assertThat(desk.book(Forms.valid().without("givenName").submission(token), "en"))
                .isInstanceOf(BookingOutcome.Invalid.class);
        assertThat(desk.book(Forms.valid().with("preferred", "2030-01-01/any").submission(token), "en"))
                .isEqualTo(new BookingOutcome.Refused(Refusal.TOO_FAR, "preferred"));
        assertThat(desk.book(Forms.valid().submission(token), "en")).isInstanceOf(Accepted.class);
    }

    @Test
    void aTokenLivesTwoHours() {
        FormToken token = desk.issueToken(Optional.empty());
        assertThat(token.expires()).isEqualTo(START.plus(Duration.ofHours(2)));

        now = token.expires();
        assertThat(desk.book(Forms.valid().submission(token), "en")).isEqualTo(new TokenRefused(true));

        now = token.expires().minusMillis(1);
        assertThat(desk.book(Forms.valid().submission(token), "en")).isInstanceOf(Accepted.class);
    }

    @Test
    void aTokenFromAClockMoreThanFiveMinutesAheadIsRefused() {
        FormToken token = desk.issueToken(Optional.empty());

        now = START.minus(Duration.ofMinutes(5)).minusMillis(1);
        assertThat(desk.book(Forms.valid().submission(token), "en")).isEqualTo(new TokenRefused(false));

        now = START.minus(Duration.ofMinutes(5));
        assertThat(desk.book(Forms.valid().submission(token), "en")).isInstanceOf(Accepted.class);
    }

    @Test
    void noTokenTwoTokensOrAForeignOneAreRefusedBeforeAnythingElse() {
        FormToken foreign = BookingDesk.of(() -> catalog, store, KeyRing.ephemeral(), () -> now, Audience.NOBODY)
                .issueToken(Optional.empty());
        String own = desk.issueToken(Optional.empty()).value();

        assertThat(desk.book(Forms.empty().submission(), "en")).isEqualTo(new TokenRefused(false));
        assertThat(desk.book(Forms.valid().submission(foreign), "en")).isEqualTo(new TokenRefused(false));
        assertThat(desk.book(Forms.valid().with("token", own, own).submission(), "en"))
                .isEqualTo(new TokenRefused(false));
    }

    @Test
    void theSameRequestUnderAnotherTokenIsADuplicateUntilTheFirstIsClosed() {
        Receipt first = book(Forms.valid().with("familyName", "Beispiel"));
        Forms same = Forms.valid()
                .with("givenName", " aDA ")
                .with("familyName", "BEISPIEL")
                .with("phone", "+16265550123");

        assertThat(desk.book(same.submission(token(Optional.empty())), "en"))
                .isEqualTo(new BookingOutcome.Refused(Refusal.DUPLICATE, "preferred"));

        assertThat(desk.cancel(first.manageToken(), tokenOnly())).isInstanceOf(ChangeOutcome.Changed.class);
        assertThat(desk.book(same.submission(token(Optional.empty())), "en")).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"givenName=Eva", "phone=626-555-0124", "location=london", "preferred=2026-12-02/any"})
    void whatDiffersInNameContactPlaceOrTimeIsNoDuplicate(String difference) {
        book(Forms.valid());
        String[] parts = difference.split("=", 2);

        assertThat(desk.book(Forms.valid().with(parts[0], parts[1]).submission(token(Optional.empty())), "en"))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void whatAMachineSentIsAnsweredLikeAnythingElseButDeliveredToNobody() {
        FormToken token = token(Optional.empty());
        Submission submission =
                Forms.valid().with("website", "https://example.org/").submission(token);

        Receipt receipt = receipt(desk.book(submission, "en"));

        assertThat(receipt.status()).isEqualTo(BookingStatus.REQUESTED);
        assertThat(receipt(desk.book(submission, "en"))).isEqualTo(receipt);
        assertThat(store.bookings()).extracting(Booking::status).containsExactly(BookingStatus.SUSPECT);
        assertThat(desk.find(receipt.manageToken())).hasValueSatisfying(page -> {
            assertThat(page.status()).isEqualTo(BookingStatus.REQUESTED);
            assertThat(page.cancellable()).isTrue();
        });
        assertThat(desk.cancel(receipt.manageToken(), tokenOnly())).isInstanceOf(ChangeOutcome.Changed.class);
        assertThat(store.messages()).isEmpty();
    }

    @Test
    void aFormFilledInFasterThanInThreeSecondsIsFlaggedAndTaken() {
        FormToken token = desk.issueToken(Optional.empty());
        now = START.plusMillis(2999);
        desk.book(Forms.valid().submission(token), "en");
        now = START.plusMillis(3000);
        desk.book(Forms.valid().with("givenName", "Eva").submission(desk.issueToken(Optional.empty())), "en");
        now = START.plusMillis(6000);
        desk.book(Forms.valid().with("givenName", "Ida").submission(token("2026-11-23T18:00:03.000Z")), "en");

        assertThat(store.bookings()).extracting(Booking::quick).containsExactly(true, true, false);
    }

    @Test
    void aStoreThatIsDownIsSaidAndNothingIsLostOrThrown() {
        Receipt receipt = book(Forms.valid());
        FormToken token = token(Optional.empty());
        store.breakDown();

        assertThat(desk.book(Forms.valid().submission(token), "en")).isInstanceOf(BookingOutcome.Unavailable.class);
        assertThat(desk.cancel(receipt.manageToken(), tokenOnly())).isInstanceOf(ChangeOutcome.Unavailable.class);
        assertThatThrownBy(() -> desk.find(receipt.manageToken())).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void ofManySendingsOfOneFormAtOnceOneIsStoredAndAllGetOneAnswer() throws Exception {
        Submission submission = Forms.valid().submission(token(Optional.empty()));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<BookingOutcome>> calls = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                calls.add(() -> desk.book(submission, "en"));
            }
            Set<BookingOutcome> outcomes = new HashSet<>();
            for (Future<BookingOutcome> each : threads.invokeAll(calls)) {
                outcomes.add(each.get());
            }
            assertThat(outcomes).hasSize(1).first().isInstanceOf(Accepted.class);
            assertThat(store.bookings()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aReferenceThatIsTakenIsDrawnAgain() {
        List<Integer> letters = new ArrayList<>();
        for (int reference : new int[] {0, 0, 1}) {
            for (int i = 0; i < 8; i++) {
                letters.add(reference);
            }
        }
        SecureRandom bytes = new SecureRandom();
        BookingDesk scripted = desk(new RandomGenerator() {
            @Override
            public int nextInt(int bound) {
                return letters.remove(0);
            }

            @Override
            public long nextLong() {
                return bytes.nextLong();
            }
        });
        for (String name : List.of("Ada", "Eva")) {
            scripted.book(Forms.valid().with("givenName", name).submission(token(Optional.empty())), "en");
        }

        assertThat(store.bookings()).extracting(Booking::reference).containsExactly("2222-2222", "3333-3333");
        assertThat(letters).isEmpty();
    }

    @Test
    void theManagePageShowsNeitherNameNorTreatment() {
        Receipt receipt = book(Forms.valid().with("treatment", "therapy"));

        assertThat(desk.find(receipt.manageToken()))
                .contains(new ManagedBooking(
                        receipt.reference(),
                        BookingStatus.REQUESTED,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(Preference.parse("2026-12-01/morning")),
                        List.of(),
                        Optional.empty(),
                        "arcadia",
                        "visit",
                        "en",
                        Optional.empty(),
                        now,
                        now,
                        1,
                        Optional.of(now.plus(Duration.ofDays(1))),
                        false,
                        true,
                        true,
                        store.bookings().get(0).consent(),
                        false));
        assertThat(desk.find("x".repeat(32))).isEmpty();
        assertThat(desk.find("")).isEmpty();
    }

    @Test
    void aBookingIsCalledOffOnceHoweverOftenThatIsAsked() {
        Receipt receipt = book(Forms.valid());
        Submission cancel = Forms.empty()
                .with("reason", "  better\r\nnow ")
                .with("token", token(Optional.empty()).value())
                .submission();

        assertThat(desk.cancel(receipt.manageToken(), cancel)).isInstanceOf(ChangeOutcome.Changed.class);
        assertThat(desk.cancel(receipt.manageToken(), cancel)).isInstanceOf(ChangeOutcome.Changed.class);

        Booking booking = store.bookings().get(0);
        assertThat(booking.status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(store.history(booking.id())).hasSize(2).last().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("patient");
            assertThat(entry.note()).contains("better\nnow");
            assertThat(entry.version()).isEqualTo(2);
        });
        assertThat(store.messages()).hasSize(4);
        assertThat(store.messages().get(2).payload())
                .startsWith("{\"type\":\"booking.cancelled\",")
                .contains("\"status\":\"cancelled\"")
                .doesNotContain("better");
        assertThat(desk.find(receipt.manageToken()))
                .hasValueSatisfying(page -> assertThat(page.cancellable()).isFalse());
    }

    @ParameterizedTest
    @EnumSource(BookingStatus.class)
    void callingOffIsPossibleExactlyWhereTheStateAllowsIt(BookingStatus status) {
        Receipt receipt = book(Forms.valid());
        store.put(store.bookings().get(0).changedTo(status, now));

        ChangeOutcome outcome = desk.cancel(receipt.manageToken(), tokenOnly());

        boolean expected = status == BookingStatus.CANCELLED || Cancellation.isPossible(status);
        assertThat(outcome).isEqualTo(expected ? new ChangeOutcome.Changed() : new ChangeOutcome.NotPossible(status));
        assertThat(Cancellation.isPossible(status) && !status.canBecome(BookingStatus.CANCELLED))
                .isFalse();
    }

    @Test
    void aChangeThatComesInBetweenIsReadAgain() {
        Receipt receipt = book(Forms.valid());

        store.loseNext(3);
        assertThat(desk.cancel(receipt.manageToken(), tokenOnly())).isInstanceOf(ChangeOutcome.Changed.class);
        assertThat(store.bookings().get(0).version()).isEqualTo(5);
    }

    @Test
    void callingOffAsksForTheTokenFirstThenForTheBookingThenForTheFields() {
        Receipt receipt = book(Forms.valid());
        String token = token(Optional.empty()).value();
        Forms wrong = Forms.empty().with("reason", "x".repeat(501)).with("name", "Ada");

        assertThat(desk.cancel(receipt.manageToken(), wrong.submission()))
                .isEqualTo(new ChangeOutcome.TokenRefused(false));
        assertThat(desk.cancel("unknown", wrong.with("token", token).submission()))
                .isInstanceOf(ChangeOutcome.Unknown.class);
        assertThat(desk.cancel(receipt.manageToken(), wrong.submission()))
                .isEqualTo(new ChangeOutcome.Invalid(List.of(
                        new FieldError("reason", "too_long", List.of("500")), FieldError.of("name", "undeclared"))));
        now = now.plus(Duration.ofHours(3));
        assertThat(desk.cancel(receipt.manageToken(), wrong.submission()))
                .isEqualTo(new ChangeOutcome.TokenRefused(true));
        assertThat(store.bookings().get(0).status()).isEqualTo(BookingStatus.REQUESTED);
    }

    @Test
    void thePartnerOfATokenIsKnownExpiredOrNot() {
        String token = desk.issueToken(Optional.of("demo")).value();
        now = now.plus(Duration.ofDays(3));

        assertThat(desk.partnerOf(token)).contains("demo");
        assertThat(desk.partnerOf(token + "x")).isEmpty();
        assertThat(desk.partnerOf("")).isEmpty();
        assertThat(desk.partnerOf(desk.issueToken(Optional.empty()).value())).isEmpty();
    }

    private Receipt book(Forms form) {
        return receipt(desk.book(form.submission(token(Optional.empty())), "en"));
    }

    private static Receipt receipt(BookingOutcome outcome) {
        assertThat(outcome).isInstanceOf(Accepted.class);
        return ((Accepted) outcome).receipt();
    }

    /** A token that was issued ten seconds ago. */
    private FormToken token(Optional<String> partner) {
        FormToken token = desk.issueToken(partner);
        now = now.plusSeconds(10);
        return token;
    }

    private FormToken token(String issuedAt) {
        return new FormTokens(keys, new SecureRandom()).issue(Optional.empty(), Instant.parse(issuedAt));
    }

    private Submission tokenOnly() {
        return Forms.empty().submission(desk.issueToken(Optional.empty()));
    }
}
