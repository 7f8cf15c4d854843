package io.github.carelet.servlet.form;

import io.github.carelet.catalog.Localized;
import java.util.List;
import java.util.Optional;

/**
 * The last step, which asks when and who, for {@code form/request.jte}.
 *
 * @param shell what every document has
 * @param step where in the flow it is; empty if there is but one step
 * @param action where the form goes, by POST
 * @param hidden what was chosen before, and the token
 * @param trouble why the form came back, if it did
 * @param facts what was chosen before, in words
 * @param redFlags signs that need help at once
 * @param known what patients ask first
 * @param answerWithin how soon the clinic answers, as a sentence
 * @param times when the patient may come
 * @param groups the fields
 * @param website what is in the field that people do not see
 */
public record RequestPage(
        Shell shell,
        Optional<StepLine> step,
        String action,
        List<Hidden> hidden,
        Optional<Trouble> trouble,
        List<Fact> facts,
        List<Localized.Value<String>> redFlags,
        List<io.github.carelet.servlet.fragment.Fact> known,
        String answerWithin,
        Times times,
        List<Group> groups,
        String website) {

    /** Copies the lists. */
    public RequestPage {
        hidden = List.copyOf(hidden);
        facts = List.copyOf(facts);
        redFlags = List.copyOf(redFlags);
        known = List.copyOf(known);
        groups = List.copyOf(groups);
    }

    /**
     * Fields that belong together.
     *
     * @param heading what they are about
     * @param fields the fields
     */
    public record Group(String heading, List<FormField> fields) {

        /** Copies the list. */
        public Group {
            fields = List.copyOf(fields);
        }
    }
}
