package io.github.carelet.catalog;

/**
 * A place on earth, WGS 84.
 *
 * @param lat latitude in degrees, -90 to 90
 * @param lng longitude in degrees, -180 to 180
 */
public record Geo(double lat, double lng) {

    /** Checks the ranges. */
    public Geo {
        if (!(Math.abs(lat) <= 90) || !(Math.abs(lng) <= 180)) {
            throw new IllegalArgumentException("no place on earth: lat " + lat + ", lng " + lng);
        }
    }
}
