package io.github.carelet.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows conditions and treatments by their names, from {@code conditions.txt} and {@code treatments.txt}. Immutable. */
final class Gazetteer {

    private static final int LONGEST = 6;

    enum Sort {
        CONDITION,
        TREATMENT
    }

    /**
     * Something that is known.
     *
     * @param sort which of the two it is
     * @param kind of a treatment, as a catalogue says it; empty for a condition
     * @param name its name
     */
    record Entry(Sort sort, String kind, String name) {

        String key() {
            return Words.slug(name, Words.key(name));
        }
    }

    /**
     * A name of something in a text.
     *
     * @param entry what it is
     * @param text how it is called there
     */
    record Mention(Entry entry, String text) {}

    private final Map<String, Entry> entries = new HashMap<>();

    Gazetteer() {
        for (String line : Lists.lines("conditions.txt")) {
            List<String> names = List.of(line.split("\\|"));
            add(new Entry(Sort.CONDITION, "", names.get(0)), names);
        }
        for (String line : Lists.lines("treatments.txt")) {
            List<String> names = List.of(line.split("\\|"));
            add(new Entry(Sort.TREATMENT, names.get(0), names.get(1)), names.subList(1, names.size()));
        }
    }

    private void add(Entry entry, List<String> names) {
        names.forEach(name -> entries.putIfAbsent(Words.key(name), entry));
    }

    /** Returns what is called so; a remark in brackets after the name does not count. */
    Optional<Entry> named(String text) {
        Entry exact = entries.get(Words.key(text));
        if (exact != null) {
            return Optional.of(exact);
        }
        int bracket = text.indexOf('(');
        return bracket > 0 ? Optional.ofNullable(entries.get(Words.key(text.substring(0, bracket)))) : Optional.empty();
    }

    /** Returns what a text mentions, each once, the longest names first where they overlap, in order of the text. */
    List<Mention> mentions(String text) {
        List<String> stems = Words.stems(text);
        Map<Entry, Mention> found = new LinkedHashMap<>();
        for (int at = 0; at < stems.size(); ) {
            int length = longest(stems, at);
            if (length > 0) {
                String key = String.join(" ", stems.subList(at, at + length));
                Entry entry = entries.get(key);
                if (entry != null) {
                    found.putIfAbsent(entry, new Mention(entry, key));
                }
            }
            at += Math.max(1, length);
        }
        return new ArrayList<>(found.values());
    }

    private int longest(List<String> stems, int at) {
        for (int length = Math.min(LONGEST, stems.size() - at); length > 0; length--) {
            if (entries.containsKey(String.join(" ", stems.subList(at, at + length)))) {
                return length;
            }
        }
        return 0;
    }
}
