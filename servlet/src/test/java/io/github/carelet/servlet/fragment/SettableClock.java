package io.github.carelet.servlet.fragment;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands where it was set. */
final class SettableClock implements InstantSource {

    private volatile Instant now;

    SettableClock(String now) {
        this.now = Instant.parse(now);
    }

    void set(String instant) {
        set(Instant.parse(instant));
    }

    void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
