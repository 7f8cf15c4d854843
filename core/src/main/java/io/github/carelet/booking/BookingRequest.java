package io.github.carelet.booking;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Location;
import io.github.carelet.schedule.Preference;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A submission that was parsed: everything in it is well formed and refers to what the catalogue has. Prints neither
 * patient nor visit.
 *
 * @param type what is asked for
 * @param location where
 * @param slot when, if a time was picked
 * @param preferred when otherwise, in the patient's order
 * @param consent what the patient agreed to
 * @param words which words of the catalogue these are; none if it is not from there
 * @param patient who asks
 * @param visit what for
 * @param suspect whether a field was filled in that people do not see
 */
record BookingRequest(
        AppointmentType type,
        Location location,
        Optional<OffsetDateTime> slot,
        List<Preference> preferred,
        Consents consent,
        List<ConsentWords> words,
        Patient patient,
        Visit visit,
        boolean suspect) {

    BookingRequest {
        preferred = List.copyOf(preferred);
        words = List.copyOf(words);
    }

    @Override
    public String toString() {
        return "BookingRequest[" + type.id() + " at " + location.id() + "]";
    }
}
