package io.github.carelet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Lets go of what was opened. */
final class Closing {

    private Closing() {}

    /** Closes in the opposite order of opening, all of them, whatever happens. */
    static void all(List<AutoCloseable> open) {
        Deque<AutoCloseable> rest = new ArrayDeque<>(open);
        RuntimeException first = null;
        while (!rest.isEmpty()) {
            try {
                rest.removeLast().close();
            } catch (Exception e) {
                first = first == null ? new IllegalStateException("could not close all", e) : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
