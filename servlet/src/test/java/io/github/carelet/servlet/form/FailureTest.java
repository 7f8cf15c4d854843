package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.booking.BookingOutcome;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.FieldError;
import io.github.carelet.booking.Receipt;
import io.github.carelet.language.Languages;
import io.github.carelet.schedule.Refusal;
import io.github.carelet.servlet.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {

    record Case(BookingOutcome outcome, int status, String code, boolean keepsToken) {}

    static List<Case> outcomes() {
        return List.of(
                new Case(new BookingOutcome.Mismatch(), 422, "idempotency_mismatch", false),
                new Case(new BookingOutcome.TokenRefused(false), 403, "token_invalid", false),
                new Case(new BookingOutcome.TokenRefused(true), 403, "token_expired", false),
                new Case(new BookingOutcome.Invalid(List.of()), 422, "invalid", true),
                new Case(new BookingOutcome.Refused(Refusal.SLOT_TAKEN, "slot"), 409, "slot_taken", true),
                new Case(new BookingOutcome.Unavailable(), 503, "unavailable", true));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void everyOutcomeHasItsStatusAndCode(Case expected) {
        Failure failure = Failure.of(expected.outcome());
        assertThat(failure.status()).isEqualTo(expected.status());
        assertThat(failure.code()).isEqualTo(expected.code());
        assertThat(failure.keepsToken()).isEqualTo(expected.keepsToken());
    }

    @ParameterizedTest
    @EnumSource(value = Refusal.class, mode = EnumSource.Mode.EXCLUDE, names = "SLOT_TAKEN")
    void aRefusalByRuleIsOneErrorWithItsCode(Refusal refusal) {
        Failure failure = Failure.of(new BookingOutcome.Refused(refusal, "preferred"));
        assertThat(failure.status()).isEqualTo(422);
        assertThat(failure.code()).isEqualTo(refusal.code());
        assertThat(failure.errors()).containsExactly(FieldError.of("preferred", refusal.code()));
    }

    @Test
    void anAcceptedBookingIsNoFailure() {
        Receipt receipt = new Receipt("K7QM-3XWD", BookingStatus.REQUESTED, Optional.empty(), "arcadia", "secret");
        assertThatThrownBy(() -> Failure.of(new BookingOutcome.Accepted(receipt)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theProblemNamesEveryErrorInWords() {
        BookingOutcome outcome = new BookingOutcome.Invalid(
                List.of(FieldError.of("consent", "required"), new FieldError("preferred", "too_many", List.of("3"))));
        Reply reply = Failure.of(outcome).problem(Languages.standard().in("en"));
        assertThat(reply.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"title\":\"There is something to check\",\"status\":422,\"code\":\"invalid\",\"errors\":["
                        + "{\"field\":\"consent\",\"code\":\"required\",\"message\":"
                        + "\"Tick the box so that we may use what you write to answer you\"},"
                        + "{\"field\":\"preferred\",\"code\":\"too_many\",\"message\":\"Choose at most 3 times\"}]}");
    }
}
