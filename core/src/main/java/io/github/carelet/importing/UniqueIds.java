package io.github.carelet.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives each thing an id of its own: the one that is wanted, or that with a number behind it. Not thread-safe. */
final class UniqueIds {

    private static final int LONGEST = 54;

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Returns an id that nothing else has. */
    String of(String wanted) {
        String id = wanted;
        while (!taken.add(id)) {
            int number = numbers.merge(wanted, 1, Integer::sum) + 1;
            id = wanted.substring(0, Math.min(wanted.length(), LONGEST)) + "-" + number;
        }
        return id;
    }
}
