package io.github.carelet.catalog;

/**
 * A text that a patient agrees to, and its version. The version is stored with the booking.
 *
 * @param version the version, as the form carries it
 * @param text the text
 */
public record Consent(String version, Localized<String> text) {}
