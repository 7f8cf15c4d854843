package io.github.carelet.servlet.embed;

import io.github.carelet.Carelet;
import io.github.carelet.booking.Referral;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Slug;
import io.github.carelet.language.LanguageTag;
import io.github.carelet.servlet.fragment.BookingRoot;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.page.Source;
import io.github.carelet.servlet.page.Theme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the booking form is, with what is known of an appointment. Safe for use by many threads. */
public final class FormAddresses {

    /** The parameters that are ids of the catalogue, in the order in which they stand in an address. */
    public static final List<String> IDS = List.of("type", "treatment", "condition", "location");

    private static final List<String> PARAMETERS = Stream.concat(
                    IDS.stream(), Stream.of("lang", "partner", Source.PARAMETER, Theme.PARAMETER))
            .toList();

    private final Carelet carelet;

    /** Leads to the form of the given Carelet, or to that of the one that takes its bookings. */
    public FormAddresses(Carelet carelet) {
        this.carelet = carelet;
    }

    /**
     * Returns the address with these parameters, which are not looked at; empty if nobody takes bookings online.
     *
     * @param base where the servlet is mounted, without a slash at the end
     */
    public Optional<String> of(String base, Map<String, String> parameters) {
        return BookingRoot.of(carelet).of(base).map(root -> root + "/book" + Query.written(parameters));
    }

    /** Returns those of the parameters that mean something, to whoever comes through their partner, in the order of an address. */
    public Map<String, String> known(Map<String, String> parameters) {
        Catalog catalog =
                carelet.catalog(Optional.ofNullable(parameters.get("partner")).flatMap(carelet::partner));
        Map<String, String> known = new LinkedHashMap<>();
        for (String name : PARAMETERS) {
            Optional.ofNullable(parameters.get(name))
                    .filter(value -> knows(catalog, name, value))
                    .ifPresent(value -> known.put(name, value));
        }
        return known;
    }

    /** Returns whether the value of a parameter of the form means something. */
    public boolean knows(String name, String value) {
        return knows(carelet.publication().catalog(), name, value);
    }

    private boolean knows(Catalog catalog, String name, String value) {
        return switch (name) {
            case "lang" -> LanguageTag.isWellFormed(value);
            case Theme.PARAMETER -> Theme.isKnown(value);
            case Source.PARAMETER -> Referral.isSource(value);
            case "partner" -> carelet.partner(value).isPresent();
            default -> Slug.isValid(value) && has(catalog, name, value);
        };
    }

    private static boolean has(Catalog catalog, String name, String id) {
        return switch (name) {
            case "type" -> catalog.appointmentType(id).isPresent();
            case "treatment" -> catalog.treatment(id).isPresent();
            case "condition" -> catalog.condition(id).isPresent();
            case "location" -> catalog.location(id).isPresent();
            default -> false;
        };
    }
}
