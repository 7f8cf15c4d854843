package io.github.carelet.servlet.embed;

import java.util.Map;
import java.util.Optional;

/**
 * The form in a page that the host's own server writes, for {@code embed/static.jte}: a frame that works by itself, in an
 * element that the script may take over.
 *
 * @param parameters what is known of the appointment, and how it is shown
 * @param title the name of the frame
 * @param href the address of the form
 */
public record StaticBooking(Map<String, String> parameters, String title, String href) {

    /** Copies the parameters. */
    public StaticBooking {
        parameters = Map.copyOf(parameters);
    }

    /** Returns a parameter, as an attribute of the element. */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
