package io.github.carelet.exchange;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Code;
import io.github.carelet.catalog.Condition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The conditions of a catalogue by the codes of terminologies, for whoever knows a patient's code and looks for what the
 * clinic has to say about it, as HL7 Infobutton does. Immutable and safe for use by many threads.
 */
public final class CodeIndex {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.-]{1,20}");
    /** Length of an ICD category, such as {@code M54}: what is above it is a chapter. */
    private static final int CATEGORY = 3;

    private final Map<String, NavigableMap<String, List<Condition>>> bySystem;
    private final List<String> systems;

    private CodeIndex(Map<String, NavigableMap<String, List<Condition>>> bySystem) {
        this.bySystem = bySystem;
        Set<String> names = new TreeSet<>(CodeSystem.titles());
        names.addAll(bySystem.keySet());
        this.systems = List.copyOf(names);
    }

    /** Indexes a catalogue. */
    public static CodeIndex of(Catalog catalog) {
        Map<String, NavigableMap<String, List<Condition>>> bySystem = new TreeMap<>();
        for (Condition condition : catalog.conditions()) {
            for (Code code : condition.codes()) {
                String system = title(code.system());
                normal(system, code.code())
                        .ifPresent(normal -> bySystem.computeIfAbsent(system, key -> new TreeMap<>())
                                .computeIfAbsent(normal, key -> new ArrayList<>())
                                .add(condition));
            }
        }
        return new CodeIndex(Collections.unmodifiableMap(bySystem));
    }

    /** How what was found relates to the code that was asked for. */
    public enum Match {
        /** The very code. */
        EXACT,
        /** Codes below it: less is known than the clinic distinguishes. */
        NARROWER,
        /** The nearest code above it. */
        BROADER,
        /** Codes beside it, below the same subcategory, such as the other side of the body. */
        RELATED,
        /** Nothing was found. */
        NONE
    }

    /**
     * What was found.
     *
     * @param match how it relates to the code that was asked for
     * @param conditions the conditions, each once, in the order of their codes
     */
    public record Found(Match match, List<Condition> conditions) {

        /** Copies the list. */
        public Found {
            conditions = List.copyOf(conditions);
        }
    }

    /** Returns the names of all systems that can be asked for, in order. */
    public List<String> systems() {
        return systems;
    }

    /**
     * Returns the name of a system, one of {@link #systems}.
     *
     * @param text a name in any case and punctuation, an OID, or a FHIR URI
     */
    public Optional<String> system(String text) {
        String title = title(text);
        return systems.stream()
                .filter(each -> CodeSystem.folded(each).equals(CodeSystem.folded(title)))
                .findFirst();
    }

    /**
     * Returns a code as it is compared: in capitals, codes of the ICD without their point; empty if no code looks like that.
     */
    public static Optional<String> normal(String system, String code) {
        String bare = code.strip();
        if (!CODE.matcher(bare).matches()) {
            return Optional.empty();
        }
        String capital = bare.toUpperCase(Locale.ROOT);
        return Optional.of(isTree(system) ? capital.replace(".", "") : capital).filter(each -> !each.isEmpty());
    }

    /**
     * Returns the conditions of a code, else of those nearest to it where codes tell what is above what.
     *
     * @param system one of {@link #systems}
     * @param normal a code from {@link #normal}
     */
    public Found find(String system, String normal) {
        NavigableMap<String, List<Condition>> codes = bySystem.getOrDefault(system, new TreeMap<>());
        List<Condition> exact = codes.getOrDefault(normal, List.of());
        if (!exact.isEmpty()) {
            return new Found(Match.EXACT, distinct(exact.stream()));
        }
        return isTree(system) ? near(codes, normal) : new Found(Match.NONE, List.of());
    }

    private static Found near(NavigableMap<String, List<Condition>> codes, String normal) {
        List<Condition> below = below(codes, normal);
        if (normal.length() >= CATEGORY && !below.isEmpty()) {
            return new Found(Match.NARROWER, below);
        }
        for (int length = normal.length() - 1; length >= CATEGORY; length--) {
            String above = normal.substring(0, length);
            if (codes.containsKey(above)) {
                return new Found(Match.BROADER, distinct(codes.get(above).stream()));
            }
            List<Condition> beside = below(codes, above);
            if (length > CATEGORY && !beside.isEmpty()) {
                return new Found(Match.RELATED, beside);
            }
        }
        return new Found(Match.NONE, List.of());
    }

    private static List<Condition> below(NavigableMap<String, List<Condition>> codes, String prefix) {
        return distinct(codes.subMap(prefix, prefix + Character.MAX_VALUE).values().stream()
                .flatMap(List::stream));
    }

    private static List<Condition> distinct(Stream<Condition> conditions) {
        Set<String> seen = new LinkedHashSet<>();
        return conditions.filter(each -> seen.add(each.id())).toList();
    }

    private static boolean isTree(String system) {
        return system.equals(CodeSystem.ICD_10_CM.title()) || system.equals(CodeSystem.ICD_9_CM.title());
    }

    /** A system that only this catalogue knows goes by the name that it has there. */
    private static String title(String text) {
        return CodeSystem.find(text).map(CodeSystem::title).orElseGet(text::strip);
    }
}
