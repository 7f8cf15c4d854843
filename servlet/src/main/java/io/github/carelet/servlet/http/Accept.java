package io.github.carelet.servlet.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a client would like to get, by its {@code Accept} header (RFC 9110, 12.5.1). A part that can't be read counts as
 * not there.
 */
public final class Accept {

    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    private record Range(String type, double quality) {}

    /** Reads a header; empty means that nothing is said. */
    public static Accept parse(String header) {
        List<Range> ranges = new ArrayList<>();
        for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] pieces = part.strip().split(";", -1);
            if (pieces[0].strip().matches("[a-z0-9.*+-]+/[a-z0-9.*+-]+")) {
                ranges.add(new Range(pieces[0].strip(), quality(pieces)));
            }
        }
        return new Accept(List.copyOf(ranges));
    }

    /** Returns how much a type is wanted, 0 to 1; the most specific range that covers it decides. */
    public double quality(String type) {
        return range(type).map(Range::quality).orElse(0.0);
    }

    /** Returns whether a type is named as one that is not wanted, by a weight of 0, which a type that no range covers is not. */
    public boolean refuses(String type) {
        return range(type).filter(range -> range.quality() == 0).isPresent();
    }

    private Optional<Range> range(String type) {
        String family = type.substring(0, type.indexOf('/')) + "/*";
        return Stream.of(type, family, "*/*")
                .flatMap(name -> ranges.stream().filter(range -> range.type().equals(name)))
                .findFirst();
    }

    private static double quality(String[] pieces) {
        for (int i = 1; i < pieces.length; i++) {
            String piece = pieces[i].replace(" ", "");
            if (piece.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")) {
                return Double.parseDouble(piece.substring(2));
            }
        }
        return 1;
    }
}
