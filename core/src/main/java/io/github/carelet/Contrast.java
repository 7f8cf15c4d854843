package io.github.carelet;

/**
 * How well something of a {@link Look} can be told from what it stands on, by WCAG 2.2.
 *
 * @param what what it is
 * @param dark whether in the dark
 * @param front its colour, such as {@code #0b5c6b}
 * @param back the colour behind it
 * @param hundredths the ratio in hundredths, rounded down: 450 is 4.5 to 1
 */
public record Contrast(What what, boolean dark, String front, String back, int hundredths) {

    /** What must be told from what it stands on, and how well at least. */
    public enum What {
        /** Text on paper. */
        TEXT(450),
        /** Text of less weight, which is ink with some of the paper in it. */
        QUIET(450),
        /** A link, which is the accent on paper. */
        LINK(450),
        /** The words of a button on the accent. */
        BUTTON(450),
        /** Words that something is well, such as open, on paper. */
        SUCCESS(450),
        /** The border of what needs care, on paper. */
        WARNING(300),
        /** Words that something is wrong, on paper. */
        DANGER(450),
        /** The border of a field, which is ink with more of the paper in it. */
        BORDER(300);

        private final int least;

        What(int least) {
            this.least = least;
        }

        /** Returns the least ratio, in hundredths. */
        public int least() {
            return least;
        }
    }

    static Contrast of(What what, boolean dark, Colour front, Colour back) {
        return new Contrast(what, dark, front.toString(), back.toString(), (int) (front.contrast(back) * 100));
    }

    /** Returns whether it is enough. */
    public boolean isEnough() {
        return hundredths >= what.least();
    }
}
