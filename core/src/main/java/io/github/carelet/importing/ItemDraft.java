package io.github.carelet.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A treatment, condition or article as it goes into the draft.
 *
 * @param array the array of the catalogue that it goes into
 * @param key names it within the import: two drafts with equal keys are about one thing
 * @param id its id if it has one already; empty to make one of its name
 * @param name its name or headline
 * @param summary what it is in short; empty if not said
 * @param sections its text
 * @param lists further members of the catalogue that are lists of texts, such as {@code alsoCalled}
 * @param references members that are lists of references, each to the key of another item
 * @param values further members of the catalogue that are texts, such as {@code kind}
 * @param published when it first appeared
 */
record ItemDraft(
        String array,
        String key,
        String id,
        String name,
        String summary,
        List<SectionDraft> sections,
        Map<String, List<String>> lists,
        Map<String, List<Target>> references,
        Map<String, String> values,
        Optional<LocalDate> published) {

    ItemDraft {
        sections = List.copyOf(sections);
        lists = new TreeMap<>(lists);
        references = new TreeMap<>(references);
        values = new TreeMap<>(values);
    }

    /** Returns something of which only the name is known. */
    static ItemDraft named(String array, String key, String name, Map<String, String> values) {
        return new ItemDraft(array, key, "", name, "", List.of(), Map.of(), Map.of(), values, Optional.empty());
    }

    Target target(String member) {
        return new Target(array, key, member);
    }

    /** Returns whether nothing but its name is known. */
    boolean isBare() {
        return sections.isEmpty() && summary.isEmpty();
    }

    ItemDraft with(List<SectionDraft> newSections) {
        return new ItemDraft(array, key, id, name, summary, newSections, lists, references, values, published);
    }
}
