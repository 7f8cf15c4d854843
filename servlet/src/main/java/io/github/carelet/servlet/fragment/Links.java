package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.Address;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.page.Theme;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the links of a rendition lead.
 *
 * @param rendition what is being rendered
 * @param defaultLanguage the language that need not be named
 * @param booking the address below which the booking form is; empty if nobody takes bookings online
 */
record Links(Rendition rendition, String defaultLanguage, Optional<String> booking) {

    /** Returns the page of the clinic. */
    String home() {
        return rendition.base() + "/pages/clinic" + Query.written(travelling());
    }

    /** Returns this same page in a language. */
    String inLanguage(String tag) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (rendition.kind().isPresent() && rendition.full() != rendition.id().isPresent()) {
            parameters.put("view", rendition.full() ? "full" : "card");
        }
        if (!rendition.sections().isEmpty()) {
            parameters.put("sections", String.join(",", rendition.sections()));
        }
        rendition.location().ifPresent(location -> parameters.put("location", location));
        parameters.put("lang", tag);
        rendition.partner().ifPresent(partner -> parameters.put("partner", partner));
        String path = rendition.path().isEmpty() ? Kind.CLINIC.code() : rendition.path();
        return rendition.base() + "/pages/" + path + Query.written(parameters);
    }

    /** Returns the page of an item. */
    String page(Kind kind, String id) {
        return rendition.base() + "/pages/" + kind.code() + "/" + id + Query.written(travelling());
    }

    /** Returns where a search is sent to; the words themselves travel in the body. */
    String search() {
        Map<String, String> parameters = new LinkedHashMap<>(travelling());
        rendition.location().ifPresent(location -> parameters.put("location", location));
        return rendition.base() + "/pages/search" + Query.written(parameters);
    }

    /** Returns the fragment of an item. */
    String fragment(Kind kind, String id) {
        return rendition.base() + "/fragments/" + kind.code() + "/" + id + Query.written(travelling());
    }

    /** Returns the page that lists all items of a kind. */
    String list(Kind kind) {
        return rendition.base() + "/pages/" + kind.code() + Query.written(travelling());
    }

    /** Returns the booking form with what is known about the appointment. */
    Optional<String> book(Map<String, String> known) {
        Map<String, String> parameters = new LinkedHashMap<>(known);
        parameters.put("lang", rendition.language());
        rendition.partner().ifPresent(partner -> parameters.put("partner", partner));
        rendition.theme().ifPresent(theme -> parameters.put(Theme.PARAMETER, theme.code()));
        return booking.map(root -> root + "/book" + Query.written(parameters));
    }

    /** Returns directions to an address. */
    static String directions(Address address) {
        return address.directions().href();
    }

    private Map<String, String> travelling() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!rendition.language().equals(defaultLanguage)) {
            parameters.put("lang", rendition.language());
        }
        rendition.partner().ifPresent(partner -> parameters.put("partner", partner));
        rendition.theme().ifPresent(theme -> parameters.put(Theme.PARAMETER, theme.code()));
        return parameters;
    }
}
