package io.github.carelet.servlet.form;

import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.page.Theme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The addresses of the booking flow, as paths below the mount: a repeated answer is the same bytes also when the server has
 * moved to another port or name meanwhile.
 *
 * @param base where the world sees the servlet mounted, without a slash at the end
 * @param theme the colours that the next document is to have as well
 */
record Links(String base, Optional<Theme> theme) {

    /** Returns where a step begins, with what is known; as the action of a form if nothing is. */
    String book(Map<String, String> parameters) {
        return base + "/book" + query(parameters);
    }

    /** Returns where a filled in form goes. */
    String bookings(Map<String, String> parameters) {
        return base + "/bookings" + query(parameters);
    }

    /** Returns the patient's page. */
    String manage(String token) {
        return manage(token, "", Map.of());
    }

    /** Returns what is below the patient's page: empty, or a slash and a name. */
    String manage(String token, String below, Map<String, String> parameters) {
        return base + "/bookings/" + URLEncoder.encode(token, StandardCharsets.UTF_8) + below + query(parameters);
    }

    private String query(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        theme.ifPresent(each -> all.put(Theme.PARAMETER, each.code()));
        return Query.written(all);
    }
}
