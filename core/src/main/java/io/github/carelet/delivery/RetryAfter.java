package io.github.carelet.delivery;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/** Reads the header {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date with its zone. A date without one (asctime) is passed over. */
final class RetryAfter {

    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,100}");

    private RetryAfter() {}

    /** Returns the pause that a server asks for which is busy or away; empty if it does not, or if its status says neither. */
    static Optional<Duration> of(HttpResponse answer, Instant now) {
        return Optional.ofNullable(answer.getFirstHeader(HttpHeaders.RETRY_AFTER))
                .filter(header -> BUSY.contains(answer.getCode()))
                .flatMap(header -> parse(header.getValue(), now));
    }

    /** Returns the pause, at most {@link Delivery#LONGEST_PAUSE}; zero for a time that is over, empty for what is neither. */
    static Optional<Duration> parse(String value, Instant now) {
        String text = value.strip();
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(limited(Duration.ofSeconds(atMostALong(text))));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(text))
                .map(date -> Duration.between(now, date))
                .map(RetryAfter::limited);
    }

    /** HTTP sets no limit to the number. */
    private static long atMostALong(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Integer.MAX_VALUE)).longValue();
    }

    private static Duration limited(Duration pause) {
        if (pause.isNegative()) {
            return Duration.ZERO;
        }
        return pause.compareTo(Delivery.LONGEST_PAUSE) > 0 ? Delivery.LONGEST_PAUSE : pause;
    }
}
