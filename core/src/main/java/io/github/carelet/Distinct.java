package io.github.carelet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for names that are there twice. */
final class Distinct {

    private Distinct() {}

    /** Adds a problem for each name that was there before. */
    static void check(String kind, List<String> names, List<String> problems) {
        Set<String> seen = new HashSet<>();
        names.stream()
                .filter(name -> !seen.add(name))
                .forEach(name -> problems.add(kind + " '" + name + "' is there twice"));
    }
}
