package io.github.carelet.booking;

import io.github.carelet.catalog.Consent;
import io.github.carelet.catalog.Localized;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The words that a patient was shown and agreed to. They are kept once, and found again by their hash: what somebody agreed to
 * can be shown also when the catalogue says something else.
 *
 * @param version the version that the catalogue gave them
 * @param language the BCP 47 tag of the language that they are in
 * @param text the words themselves
 */
public record ConsentWords(String version, String language, String text) {

    /** Returns what a text says to somebody who uses a language. */
    static ConsentWords of(Consent consent, String language) {
        Localized.Value<String> shown = consent.text().in(language);
        return new ConsentWords(consent.version(), shown.language(), shown.value());
    }

    /**
     * Returns the SHA-256 of language and words, in hexadecimal digits: of the tag, a line feed and the text, in UTF-8. Anybody
     * can tell it again: {@code printf 'en\nI agree.' | sha256sum}.
     */
    public String sha256() {
        String hashed = language + "\n" + text;
        return HexFormat.of().formatHex(Hashes.sha256(hashed.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "ConsentWords[" + version + " in " + language + "]";
    }
}
