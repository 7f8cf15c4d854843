package io.github.carelet.examples.benchmarks;

/**
 * A load: so much comes in a second, whether what came before has its answer or not.
 *
 * @param bookings a second
 * @param reads a second
 * @param seconds how long they come and count
 * @param warmUp how long they come before, and don't count
 * @param type what is booked
 * @param location where
 */
record Plan(double bookings, double reads, double seconds, double warmUp, String type, String location) {

    Plan {
        if (!(bookings > 0 && seconds > 0)) {
            throw new IllegalArgumentException(
                    "--rate " + bookings + " --seconds " + seconds + ": expected both above 0");
        }
    }

    static Plan of(Options options) {
        double rate = options.number("--rate", 20);
        return new Plan(
                rate,
                options.number("--reads", 5 * rate),
                options.number("--seconds", 60),
                options.number("--warm-up", 20),
                options.last("--type").orElse("pt-evaluation"),
                options.last("--location").orElse("arcadia"));
    }

    /** Returns how many come, with those that don't count. */
    int arrivals() {
        return (int) Math.round((bookings + reads) * (warmUp + seconds));
    }

    /** Returns how long after the first so many others come, in nanoseconds. */
    long arrives(int number) {
        return (long) (number * 1e9 / (bookings + reads));
    }

    /** Returns how many of those before one have booked; they are spread evenly among those who read. */
    int booked(int number) {
        return (int) (number * bookings / (bookings + reads));
    }

    /** Returns whether one books; all others read. */
    boolean books(int number) {
        return booked(number + 1) > booked(number);
    }

    /** Returns the number of the first that counts. */
    int firstCounted() {
        return (int) Math.round((bookings + reads) * warmUp);
    }
}
