package io.github.carelet.importing;

import io.github.carelet.catalog.Address;
import io.github.carelet.catalog.OpenInterval;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place as a source tells of it.
 *
 * @param key names it within the import: texts with equal keys are about one place
 * @param name what it is called; empty if nothing but its address is known
 * @param address where it is
 * @param phone its number in E.164; empty if not said
 * @param fax its fax number in E.164; empty if not said
 * @param hours when it is open; a day that is not said is not in it
 * @param geo latitude and longitude; empty if not said
 * @param id the id that Carelet itself gave it; empty otherwise
 */
record PlaceFact(
        String key,
        String name,
        Address address,
        String phone,
        String fax,
        Map<DayOfWeek, List<OpenInterval>> hours,
        List<Double> geo,
        String id) {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    PlaceFact {
        hours = Collections.unmodifiableMap(new TreeMap<>(hours));
        geo = List.copyOf(geo);
    }

    static PlaceFact at(String name, Address address) {
        return new PlaceFact(key(address), name, address, "", "", Map.of(), List.of(), "");
    }

    PlaceFact geo(List<Double> where) {
        return new PlaceFact(key, name, address, phone, fax, hours, where, id);
    }

    PlaceFact id(String newId) {
        return new PlaceFact(key, name, address, phone, fax, hours, geo, newId);
    }

    PlaceFact phone(String number) {
        return new PlaceFact(key, name, address, number, fax, hours, geo, id);
    }

    PlaceFact fax(String number) {
        return new PlaceFact(key, name, address, phone, number, hours, geo, id);
    }

    PlaceFact hours(Map<DayOfWeek, List<OpenInterval>> open) {
        return new PlaceFact(key, name, address, phone, fax, open, geo, id);
    }

    /** Two texts are about one place if ZIP code and house number are the same, and no suite says otherwise. */
    private static String key(Address address) {
        Matcher house = NUMBER.matcher(address.street());
        String number = house.find() ? house.group() : Words.key(address.street());
        String zip = address.postalCode().split("-", -1)[0];
        String unit =
                address.unit().replaceAll("(?i)[^A-Z0-9]|suite|ste|unit", "").toLowerCase(Locale.ROOT);
        return zip + "/" + number + "/" + unit + (zip.isEmpty() ? Words.key(address.city()) : "");
    }

    /** Returns what both say together; where they differ, this one is right. */
    PlaceFact with(PlaceFact other) {
        return new PlaceFact(
                key,
                name.isEmpty() ? other.name : name,
                address.unit().isEmpty() && !other.address.unit().isEmpty() ? other.address : address,
                phone.isEmpty() ? other.phone : phone,
                fax.isEmpty() ? other.fax : fax,
                hours.isEmpty() ? other.hours : hours,
                geo.isEmpty() ? other.geo : geo,
                id.isEmpty() ? other.id : id);
    }

    /** Returns what to call it: its name, else its city. */
    String shownName() {
        return Optional.of(name).filter(each -> !each.isEmpty()).orElse(address.city());
    }
}
