package io.github.carelet.servlet.form;

import io.github.carelet.catalog.Localized;
import java.util.List;
import java.util.Optional;

/**
 * The last two steps, which ask when and who, for {@code form/request.jte}; both at once if the form came back.
 *
 * @param shell what every document has
 * @param step where in the flow it is
 * @param heading what is done here
 * @param method how the form goes on: {@code get} until something is typed, then {@code post}
 * @param action where the form goes
 * @param hidden what was chosen before, and the token
 * @param trouble why the form came back, if it did
 * @param facts what was chosen before, in words
 * @param redFlags signs that need help at once
 * @param known what patients ask first
 * @param promises what happens when it is sent, in sentences
 * @param free the free times, if one of them is to be picked
 * @param times the parts of days to choose from, if they are asked for
 * @param none whether to say that no time is free to be picked
 * @param choose the button that has the time that is picked held, if it can be
 * @param turns the ways to ask for the time differently
 * @param groups the fields; none where it asks only when
 * @param website what is in the field that people do not see
 * @param submit what the button says
 */
public record RequestPage(
        Shell shell,
        StepLine step,
        String heading,
        String method,
        String action,
        List<Hidden> hidden,
        Optional<Trouble> trouble,
        List<Fact> facts,
        List<Localized.Value<String>> redFlags,
        List<io.github.carelet.servlet.fragment.Fact> known,
        List<String> promises,
        Optional<FreeTimes> free,
        Optional<Times> times,
        boolean none,
        Optional<Turn> choose,
        List<Turn> turns,
        List<Group> groups,
        String website,
        String submit) {

    /** The id of the form. */
    public static final String FORM = "carelet-form";

    /** Copies the lists. */
    public RequestPage {
        hidden = List.copyOf(hidden);
        facts = List.copyOf(facts);
        redFlags = List.copyOf(redFlags);
        known = List.copyOf(known);
        promises = List.copyOf(promises);
        turns = List.copyOf(turns);
        groups = List.copyOf(groups);
    }

    /** Returns whether there is anything to choose or to fill in; else all one can do is call. */
    public boolean canGoOn() {
        return !groups.isEmpty()
                || free.isPresent()
                || times.filter(each -> !each.isEmpty()).isPresent();
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
