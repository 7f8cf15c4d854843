package io.github.carelet.schedule;

import java.util.Arrays;

/** A growing list of seconds since 1970. Used by one thread. */
final class Seconds {

    private static final int FIRST_CAPACITY = 16;

    private long[] values = new long[FIRST_CAPACITY];
    private int size;

    void add(long second) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = second;
    }

    /** Adds the start of an interval, or goes on with the last one if that ends there. */
    void begin(long second) {
        if (size > 0 && values[size - 1] == second) {
            size--;
        } else {
            add(second);
        }
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** Returns the values in order, each once. */
    long[] distinct() {
        boolean ordered = true;
        for (int i = 1; i < size; i++) {
            ordered &= values[i - 1] < values[i];
        }
        return ordered
                ? toArray()
                : Arrays.stream(values, 0, size).sorted().distinct().toArray();
    }
}
