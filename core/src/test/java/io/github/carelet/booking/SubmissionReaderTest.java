package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.carelet.booking.Consents.Agreement;
import io.github.carelet.booking.SubmissionReader.Reading;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.schedule.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
    private static final Catalog CATALOG = Clinics.catalog();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type | '' | type required",
                "type | nothing | type unknown",
                "type | <b> | type unknown",
                "location | '' | location required",
                "location | nowhere | location unknown",
                "treatment | none | treatment unknown",
                "condition | none | condition unknown",
                "givenName | '' | givenName required",
                "phone | '' | phone required",
                "phone | 123 | phone invalid",
                "phone | 555-0123 | phone invalid",
                "phone | call 626-555-0123 | phone invalid",
                "phone | 626-555-0123 x7 | ",
                "phone | +44 20 7946 0958 | ",
                "email | ada@example.org | ",
                "email | ada@ | email invalid",
                "email | Ada <ada@example.org> | email invalid",
                "email | ada@example.org (work) | email invalid",
                "email | ada+clinic@mail.example.org | ",
                "email | ada@localhost | email invalid",
                "contactBy | phone | ",
                "contactBy | email | email required",
                "contactBy | pigeon | contactBy invalid",
                "contactBy | PHONE | contactBy invalid",
                "mayLeaveMessage | yes | ",
                "mayLeaveMessage | perhaps | mayLeaveMessage invalid",
                "patientType | new | ",
                "patientType | old | patientType invalid",
                "bookingFor | child | ",
                "bookingFor | dog | bookingFor invalid",
                "consent | '' | consent required",
                "consent | 2025-01 | consent outdated",
                "smsConsent | sms-1 | ",
                "smsConsent | sms-0 | smsConsent outdated",
                "preferred | '' | preferred required",
                "preferred | tomorrow | preferred invalid",
                "slot | 2026-12-01T08:00:00-08:00 | slot invalid",
                "slot | 8 o'clock | slot invalid",
                "birthDate | 1990-01-01 | birthDate undeclared",
                "insurance | Medicare | insurance undeclared",
                "reason | knee | reason undeclared",
                "interpreter | es | interpreter undeclared",
                "answers.side | 0 | answers.side undeclared",
                "partner | demo | partner undeclared",
                "lang | es | ",
                "surname | Beispiel | surname undeclared",
                "surname | '' | ",
                "<script> | x | form undeclared",
                "website | x | "
            })
    void oneFieldOfAGoodFormChanged(String field, String value, String error) {
        assertThat(errors(Forms.valid().with(field, value)))
                .isEqualTo(Optional.ofNullable(error).map(List::of).orElseGet(List::of));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "birthDate | 1990-02-28 | ",
                "birthDate | 1900-01-01 | ",
                "birthDate | 1899-12-31 | birthDate invalid",
                "birthDate | 2026-11-22 | ",
                "birthDate | 2026-11-23 | birthDate invalid",
                "birthDate | 28.2.1990 | birthDate invalid",
                "birthDate | 1990-02-29 | birthDate invalid",
                "answers.side | '' | answers.side required",
                "answers.side | 1 | ",
                "answers.side | 2 | answers.side invalid",
                "answers.side | -1 | answers.side invalid",
                "answers.side | Izquierda | ",
                "answers.side | left | answers.side invalid",
                "answers.fall | yes | ",
                "answers.fall | maybe | answers.fall invalid",
                "answers.other | x | answers.other undeclared",
                "insurance | Medicare | ",
                "interpreter | Español | "
            })
    void oneFieldOfAGoodFormOfTheTypeThatAsksEverythingChanged(String field, String value, String error) {
        assertThat(errors(Forms.asking().with(field, value)))
                .isEqualTo(Optional.ofNullable(error).map(List::of).orElseGet(List::of));
    }

    @Test
    void everyErrorIsFoundAtOnceAndNoneTwice() {
        assertThat(errors(Forms.empty().with("email", "x").with("ssn", "1")))
                .containsExactly(
                        "type required",
                        "preferred required",
                        "givenName required",
                        "email invalid",
                        "consent required",
                        "ssn undeclared");
    }

    @ParameterizedTest
    @CsvSource({
        "givenName, 100",
        "familyName, 100",
        "reason, 1000",
        "insurance, 100",
        "interpreter, 100",
        "answers.more, 1000"
    })
    void textsAreAsLongAsTheyMayBeAndNoLonger(String field, int longest) {
        assertThat(errors(Forms.asking().with(field, "x".repeat(longest)))).isEmpty();
        assertThat(faults(Forms.asking().with(field, "x".repeat(longest + 1))))
                .containsExactly(new FieldError(field, "too_long", List.of(Integer.toString(longest))));
        assertThat(errors(Forms.asking().with(field, "😀".repeat(Math.min(longest, 512)))))
                .isEmpty();
    }

    @Test
    void valuesAreCountedAndMeasuredBeforeAnythingElse() {
        assertThat(faults(Forms.valid().with("preferred", "a", "b", "c", "d")))
                .containsExactly(new FieldError("preferred", "too_many", List.of("3")));
        assertThat(faults(Forms.valid().with("givenName", "Ada", "Eva")))
                .containsExactly(new FieldError("givenName", "too_many", List.of("1")));
        assertThat(errors(Forms.valid().with("phone", "5".repeat(2049)))).containsExactly("phone too_long");
        assertThat(errors(Forms.valid().with("preferred", "2026-12-01/any", "2026-12-01/any")))
                .containsExactly("preferred invalid");
    }

    @ParameterizedTest
    @CsvSource({"0000", "0007", "001B", "007F", "0085", "2028", "202E", "2066"})
    void controlCharactersAreInvalidEverywhereButLineBreaksInLongTexts(String hex) {
        String text = "a" + (char) Integer.parseInt(hex, 16) + "b";

        assertThat(errors(Forms.asking().with("givenName", text))).containsExactly("givenName invalid");
        assertThat(errors(Forms.asking().with("givenName", "a\nb"))).containsExactly("givenName invalid");
        assertThat(errors(Forms.asking().with("reason", "a\r\n\tb"))).isEmpty();
        if (!hex.equals("2028")) {
            assertThat(errors(Forms.asking().with("reason", text))).containsExactly("reason invalid");
        }
    }

    @Test
    void aGoodFormBecomesWhatItSays() {
        BookingRequest request = request(Forms.asking()
                .with("familyName", "  Beispiel ")
                .with("birthDate", "1990-02-28")
                .with("bookingFor", "other")
                .with("mayLeaveMessage", "yes")
                .with("smsConsent", "sms-1")
                .with("reason", "a\r\nb")
                .with("condition", "sciatica")
                .with("answers.side", "Izquierda")
                .with("answers.fall", "true"));

        assertThat(request.patient())
                .isEqualTo(new Patient(
                        "Ada",
                        "Beispiel",
                        Optional.of("+16265550123"),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Optional.of(LocalDate.of(1990, 2, 28)),
                        Patient.BookingFor.OTHER));
        assertThat(request.visit())
                .isEqualTo(new Visit(
                        Optional.empty(),
                        Optional.of("sciatica"),
                        Visit.PatientType.UNSURE,
                        Optional.empty(),
                        Optional.of("a\nb"),
                        Optional.empty(),
                        Map.of("side", "Left", "fall", "yes")));
        assertThat(request.words())
                .containsExactly(
                        new ConsentWords("2026-11", "en", "I agree."), new ConsentWords("sms-1", "en", "Text me."));
        assertThat(request.consent())
                .isEqualTo(new Consents(
                        Agreement.to(request.words().get(0)),
                        Optional.of(Agreement.to(request.words().get(1))),
                        Optional.empty()));
        assertThat(request.suspect()).isFalse();
        assertThat(request(Forms.valid().with("website", "x")).suspect()).isTrue();
    }

    /** Which questions there are is not known then: that the answers are to none of them would be no help. */
    @Test
    void whereTheTypeIsWrongNothingIsSaidOfTheAnswers() {
        Forms form = Forms.asking().with("answers.fall", "maybe").with("answersother", "x");

        assertThat(errors(form.with("type", "nothing"))).containsExactly("type unknown", "answersother undeclared");
        assertThat(errors(form.without("type"))).containsExactly("type required", "answersother undeclared");
    }

    @Test
    void aNumberWithoutCountryIsOneOfTheLocationsCountry() {
        assertThat(request(Forms.valid().with("location", "london").with("phone", "020 7946 0958"))
                        .patient()
                        .phone())
                .contains("+442079460958");
    }

    @Test
    void theOnlyLocationOfATypeNeedNotBeSaid() {
        assertThat(request(Forms.asking().without("location")).location().id()).isEqualTo("arcadia");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asking | location | london | NOT_OFFERED_HERE | location",
                "visit | treatment | block | NOT_OFFERED_HERE | treatment",
                "visit | treatment | therapy | | ",
                "asking | treatment | therapy | | ",
                "asking | treatment | block | NOT_OFFERED_HERE | treatment",
                "asking | patientType | new | NOT_OFFERED_HERE | patientType",
                "asking | patientType | existing | | ",
                "call | patientType | new | PHONE_ONLY | type",
                "visit | preferred | 2026-11-22/any | TOO_SOON | preferred",
                "visit | preferred | 2027-11-22/any | TOO_FAR | preferred",
                "visit | preferred | 2026-11-29/any | CLOSED | preferred"
            })
    void aRuleThatIsBrokenIsNamedWithItsField(String type, String field, String value, Refusal refusal, String where) {
        Forms form = type.equals("asking") ? Forms.asking() : Forms.valid().with("type", type);
        BookingRequest request = request(form.with(field, value));

        assertThat(new BookingRules(CATALOG, NOW).judge(request))
                .isEqualTo(Optional.ofNullable(refusal).map(each -> new BookingOutcome.Refused(each, where)));
    }

    @Test
    void whatTheClinicDoesNotAskForIsNotAgreedTo() {
        assertThat(errors(Forms.valid().with("marketingConsent", "1"))).containsExactly("marketingConsent undeclared");
        assertThat(errors(Forms.valid().with("smsConsent", "sms-0"))).containsExactly("smsConsent outdated");
    }

    @Test
    void aPickedTimeIsReadInsteadOfPreferences() {
        BookingRequest request = request(Forms.valid().without("preferred").with("slot", "2026-12-01T08:00:00-08:00"));

        assertThat(request.slot()).contains(OffsetDateTime.parse("2026-12-01T08:00:00-08:00"));
        assertThat(request.preferred()).isEmpty();
        assertThat(new BookingRules(CATALOG, NOW).judge(request)).isEmpty();
    }

    @FuzzTest
    void anyFormIsParsedOrFaultyAndNoErrorQuotesAValue(FuzzedDataProvider data) {
        String field =
                data.pickValue(new String[] {"phone", "email", "preferred", "birthDate", "slot", "answers.side"});
        Reading reading = SubmissionReader.read(
                CATALOG,
                Forms.asking().with(field, data.consumeRemainingAsString()).submission(),
                "en",
                NOW);

        if (reading instanceof Reading.Faulty faulty) {
            assertThat(faulty.errors())
                    .isNotEmpty()
                    .allMatch(error -> error.field().matches("[A-Za-z.]+"));
        }
    }

    private static List<String> errors(Forms form) {
        return faults(form).stream()
                .map(each -> each.field() + " " + each.code())
                .toList();
    }

    private static List<FieldError> faults(Forms form) {
        Reading reading = SubmissionReader.read(CATALOG, form.submission(), "en", NOW);
        return reading instanceof Reading.Faulty faulty ? faulty.errors() : List.of();
    }

    private static BookingRequest request(Forms form) {
        Reading reading = SubmissionReader.read(CATALOG, form.submission(), "en", NOW);
        assertThat(reading).isInstanceOf(Reading.Parsed.class);
        return ((Reading.Parsed) reading).request();
    }
}
