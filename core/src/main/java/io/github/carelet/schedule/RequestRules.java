package io.github.carelet.schedule;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Location;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which days and parts of days may be asked for: by the notice, the window and the hours of an appointment type at a
 * location. What {@link #choices} lists, {@link #judge} accepts, and nothing else.
 *
 * @param type the type
 * @param location the location
 */
public record RequestRules(AppointmentType type, Location location) {

    /** Returns every day that may be asked for, in order. */
    public List<DayChoice> choices(Instant now) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns why a preference is refused; empty if it is not. */
    public Optional<Refusal> judge(Preference preference, Instant now) {
        throw new UnsupportedOperationException("not yet");
    }
}
