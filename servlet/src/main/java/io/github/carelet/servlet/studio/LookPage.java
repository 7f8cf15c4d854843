package io.github.carelet.servlet.studio;

import io.github.carelet.LookToken;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.page.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a look is tried, for {@code studio/look.jte}.
 *
 * @param document the frame
 * @param words the messages for whoever tries
 * @param target where the form goes
 * @param groups what can be set
 * @param problems what is wrong with it, in words
 * @param facts how well everything can be told from what it stands on
 * @param css what to paste; empty if nothing differs from the standard
 * @param samples the same sample in each width and each light
 */
public record LookPage(
        Document document,
        Messages words,
        Target target,
        List<Group> groups,
        List<String> problems,
        List<Fact> facts,
        Optional<String> css,
        List<Sample> samples) {

    /** Copies the lists. */
    public LookPage {
        groups = List.copyOf(groups);
        problems = List.copyOf(problems);
        facts = List.copyOf(facts);
        samples = List.copyOf(samples);
    }

    /**
     * Where the form goes.
     *
     * @param action its address
     * @param kept what goes along
     * @param back the address of the studio
     * @param again the address of what was before anything was typed
     */
    public record Target(String action, Map<String, String> kept, String back, String again) {}

    /** Fields that belong together, below a heading. */
    public record Group(String heading, List<Field> fields) {}

    /**
     * A field.
     *
     * @param token what it sets
     * @param label in words
     * @param value what it holds
     * @param wrong whether what was typed can't be used
     */
    public record Field(LookToken token, String label, String value, boolean wrong) {

        /** Returns whether it is a colour. */
        public boolean isColour() {
            return token.kind() == LookToken.Kind.COLOUR;
        }
    }

    /** Something that was looked at, and how well it can be told. */
    public record Fact(String name, String ratio) {}

    /**
     * A sample.
     *
     * @param id what its heading is known by
     * @param heading in words
     * @param phone whether it is as narrow as a phone
     * @param href its address
     */
    public record Sample(String id, String heading, boolean phone, String href) {}
}
