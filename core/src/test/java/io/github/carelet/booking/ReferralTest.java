package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferralTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "spine-article", "2026-11", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void aSourceIsAShortNameOfAPage(String source) {
        assertThat(new Referral(Optional.of("demo"), Optional.of(source)).source())
                .contains(source);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Ada",
                "ada@example.org",
                "/page?q=ada",
                "a_b",
                "a\nb",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void whatCouldSayMoreIsNoSourceAndIsNotQuoted(String source) {
        assertThatThrownBy(() -> new Referral(Optional.of("demo"), Optional.of(source)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a source of " + source.length() + " characters: expected 1 to 40 of a-z, 0-9 and -");
    }
}
