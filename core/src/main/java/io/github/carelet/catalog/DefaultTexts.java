package io.github.carelet.catalog;

import java.util.Map;

/** What is said where a clinic has not said it in its own words. */
final class DefaultTexts {

    static final Localized<String> EMERGENCY = new Localized<>(
            Map.of(
                    "en", "If this is an emergency, call your local emergency number now.",
                    "es", "Si es una emergencia, llame ahora al número de emergencias de su zona."),
            "en");

    static final Consent CONSENT = new Consent(
            "default-1",
            new Localized<>(
                    Map.of(
                            "en", "The clinic may use what I enter here to answer my request.",
                            "es", "La clínica puede usar lo que escribo aquí para responder a mi solicitud."),
                    "en"));

    private DefaultTexts() {}
}
