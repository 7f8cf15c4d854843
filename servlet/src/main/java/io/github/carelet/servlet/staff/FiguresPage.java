package io.github.carelet.servlet.staff;

import java.util.List;

/**
 * The last weeks in numbers, for {@code staff/figures.jte}.
 *
 * @param shell the frame
 * @param period which weeks, in words
 * @param days requests per day
 * @param reached how far all of them came
 * @param answers how soon requests were answered
 * @param partners the same by partner, and by where these sent them from
 * @param types the same by appointment type
 */
public record FiguresPage(
        Shell shell,
        String period,
        Columns days,
        List<Bar> reached,
        List<Bar> answers,
        List<Row> partners,
        List<Row> types) {

    /** Copies the lists. */
    public FiguresPage {
        reached = List.copyOf(reached);
        answers = List.copyOf(answers);
        partners = List.copyOf(partners);
        types = List.copyOf(types);
    }

    /**
     * A number with its name, drawn as a bar.
     *
     * @param label what is counted
     * @param number how many there are
     * @param points the bar, in a box of 100 by 8
     */
    public record Bar(String label, long number, String points) {

        private static final int LONGEST = 100;

        /** Draws a bar that is as long as its share of the most. */
        static Bar of(String label, long number, long most) {
            return new Bar(label, number, Box.points(0, 0, most == 0 ? 0 : number * LONGEST / most, 8));
        }
    }

    /**
     * A number for each day, drawn as columns in a box of 600 by 120.
     *
     * @param about what is to be seen, in words
     * @param first the first day
     * @param last the last day
     * @param bars each day
     */
    public record Columns(String about, String first, String last, List<Bar> bars) {

        private static final int WIDTH = 600;
        private static final int HEIGHT = 120;
        private static final int GAP = 4;

        /** Copies the list. */
        public Columns {
            bars = List.copyOf(bars);
        }

        /** Draws the column of one of the days. */
        static Bar column(String label, long number, long most, int index, int days) {
            long left = (long) WIDTH * index / days;
            long right = (long) WIDTH * (index + 1) / days - GAP;
            long height = most == 0 ? 0 : number * HEIGHT / most;
            return new Bar(label, number, Box.points(left, HEIGHT - height, right, HEIGHT));
        }
    }

    /**
     * Some of the bookings, and how far they came.
     *
     * @param bar how many were sent
     * @param confirmed how many were confirmed
     * @param came to how many the patient came
     */
    public record Row(Bar bar, long confirmed, long came) {}

    /** The corners of a box. A stylesheet can take sizes away from other shapes, but not from one of corners. */
    private static final class Box {

        private Box() {}

        static String points(long left, long top, long right, long bottom) {
            return left + "," + top + " " + right + "," + top + " " + right + "," + bottom + " " + left + "," + bottom;
        }
    }
}
