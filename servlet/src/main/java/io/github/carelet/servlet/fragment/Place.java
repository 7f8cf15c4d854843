package io.github.carelet.servlet.fragment;

import java.util.List;
import java.util.Optional;

/**
 * A location as it is shown.
 *
 * @param id its id in the page
 * @param level the level of its heading
 * @param name its name
 * @param opening whether it is open; empty if its hours are not known
 * @param address its address, line by line
 * @param directions how to get there
 * @param phone the number to call
 * @param hours its week; empty in short
 * @param changes days within two weeks that differ from it
 * @param facts what else to know
 * @param known what patients ask first; empty in short
 */
public record Place(
        String id,
        int level,
        Anchor name,
        Optional<Opening> opening,
        List<String> address,
        Anchor directions,
        Anchor phone,
        Optional<Week> hours,
        List<Change> changes,
        List<Fact> facts,
        Optional<GoodToKnow> known) {

    /** Copies the lists. */
    public Place {
        address = List.copyOf(address);
        changes = List.copyOf(changes);
        facts = List.copyOf(facts);
    }

    /**
     * Whether a place is open.
     *
     * @param open whether it is
     * @param line what to say about it
     */
    public record Opening(boolean open, Text line) {}

    /**
     * The hours of a week.
     *
     * @param caption what they are
     * @param between what stands between two of the same day
     * @param rows days with the same hours together
     */
    public record Week(Text caption, String between, List<Row> rows) {

        /** Copies the list. */
        public Week {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Days with the same hours.
     *
     * @param days which days
     * @param hours their hours, one after the other
     * @param today the word for it, if today is one of them
     */
    public record Row(Text days, List<Text> hours, Optional<Text> today) {

        /** Copies the list. */
        public Row {
            hours = List.copyOf(hours);
        }
    }

    /**
     * Days that differ.
     *
     * @param sentence which days, and how
     * @param note why
     */
    public record Change(Text sentence, Optional<Text> note) {}
}
