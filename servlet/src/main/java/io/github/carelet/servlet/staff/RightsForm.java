package io.github.carelet.servlet.staff;

/**
 * What a patient may ask of the clinic, for {@code staff/rights.jte}.
 *
 * @param file where all that is kept about the patient is taken out
 * @param forget where the patient is forgotten
 */
public record RightsForm(String file, String forget) {}
