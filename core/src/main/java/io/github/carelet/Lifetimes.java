package io.github.carelet;

import io.github.carelet.booking.Retention;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long things of a booking last after it is over.
 *
 * @param links the patient's link, if the host said so
 * @param patients who the patient was
 */
record Lifetimes(Optional<Duration> links, Duration patients) {

    static final Lifetimes DEFAULT = new Lifetimes(Optional.empty(), Retention.DEFAULT);

    Lifetimes withLinks(Duration time) {
        return new Lifetimes(Optional.of(time), patients);
    }

    Lifetimes withPatients(Duration time) {
        return new Lifetimes(links, time);
    }

    /** Adds what can't be. */
    void check(List<String> problems) {
        links.ifPresent(time -> check("linksFor", time, problems));
        check("keepFor", patients, problems);
    }

    private static void check(String name, Duration time, List<String> problems) {
        if (time.isNegative()) {
            problems.add(name + " " + time + " is over before it begins: expected PT0S or more");
        }
    }
}
