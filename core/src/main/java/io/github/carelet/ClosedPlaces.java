package io.github.carelet;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.carelet.booking.Closure;
import io.github.carelet.booking.Closures;
import io.github.carelet.booking.Hashes;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Serves a catalogue with the places closed that the clinic closed. Its version names catalogue and closures, so that all
 * that is made of it is made anew, and alike on every node.
 *
 * @param closures says what is closed
 */
record ClosedPlaces(Closures closures) implements UnaryOperator<Publication> {

    @Override
    public Publication apply(Publication base) {
        List<Closure> places = closures.places();
        return places.isEmpty()
                ? base
                : new Publication(
                        Closures.over(base.catalog(), places), version(base, places), base.loadedAt(), base.problems());
    }

    private static String version(Publication base, List<Closure> places) {
        String all =
                places.stream().map(Closure::id).sorted().collect(Collectors.joining(" ", base.version() + " ", ""));
        String hash = HexFormat.of().formatHex(Hashes.sha256(all.getBytes(UTF_8)));
        return hash.substring(0, Math.min(hash.length(), base.version().length()));
    }
}
