package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.privacy.KeyRing;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BookingNamesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00.123Z");

    private final BookingNames names = new BookingNames(KeyRing.ephemeral(), new SecureRandom());

    @Test
    void idsAreOf128BitsAndNoTwoAreTheSame() {
        List<String> ids = Stream.generate(() -> names.newId(NOW)).limit(10_000).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{32}"));
    }

    @Test
    void laterIdsStandBehindEarlierOnes() {
        List<String> ids = Stream.iterate(NOW, at -> at.plusMillis(7_919))
                .limit(10_000)
                .map(names::newId)
                .toList();

        assertThat(ids).isSorted();
    }
}
