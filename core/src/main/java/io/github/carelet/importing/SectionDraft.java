package io.github.carelet.importing;

import java.util.List;

/**
 * A section of a text as it goes into the draft.
 *
 * @param id its id
 * @param aspect what it is about, as a catalogue says it
 * @param heading its heading
 * @param html its text
 * @param requires ids of sections that go with it
 */
record SectionDraft(String id, String aspect, String heading, String html, List<String> requires) {

    SectionDraft {
        requires = List.copyOf(requires);
    }
}
