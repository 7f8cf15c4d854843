package io.github.carelet.examples.benchmarks;

import java.util.List;

/**
 * A server that takes bookings, as a contender by the clock: what counts is when a patient has the answer, most of which is
 * waiting for the disk.
 *
 * @param name what it is called in the table
 * @param client books there
 * @param atOnce how many at once; of one at a time the median counts, of more the whole
 * @param each how many bookings are made for one that counts
 */
record Booked(String name, BookingClient client, int atOnce, int each) implements Contender {

    @Override
    public Cost run(int times) throws Exception {
        List<Long> nanos = client.book(times * each, atOnce);
        if (atOnce > 1) {
            return new Cost(nanos.get(0), 0, times);
        }
        List<Long> sorted = nanos.subList(1, nanos.size()).stream().sorted().toList();
        return new Cost(each * sorted.get(sorted.size() / 2), 0, 1);
    }
}
