package io.github.carelet.schedule;

import java.time.Instant;
import java.util.List;

/**
 * What is taken, as plain as can be: for the search that knows no tricks.
 *
 * @param spans who has which resource when
 * @param visits the starts of the visits that count towards the cap of a day
 */
record Taken(List<Span> spans, List<Instant> visits) {

    static final Taken NOTHING = new Taken(List.of(), List.of());

    Taken {
        spans = List.copyOf(spans);
        visits = List.copyOf(visits);
    }

    record Span(Resource resource, Instant from, Instant until) {

        boolean holds(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(until);
        }

        boolean meets(Instant begin, Instant end) {
            return from.isBefore(end) && begin.isBefore(until);
        }
    }

    Occupancy occupancy() {
        Occupancy.Builder builder = Occupancy.builder();
        spans.forEach(span -> builder.take(span.resource(), span.from(), span.until()));
        visits.forEach(start -> builder.count(Sketch.TYPE, Sketch.LOCATION, start));
        return builder.build();
    }
}
