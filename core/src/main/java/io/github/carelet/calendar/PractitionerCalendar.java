package io.github.carelet.calendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Where a practitioner's calendar is: an iCalendar file ({@code .ics}), as calendar programs publish it.
 *
 * @param practitioner their id in the catalogue
 * @param place an address of the web, or that of a file; {@code webcal} means {@code https}
 */
public record PractitionerCalendar(String practitioner, URI place) {

    private static final Set<String> SCHEMES = Set.of("http", "https", "file");

    /**
     * Checks the scheme.
     *
     * @throws IllegalArgumentException if it is neither of the web nor of a file; without the address, which is often secret
     */
    public PractitionerCalendar {
        String scheme = place.getScheme() == null ? "" : place.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.equals("webcal") || scheme.equals("webcals")) {
            place = secured(place);
        } else if (!SCHEMES.contains(scheme)) {
            throw new IllegalArgumentException("calendar of '" + practitioner
                    + "': no address of a calendar; expected like https://calendar.example/jo.ics");
        }
    }

    /** Returns the calendar in a file. It need not be there yet. */
    public static PractitionerCalendar in(Path file, String practitioner) {
        return new PractitionerCalendar(practitioner, file.toAbsolutePath().toUri());
    }

    /** Returns whether it is in a file, and not in the web. */
    public boolean isFile() {
        return "file".equalsIgnoreCase(place.getScheme());
    }

    private static URI secured(URI place) {
        try {
            return new URI(
                    "https" + place.toString().substring(place.getScheme().length()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no address of a calendar", e);
        }
    }

    /** Not the place: whoever knows it can read the calendar. */
    @Override
    public String toString() {
        return "PractitionerCalendar[" + practitioner + "]";
    }
}
