package io.github.carelet.servlet.form;

import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.PhoneNumber;
import java.util.List;
import java.util.Optional;

/**
 * The page of a type that is booked by phone, for {@code form/phone.jte}.
 *
 * @param shell what every document has
 * @param facts what was chosen before, in words
 * @param redFlags signs that need help at once
 * @param known what patients ask first
 * @param phone the number to call
 * @param others the way to the other types, if there are any
 * @param hidden what was typed before, if a form was begun
 */
public record PhonePage(
        Shell shell,
        List<Fact> facts,
        List<Localized.Value<String>> redFlags,
        List<io.github.carelet.servlet.fragment.Fact> known,
        PhoneNumber phone,
        Optional<Turn> others,
        List<Hidden> hidden) {

    /** Copies the lists. */
    public PhonePage {
        facts = List.copyOf(facts);
        redFlags = List.copyOf(redFlags);
        known = List.copyOf(known);
        hidden = List.copyOf(hidden);
    }
}
