package io.github.carelet.catalog;

/**
 * A postal address.
 *
 * @param street house number and street
 * @param unit suite or floor, empty if none
 * @param city the city
 * @param region state or province, such as {@code CA}
 * @param postalCode ZIP or postal code
 * @param country ISO 3166-1 alpha-2 code, such as {@code US}
 */
public record Address(String street, String unit, String city, String region, String postalCode, String country) {

    /** Returns the address in one line, as one would say it to a map service. */
    public String oneLine() {
        String first = unit.isEmpty() ? street : street + ", " + unit;
        return first + ", " + city + ", " + region + " " + postalCode + ", " + country;
    }
}
