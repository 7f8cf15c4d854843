package io.github.carelet.servlet.form;

import io.github.carelet.servlet.http.Query;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The addresses of the booking flow, as paths below the mount: a repeated answer is the same bytes also when the server has
 * moved to another port or name meanwhile.
 */
record Links(String base) {

    /** Returns where a step begins, with what is known; as the action of a form if nothing is. */
    String book(Map<String, String> parameters) {
        return base + "/book" + Query.written(parameters);
    }

    /** Returns where a filled in form goes. */
    String bookings(Map<String, String> parameters) {
        return base + "/bookings" + Query.written(parameters);
    }

    /** Returns the patient's page. */
    String manage(String token) {
        return base + "/bookings/" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }
}
