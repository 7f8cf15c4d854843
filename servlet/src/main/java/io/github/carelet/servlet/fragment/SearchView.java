package io.github.carelet.servlet.fragment;

import java.util.List;
import java.util.Optional;

/**
 * A box to type into, and what was found.
 *
 * @param level the level of the heading
 * @param heading the heading
 * @param alarm what comes first if the words sound like an emergency
 * @param form the box
 * @param findings what was found; empty if nothing was looked for
 */
public record SearchView(int level, Text heading, Optional<Alarm> alarm, Form form, Optional<Findings> findings) {

    /**
     * What to do at once.
     *
     * @param level the level of its heading
     * @param heading what to do
     * @param lead what the signs are
     * @param signs signs at which not to wait
     */
    public record Alarm(int level, List<Text> heading, Text lead, List<Text> signs) {

        /** Copies the lists. */
        public Alarm {
            heading = List.copyOf(heading);
            signs = List.copyOf(signs);
        }
    }

    /**
     * The box.
     *
     * @param action where it is sent to
     * @param id the id of the box in the page
     * @param label what it is for
     * @param hint what can be typed
     * @param button what the button says
     * @param value what was typed
     * @param most how many characters it takes
     */
    public record Form(String action, String id, Text label, Text hint, Text button, String value, int most) {}

    /**
     * What was found.
     *
     * @param count how much that is
     * @param mended the words with their typing errors mended, to look for instead
     * @param groups the hits by kind, each with at least one
     * @param lists where to look if nothing was found
     */
    public record Findings(Text count, Optional<Mended> mended, List<Group> groups, Optional<Lists> lists) {

        /** Copies the list. */
        public Findings {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Words with their typing errors mended.
     *
     * @param question whether these are meant
     * @param words the words
     */
    public record Mended(Text question, String words) {}

    /**
     * The hits of a kind.
     *
     * @param level the level of the heading
     * @param heading the kind and how many there are
     * @param cards treatments, conditions, articles or people in short
     * @param places locations
     * @param more that there are more of them than are shown
     */
    public record Group(int level, Text heading, List<Card> cards, List<Place> places, Optional<Text> more) {

        /** Copies the lists. */
        public Group {
            cards = List.copyOf(cards);
            places = List.copyOf(places);
        }
    }

    /**
     * Where to look.
     *
     * @param advice what to do
     * @param links what there is
     */
    public record Lists(Text advice, List<Anchor> links) {

        /** Copies the list. */
        public Lists {
            links = List.copyOf(links);
        }
    }
}
