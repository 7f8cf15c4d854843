package io.github.carelet.catalog;

import java.util.List;

/**
 * What a patient may have.
 *
 * @param id its id
 * @param name its name
 * @param alsoCalled other names
 * @param patientWords what patients say instead of its name
 * @param summary what it is in a sentence
 * @param sections its text
 * @param redFlags signs that need help at once
 * @param codes its codes
 * @param review who checked it
 */
public record Condition(
        String id,
        Localized<String> name,
        List<Localized<String>> alsoCalled,
        PatientWords patientWords,
        Localized<String> summary,
        List<Section> sections,
        List<Localized<String>> redFlags,
        List<Code> codes,
        Review review)
        implements Item {

    /** Copies the lists. */
    public Condition {
        alsoCalled = List.copyOf(alsoCalled);
        sections = List.copyOf(sections);
        redFlags = List.copyOf(redFlags);
        codes = List.copyOf(codes);
    }
}
