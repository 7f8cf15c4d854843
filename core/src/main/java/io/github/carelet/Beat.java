package io.github.carelet;

import java.time.Duration;
import java.time.InstantSource;

/** Has things done now and then. */
@FunctionalInterface
interface Beat {

    /** Begins to do something in such intervals, until what is returned is closed. */
    AutoCloseable every(String name, Duration interval, Runnable work);

    /** Returns a clock that says itself when an interval is over, or else a thread for each thing. */
    static Beat of(InstantSource clock) {
        return clock instanceof Beat own ? own : Recurring::start;
    }
}
