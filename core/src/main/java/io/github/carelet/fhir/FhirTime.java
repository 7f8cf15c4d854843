package io.github.carelet.fhir;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as FHIR has them: always with seconds and an offset. */
final class FhirTime {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private FhirTime() {}

    /** Returns a time by the wall clock of a place. */
    static String of(OffsetDateTime time) {
        return SECONDS.format(time);
    }

    /** Returns a time in UTC. */
    static String of(Instant time) {
        return SECONDS.format(time.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }
}
