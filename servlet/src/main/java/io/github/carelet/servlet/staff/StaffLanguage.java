package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.http.Exchange;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In which language somebody at the clinic reads: by {@code Accept-Language} (RFC 9110, 12.5.4), since no address and no
 * cookie says it. Nothing below {@code staff/} is cached, so nothing depends on it but the one answer.
 */
public final class StaffLanguage {

    private StaffLanguage() {}

    private record Range(String tag, double quality) {}

    /** Returns the words of the best language that there is for whoever asks. */
    public static Messages words(Carelet carelet, Exchange exchange) {
        return carelet.languages()
                .forStaff(wanted(
                        exchange.header("Accept-Language"),
                        carelet.publication().catalog().clinic().defaultLanguage()));
    }

    /** Returns the tags that a header wants, the most wanted first, and after them the clinic's own language. */
    static List<String> wanted(Optional<String> header, String clinic) {
        Stream<String> asked = ranges(header.orElse(""))
                .filter(range -> range.quality() > 0)
                .sorted(Comparator.comparingDouble(Range::quality).reversed())
                .map(Range::tag);
        return Stream.concat(asked, Stream.of(clinic)).toList();
    }

    private static Stream<Range> ranges(String header) {
        return Stream.of(header.split(","))
                .map(part -> List.of(part.strip().split(";")))
                .map(StaffLanguage::range);
    }

    private static Range range(List<String> parts) {
        double quality = parts.stream()
                .skip(1)
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .filter(part -> part.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)"))
                .mapToDouble(part -> Double.parseDouble(part.substring(2)))
                .findFirst()
                .orElse(1);
        return new Range(parts.get(0).strip(), quality);
    }
}
