package io.github.carelet.examples.benchmarks;

/** Who answers otherwise does other work: nothing is measured then. */
final class Answers {

    private Answers() {}

    /** Checks that a reader sees the same. */
    static void same(String who, String expected, String actual) {
        String one = PageReader.canonical(expected);
        String other = PageReader.canonical(actual);
        if (!one.equals(other)) {
            int at = 0;
            while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
                at++;
            }
            throw new IllegalStateException(who + " answers otherwise from character " + at + " on: expected \""
                    + excerpt(one, at) + "\", got \"" + excerpt(other, at) + "\"");
        }
    }

    /** Checks that a condition holds of somebody's answer. */
    static void require(boolean condition, String who, String expected) {
        if (!condition) {
            throw new IllegalStateException(who + ": expected " + expected);
        }
    }

    private static String excerpt(String text, int at) {
        return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 80));
    }
}
