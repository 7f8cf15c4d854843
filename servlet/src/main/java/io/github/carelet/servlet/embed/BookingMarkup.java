package io.github.carelet.servlet.embed;

import io.github.carelet.Carelet;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.language.LanguageTag;
import io.github.carelet.servlet.page.Templates;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The booking form as markup for a page that the host's own server writes. Safe for use by many threads. */
public final class BookingMarkup {

    private final Carelet carelet;
    private final Templates templates;
    private final FormAddresses addresses;

    /** Leads to the form of the given Carelet. */
    public BookingMarkup(Carelet carelet, Templates templates) {
        this.carelet = carelet;
        this.templates = templates;
        this.addresses = new FormAddresses(carelet);
    }

    /**
     * Returns the frame of the form; empty if nobody takes bookings online. What means nothing is left out: the form asks
     * for it.
     *
     * @param base where the servlet is mounted, without a slash at the end
     * @param parameters those of the form, and {@code title}, the name of the frame
     */
    public Optional<String> html(String base, Map<String, String> parameters) {
        Map<String, String> known = addresses.known(parameters);
        known.put("lang", language(known));
        String title = Optional.ofNullable(parameters.get("title"))
                .filter(given -> !given.isBlank())
                .orElseGet(() -> carelet.languages()
                        .in(known.get("lang"), clinic().defaultLanguage())
                        .text("book"));
        return addresses.of(base, known).map(href -> rendered(new StaticBooking(known, title, href)));
    }

    /** Returns those of the parameters that mean something. */
    public Map<String, String> known(Map<String, String> parameters) {
        return addresses.known(parameters);
    }

    private String rendered(StaticBooking booking) {
        return new String(templates.render("embed/static.jte", booking), StandardCharsets.UTF_8).strip();
    }

    private String language(Map<String, String> known) {
        return Optional.ofNullable(known.get("lang"))
                .flatMap(tag -> LanguageTag.lookup(tag, clinic().languages()))
                .orElseGet(() -> clinic().defaultLanguage());
    }

    private Clinic clinic() {
        return carelet.publication().catalog().clinic();
    }
}
