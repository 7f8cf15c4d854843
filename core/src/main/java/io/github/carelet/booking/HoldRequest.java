package io.github.carelet.booking;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Location;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A time that a patient has picked and not yet asked for.
 *
 * @param type of what
 * @param location where
 * @param treatment id of the treatment that it is for, if that was chosen: other places are named only where there is it
 * @param start when
 */
public record HoldRequest(AppointmentType type, Location location, Optional<String> treatment, OffsetDateTime start) {

    /** What somebody is treated for is not for logs. */
    @Override
    public String toString() {
        return "HoldRequest[" + type.id() + " at " + location.id() + "]";
    }
}
