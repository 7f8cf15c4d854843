package io.github.carelet.servlet.fragment;

import java.util.List;
import java.util.Optional;

/**
 * All that there is to read about a treatment, a condition, a practitioner or in an article.
 *
 * @param id its id in the page
 * @param level the level of its heading
 * @param name its name or headline
 * @param review the state of its review as a code; empty if it has none
 * @param notes what to know about the text itself: when it was reviewed, and whether that is too long ago
 * @param summary what it is in a sentence
 * @param urgent what to do at once, and at which signs
 * @param facts what to know at a glance
 * @param known what patients ask first
 * @param passages its text
 * @param related where to read on, and what it rests on
 */
public record Story(
        String id,
        int level,
        Text name,
        Optional<String> review,
        List<Note> notes,
        Optional<Text> summary,
        Optional<Urgent> urgent,
        List<Fact> facts,
        Optional<GoodToKnow> known,
        List<Passage> passages,
        List<Fact> related) {

    /** Copies the lists. */
    public Story {
        notes = List.copyOf(notes);
        facts = List.copyOf(facts);
        passages = List.copyOf(passages);
        related = List.copyOf(related);
    }

    /** Returns the same with what patients ask first. */
    Story with(GoodToKnow answers) {
        return new Story(
                id, level, name, review, notes, summary, urgent, facts, Optional.of(answers), passages, related);
    }

    /** Returns the level of the headings in it. */
    public int inner() {
        return Rendition.below(level);
    }

    /**
     * Something to know about the text itself.
     *
     * @param text what there is to know
     * @param warning whether it takes away from the text
     */
    public record Note(Text text, boolean warning) {}

    /**
     * Signs at which not to wait.
     *
     * @param heading what to do
     * @param signs when to do it
     */
    public record Urgent(Text heading, List<Text> signs) {

        /** Copies the list. */
        public Urgent {
            signs = List.copyOf(signs);
        }
    }
}
