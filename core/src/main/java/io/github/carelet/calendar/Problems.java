package io.github.carelet.calendar;

import java.util.ArrayList;
import java.util.List;

/** What is not understood of a calendar, by line and without its words. Used by one thread. */
final class Problems {

    private static final int KEPT = 10;

    private final List<String> first = new ArrayList<>();
    private int count;

    void add(int line, String problem) {
        count++;
        if (first.size() < KEPT) {
            first.add("line " + line + ": " + problem);
        }
    }

    int count() {
        return count;
    }

    /** Returns the first of them. */
    List<String> first() {
        return List.copyOf(first);
    }
}
