package io.github.carelet.servlet.staff;

import io.github.carelet.language.Messages;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Query;
import java.util.Map;

/**
 * One request of somebody who is signed in.
 *
 * @param exchange what came in
 * @param user whose it is
 * @param names what stands in the path where the route has a name
 * @param words what the interface says
 */
record Visit(Exchange exchange, User user, Map<String, String> names, Messages words) {

    /** Returns the address of a page of the inbox; empty for its list. */
    String href(String below) {
        return exchange.base() + "/staff/" + below;
    }

    /** Returns the address of a page with parameters, none of which is about a person. */
    String href(String below, Map<String, String> parameters) {
        return href(below) + Query.written(parameters);
    }

    /** Returns the address of the page of a booking. */
    String booking(String reference) {
        return href("bookings/" + reference);
    }

    /** Returns what stands in the path for a name of the route. */
    String name(String key) {
        return names.getOrDefault(key, "");
    }

    String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }
}
