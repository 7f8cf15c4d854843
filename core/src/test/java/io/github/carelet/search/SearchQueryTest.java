package io.github.carelet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

    private static final String CANARY = "canary";

    @Test
    void twoHundredCharactersAreEnough() {
        assertThat(SearchQuery.isAcceptable("a".repeat(200))).isTrue();
        assertThat(SearchQuery.isAcceptable("\uD83E\uDD95".repeat(200))).isTrue();
        assertThat(SearchQuery.isAcceptable("a".repeat(201))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {CANARY + "\u0000", CANARY + "\u001b[2J", CANARY + "\uD83E", CANARY + "\u0085\u0000"})
    void whatIsNoTextIsRefusedWithoutAnEcho(String text) {
        assertThat(SearchQuery.isAcceptable(text)).isFalse();
        assertThatThrownBy(() -> Searches.query(text, "en"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a text of " + text.length() + " characters")
                .hasMessageNotContaining(CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "a\ttab", "", "<script>", "'; DROP TABLE", "\u202e"})
    void anyOtherTextCanBeLookedFor(String text) {
        assertThat(Searches.query(text, "en").text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 51, Integer.MAX_VALUE})
    void aLimitOutOfItsRangeIsRefused(int limit) {
        assertThatThrownBy(() -> new SearchQuery("x", "en", Optional.empty(), limit, Searches.TODAY))
                .hasMessage("a limit of " + limit + ": expected 1 to 50");
    }
}
