package io.github.carelet.servlet.studio;

import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.page.Document;
import java.util.Optional;

/**
 * Where a Carelet is, for pages of other sites.
 *
 * @param root the address of its mount, without a slash at the end: absolute if the host has said where the world sees it
 * @param booking the same of the Carelet that takes the bookings; empty if nobody takes them online
 * @param script the script of the elements
 */
record Site(String root, Optional<String> booking, Document.Script script) {

    /** Returns the page that shows what was chosen; empty for a form that there is not. */
    Optional<String> href(Choice choice) {
        String query = Query.written(choice.parameters());
        return choice.subject() instanceof Subject.Content content
                ? Optional.of(root + "/pages/" + content.path() + query)
                : booking.map(place -> place + "/book" + query);
    }

    /** Returns whether pages of other sites find it. */
    boolean isAbsolute() {
        return !root.isEmpty() && !root.startsWith("/");
    }
}
