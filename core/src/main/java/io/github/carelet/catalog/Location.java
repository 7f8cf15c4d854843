package io.github.carelet.catalog;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A place where the clinic sees patients. Zone and phone are the clinic's where the catalogue gives none.
 *
 * @param id its id
 * @param name its name, such as {@code Arcadia}
 * @param phone the number to call
 * @param fax the fax number
 * @param address where it is
 * @param geo where that is on a map
 * @param timeZone the zone of its wall clocks
 * @param hours when it is open, if that is known
 * @param languagesSpoken BCP 47 tags of the languages spoken there
 * @param access what a visitor wants to know beforehand
 * @param acceptingNewPatients whether it takes new patients
 * @param insuranceAccepted what it accepts; empty means as the clinic does
 */
public record Location(
        String id,
        Localized<String> name,
        PhoneNumber phone,
        Optional<PhoneNumber> fax,
        Address address,
        Optional<Geo> geo,
        ZoneId timeZone,
        Optional<OpeningHours> hours,
        List<String> languagesSpoken,
        Access access,
        Known acceptingNewPatients,
        List<Insurance> insuranceAccepted) {

    /** Copies the lists. */
    public Location {
        languagesSpoken = List.copyOf(languagesSpoken);
        insuranceAccepted = List.copyOf(insuranceAccepted);
    }
}
