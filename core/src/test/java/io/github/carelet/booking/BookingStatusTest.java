package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BookingStatusTest {

    @Test
    void theTableOfTransitionsIsWhole() {
        String expected = """
                HELD       . R . . . C . X E . . .
                REQUESTED  . . . P W C D X . . . .
                SUSPECT    . R . . . . D X . . . .
                PROPOSED   . R . . . C D X E . . .
                WAITLISTED . R . P . C D X E . . .
                CONFIRMED  . R . . . . . X . A . N
                DECLINED   . . . . . . . . . . . .
                CANCELLED  . . . . . . . . . . . .
                EXPIRED    . . . . . . . . . . . .
                ARRIVED    . . . . . . . . . . O .
                COMPLETED  . . . . . . . . . . . .
                NO_SHOW    . . . . . . . . . . . .
                """;

        StringBuilder actual = new StringBuilder();
        for (BookingStatus from : BookingStatus.values()) {
            actual.append(from).append(" ".repeat(10 - from.name().length()));
            for (BookingStatus to : BookingStatus.values()) {
                actual.append(' ').append(from.canBecome(to) ? "HRSPWCDXEAON".charAt(to.ordinal()) : '.');
            }
            actual.append('\n');
        }
        assertThat(actual).hasToString(expected);
    }

    @Test
    void onlyASuspectRequestIsShownAsAnother() {
        for (BookingStatus status : BookingStatus.values()) {
            assertThat(status.shown()).isEqualTo(status == BookingStatus.SUSPECT ? BookingStatus.REQUESTED : status);
        }
        assertThat(BookingStatus.NO_SHOW.code()).isEqualTo("no_show");
    }
}
