package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** What staff type into the inbox, or a URL brings. */
class InboxFuzzTest {

    @FuzzTest
    void aSearchIsNeverMoreThanItMayBe(FuzzedDataProvider data) {
        BookingSearch search = BookingSearch.parse(data.consumeRemainingAsString(), "US");
        assertThat(search.terms()).hasSizeLessThanOrEqualTo(6);
        assertThat(search.isEmpty())
                .isEqualTo(search.reference().isEmpty() && search.terms().isEmpty());
        search.reference().ifPresent(reference -> assertThat(reference).matches("[2-9B-Z]{1,4}(-[2-9B-Z]{0,4})?"));
    }

    @FuzzTest
    void aCursorIsWhatItSays(FuzzedDataProvider data) {
        InboxCursor.parse(data.consumeRemainingAsString())
                .ifPresent(cursor ->
                        assertThat(InboxCursor.parse(cursor.toString())).contains(cursor));
    }

    @FuzzTest
    void aContactAttemptIsReadOrRefused(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        try {
            assertThat(ContactAttempt.parse(text).toString()).isEqualToIgnoringCase(text);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageNotContaining("\n");
        }
    }
}
