package io.github.carelet.servlet.form;

import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.PhoneNumber;
import java.util.List;
import java.util.Optional;

/**
 * A step that asks for one of several, for {@code form/choice.jte}.
 *
 * @param shell what every document has
 * @param step where in the flow it is
 * @param heading the question
 * @param field the name of the field
 * @param method how the answer goes: {@code get}, or {@code post} with a form that was begun
 * @param action where the answer goes
 * @param hidden what was chosen before
 * @param options the answers to choose from
 * @param facts what was chosen before, in words
 * @param redFlags signs that need help at once
 */
public record ChoicePage(
        Shell shell,
        StepLine step,
        String heading,
        String field,
        String method,
        String action,
        List<Hidden> hidden,
        List<Option> options,
        List<Fact> facts,
        List<Localized.Value<String>> redFlags) {

    /** Copies the lists. */
    public ChoicePage {
        hidden = List.copyOf(hidden);
        options = List.copyOf(options);
        facts = List.copyOf(facts);
        redFlags = List.copyOf(redFlags);
    }

    /**
     * An answer to choose.
     *
     * @param value its id
     * @param label its name
     * @param hint a line below the name; may be empty
     * @param call the number to call, if it is booked by phone only
     */
    public record Option(String value, Localized.Value<String> label, String hint, Optional<PhoneNumber> call) {}
}
