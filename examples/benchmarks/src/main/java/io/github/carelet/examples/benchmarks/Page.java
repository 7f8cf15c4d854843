package io.github.carelet.examples.benchmarks;

import java.util.List;

/**
 * What the peers render: a treatment, ready-made, so that per request they do nothing but fill their template. Empty
 * strings and lists are not shown.
 *
 * @param kind what it is about
 * @param language its language
 * @param direction {@code ltr} or {@code rtl}
 * @param id id of the article
 * @param review the state of the review, as the article says
 * @param shellReview the same, as the root element says
 * @param title its heading
 * @param lead one sentence
 * @param notes when and by whom it was reviewed
 * @param facts what to know at a glance
 * @param known what is good to know before a visit
 * @param sections its text
 * @param related where to read on
 * @param booking the way to an appointment
 * @param phone the number to call
 * @param emergency what to do in an emergency
 * @param sample says that it is sample data
 */
public record Page(
        String kind,
        String language,
        String direction,
        String id,
        String review,
        String shellReview,
        String title,
        String lead,
        List<Note> notes,
        List<Fact> facts,
        Known known,
        List<Passage> sections,
        List<Fact> related,
        Link booking,
        Link phone,
        String emergency,
        String sample) {

    /** Words about the text itself. */
    public record Note(String style, String text) {}

    /** A term and what there is to say. */
    public record Fact(String term, List<Link> values) {}

    /** Answers under a heading. */
    public record Known(String heading, List<Fact> facts) {}

    /** A section; its HTML is clean. */
    public record Passage(String id, String aspect, String heading, String html) {}

    /** A text that may lead somewhere. */
    public record Link(String href, String label) {}
}
