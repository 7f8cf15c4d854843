package io.github.carelet.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which form of a word goes with a whole number, as a language's speakers have it. Written like the rules of Unicode
 * Technical Standard 35, part 3, as far as those are about whole numbers: {@code one: n = 1; few: n % 10 = 2..4 and n % 100
 * != 12..14}. What fits no form takes {@code other}, which is never written. Our own, since the JDK has none.
 *
 * @param forms the forms besides {@code other}, the first that fits counts
 */
record PluralRule(Map<String, List<List<Relation>>> forms) {

    static final String OTHER = "other";

    private static final List<String> NAMES = List.of("zero", "one", "two", "few", "many");
    private static final Pattern RELATION =
            Pattern.compile("n(?:\\s*%\\s*([0-9]{1,9}))?\\s*(!?=)\\s*(RANGE(?:\\s*,\\s*RANGE)*)"
                    .replace("RANGE", "[0-9]{1,9}(?:\\.\\.[0-9]{1,9})?"));

    PluralRule {
        forms = Map.copyOf(forms);
    }

    /**
     * Something that a number is or is not.
     *
     * @param modulus what the number is divided by, for its rest to be judged; 0 for the number itself
     * @param negated whether it must not be in the ranges
     * @param ranges first and last numbers
     */
    record Relation(int modulus, boolean negated, List<int[]> ranges) {

        boolean holds(int number) {
            int judged = modulus == 0 ? number : number % modulus;
            return negated != ranges.stream().anyMatch(each -> each[0] <= judged && judged <= each[1]);
        }
    }

    /**
     * Reads a rule; an empty text is that of a language with one form only.
     *
     * @throws IllegalArgumentException if it is none, with what was expected
     */
    static PluralRule parse(String text) {
        Map<String, List<List<Relation>>> forms = new LinkedHashMap<>();
        for (String part : text.isBlank() ? new String[0] : text.split(";", -1)) {
            int colon = part.indexOf(':');
            String name = colon < 0 ? "" : part.substring(0, colon).strip();
            if (!NAMES.contains(name) || forms.put(name, condition(part.substring(colon + 1))) != null) {
                throw new IllegalArgumentException("'" + part.strip() + "': expected each of " + NAMES
                        + " at most once, with a colon and a condition, like one: n = 1");
            }
        }
        return new PluralRule(forms);
    }

    private static List<List<Relation>> condition(String text) {
        List<List<Relation>> anyOf = new ArrayList<>();
        for (String alternative : text.split("\\bor\\b", -1)) {
            List<Relation> allOf = new ArrayList<>();
            for (String relation : alternative.split("\\band\\b", -1)) {
                allOf.add(relation(relation.strip()));
            }
            anyOf.add(List.copyOf(allOf));
        }
        return List.copyOf(anyOf);
    }

    private static Relation relation(String text) {
        Matcher matcher = RELATION.matcher(text);
        if (!matcher.matches() || "0".equals(matcher.group(1))) {
            throw new IllegalArgumentException("'" + text + "': expected a condition like n % 10 = 2..4");
        }
        List<int[]> ranges = new ArrayList<>();
        for (String range : matcher.group(3).split("\\s*,\\s*", -1)) {
            String[] ends = range.split("\\.\\.", -1);
            ranges.add(new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])});
        }
        int modulus = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        return new Relation(modulus, matcher.group(2).equals("!="), List.copyOf(ranges));
    }

    /** Returns the name of the form that goes with a number. */
    String form(int number) {
        return NAMES.stream()
                .filter(name -> forms.getOrDefault(name, List.of()).stream()
                        .anyMatch(all -> all.stream().allMatch(each -> each.holds(number))))
                .findFirst()
                .orElse(OTHER);
    }

    /** Returns the names of all forms that there are. */
    List<String> names() {
        List<String> names =
                new ArrayList<>(NAMES.stream().filter(forms::containsKey).toList());
        names.add(OTHER);
        return names;
    }
}
