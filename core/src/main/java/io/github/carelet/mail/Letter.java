package io.github.carelet.mail;

import io.github.carelet.language.Messages.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a mail says, before it is plain text or HTML.
 *
 * @param clinic who writes
 * @param heading what it is about
 * @param paragraphs what there is to say
 * @param facts what there is to know
 * @param action what to do, if there is something
 * @param notes what else stands below
 */
record Letter(
        String clinic,
        String heading,
        List<String> paragraphs,
        List<Fact> facts,
        Optional<Link> action,
        List<Sentence> notes) {

    Letter {
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
    }

    /** Where to go, and what that is called. */
    record Link(String label, String address) {}

    /**
     * Something to know.
     *
     * @param label what it is
     * @param lines what it says
     * @param address where its only line leads, if anywhere
     */
    record Fact(String label, List<String> lines, Optional<String> address) {

        Fact {
            lines = List.copyOf(lines);
        }

        Fact(String label, List<String> lines) {
            this(label, lines, Optional.empty());
        }
    }

    /** Returns it as plain text, with CRLF at the ends of lines. */
    String text() {
        List<String> lines = new ArrayList<>(List.of(clinic, "", heading, ""));
        paragraphs.forEach(each -> add(lines, each));
        for (Fact fact : facts) {
            lines.add(fact.label() + ":");
            fact.lines().forEach(line -> lines.add("  " + line));
        }
        lines.add("");
        action.ifPresent(link -> add(lines, link.label() + ":\r\n" + link.address()));
        notes.forEach(each -> add(lines, each.text()));
        return String.join("\r\n", lines);
    }

    private static void add(List<String> lines, String paragraph) {
        lines.add(paragraph);
        lines.add("");
    }
}
