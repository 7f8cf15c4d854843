package io.github.carelet.catalog;

/**
 * A place on earth, WGS 84.
 *
 * @param lat latitude in degrees, -90 to 90
 * @param lng longitude in degrees, -180 to 180
 */
public record Geo(double lat, double lng) {

    private static final double EARTH_RADIUS = 6371;

    /** Checks the ranges. */
    public Geo {
        if (!(Math.abs(lat) <= 90) || !(Math.abs(lng) <= 180)) {
            throw new IllegalArgumentException("no place on earth: lat " + lat + ", lng " + lng);
        }
    }

    /** Returns how far another place is as the crow flies, in kilometres; right to a percent within a few hundred. */
    public double kilometresTo(Geo other) {
        double north = Math.toRadians(other.lat - lat);
        double turned = Math.abs(other.lng - lng);
        double east = Math.toRadians(Math.min(turned, 360 - turned)) * Math.cos(Math.toRadians((lat + other.lat) / 2));
        return EARTH_RADIUS * Math.hypot(north, east);
    }
}
