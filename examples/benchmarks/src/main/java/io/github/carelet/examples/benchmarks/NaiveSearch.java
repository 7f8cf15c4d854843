package io.github.carelet.examples.benchmarks;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Condition;
import java.util.ArrayList;
import java.util.List;

/**
 * A search that looks at every word of every name: found is what has each word of the query in one of its names, as it is, as
 * a beginning if it is the last one, or with the forgiven number of typing errors. What it finds is right by construction.
 */
final class NaiveSearch {

    private static final int LONG = 8;
    private static final int SHORT = 4;

    private final List<Name> names = new ArrayList<>();

    NaiveSearch(Catalog catalog) {
        for (Condition each : catalog.conditions()) {
            each.name().values().values().forEach(name -> names.add(new Name(each.id(), List.of(name.split(" ")))));
        }
    }

    private record Name(String id, List<String> words) {}

    /** Returns the ids of what is found. */
    List<String> find(String query) {
        List<String> wanted = List.of(query.split(" "));
        return names.stream()
                .filter(name -> hasAll(name.words(), wanted))
                .map(Name::id)
                .distinct()
                .toList();
    }

    /** Returns the ids of what has the query in a name as it is: no search for people. */
    List<String> containing(String query) {
        return names.stream()
                .filter(name -> String.join(" ", name.words()).contains(query))
                .map(Name::id)
                .distinct()
                .toList();
    }

    private static boolean hasAll(List<String> words, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            String word = wanted.get(i);
            boolean last = i == wanted.size() - 1;
            if (words.stream()
                    .noneMatch(each -> (last && each.startsWith(word)) || distance(each, word) <= forgiven(word))) {
                return false;
            }
        }
        return true;
    }

    private static int forgiven(String word) {
        return word.length() < SHORT ? 0 : word.length() < LONG ? 1 : 2;
    }

    /** The table of Wagner and Fischer, with swapped neighbours as one error. */
    private static int distance(String one, String other) {
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : least(table, i, j, one, other);
            }
        }
        return table[one.length()][other.length()];
    }

    private static int least(int[][] table, int i, int j, String one, String other) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(table[i - 1][j - 1] + (same ? 0 : 1), Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
    }
}
