package io.github.carelet;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour of sRGB without transparency, and how well another one can be told from it, by WCAG 2.2.
 *
 * @param red from 0 to 255
 * @param green from 0 to 255
 * @param blue from 0 to 255
 */
record Colour(int red, int green, int blue) {

    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-fA-F]{3}){1,2}");

    /** Reads {@code #0b5c6b} or {@code #fff}; empty for all else. */
    static Optional<Colour> read(String text) {
        if (!HEX.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.substring(1);
        if (digits.length() == 3) {
            StringBuilder twice = new StringBuilder();
            digits.chars().forEach(digit -> twice.append((char) digit).append((char) digit));
            digits = twice.toString();
        }
        byte[] parts = HexFormat.of().parseHex(digits);
        return Optional.of(new Colour(parts[0] & 0xff, parts[1] & 0xff, parts[2] & 0xff));
    }

    /** Returns what {@code color-mix(in srgb, this share%, other)} gives. */
    Colour mixed(int share, Colour other) {
        return new Colour(
                mixed(red, share, other.red), mixed(green, share, other.green), mixed(blue, share, other.blue));
    }

    /** Returns the contrast ratio, from 1 to 21. */
    double contrast(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    private static int mixed(int one, int share, int other) {
        return (one * share + other * (100 - share) + 50) / 100;
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** Returns {@code #0b5c6b}. */
    @Override
    public String toString() {
        return "#" + HexFormat.of().formatHex(new byte[] {(byte) red, (byte) green, (byte) blue});
    }
}
