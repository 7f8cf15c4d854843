package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.Address;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
        return rendition.base() + "/pages/clinic" + query(travelling());
    }

    /** Returns the page of an item. */
    String page(Kind kind, String id) {
        return rendition.base() + "/pages/" + kind.code() + "/" + id + query(travelling());
    }

    /** Returns the booking form with what is known about the appointment. */
    Optional<String> book(Map<String, String> known) {
        Map<String, String> parameters = new LinkedHashMap<>(known);
        parameters.put("lang", rendition.language());
        rendition.partner().ifPresent(partner -> parameters.put("partner", partner));
        return booking.map(root -> root + "/book" + query(parameters));
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
        return parameters;
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + encode(each.getValue()))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), query -> query.isEmpty() ? "" : "?" + query));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
