package io.github.carelet.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A postal address.
 *
 * @param street house number and street
 * @param unit suite or floor, empty if none
 * @param city the city
 * @param region state or province, such as {@code CA}; empty if not said
 * @param postalCode ZIP or postal code; empty if not said
 * @param country ISO 3166-1 alpha-2 code, such as {@code US}; empty if not said
 */
public record Address(String street, String unit, String city, String region, String postalCode, String country) {

    /**
     * Returns the address as it stands on an envelope, without the country: street and unit, then city, region and code;
     * what is not known is left out.
     */
    public List<String> lines() {
        String place = Stream.of(city, (region + " " + postalCode).strip())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        return List.of(unit.isEmpty() ? street : street + ", " + unit, place);
    }

    /** Returns the address in one line, as one would say it to a map service; what is not known is left out. */
    public String oneLine() {
        String regionAndCode = (region + " " + postalCode).strip();
        return Stream.of(street, unit, city, regionAndCode, country)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Returns a link to directions. */
    public Link directions() {
        String place = URLEncoder.encode(oneLine(), StandardCharsets.UTF_8).replace("+", "%20");
        return new Link("https://www.google.com/maps/dir/?api=1&destination=" + place);
    }
}
