package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.BookingStatus;
import io.github.carelet.language.Languages;
import io.github.carelet.language.Messages;
import io.github.carelet.schedule.DayPart;
import io.github.carelet.schedule.Refusal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormMessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyStateRefusalAndPartOfADayHasItsWords(String language) {
        Messages words = Languages.standard().in(language);
        for (BookingStatus status : BookingStatus.values()) {
            assertThat(words.has("form.status." + status.code()))
                    .as(status.code())
                    .isTrue();
            assertThat(words.has("form.next." + status.code()))
                    .as(status.code())
                    .isTrue();
        }
        for (Refusal refusal : Refusal.values()) {
            assertThat(words.has("form.trouble." + refusal.code()))
                    .as(refusal.code())
                    .isTrue();
            assertThat(words.has("form.error." + refusal.code()))
                    .as(refusal.code())
                    .isTrue();
        }
        for (DayPart part : DayPart.values()) {
            assertThat(words.has("form.part." + part.name().toLowerCase(Locale.ROOT)))
                    .isTrue();
            assertThat(words.has("form.in." + part.name().toLowerCase(Locale.ROOT)))
                    .isTrue();
        }
    }
}
