package io.github.carelet.servlet.staff;

import java.util.List;
import java.util.Optional;

/**
 * The form for a patient who calls, for {@code staff/phone.jte}.
 *
 * @param shell the frame
 * @param trouble why it comes back, if it does
 * @param action where it goes: by GET for another visit or place, by POST to enter the booking
 * @param types the kinds of visits
 * @param locations the places
 * @param entry the rest of the form, once both are chosen
 */
public record PhonePage(
        Shell shell,
        Optional<Trouble> trouble,
        String action,
        List<Choice> types,
        List<Choice> locations,
        Optional<Entry> entry) {

    /** Copies the lists. */
    public PhonePage {
        types = List.copyOf(types);
        locations = List.copyOf(locations);
    }

    /**
     * The rest of the form.
     *
     * @param token that the page was made for whoever sends it
     * @param type id of the kind of visit
     * @param location id of the place
     * @param times what to choose from
     * @param parts parts of a day to wish for instead
     * @param wish what was typed as the day of a wish
     * @param fields what is asked of the patient
     * @param languages in which the patient is written to
     * @param message whether a message may be left
     * @param anyway what is unusual about the time, to be confirmed with a tick
     */
    public record Entry(
            String token,
            String type,
            String location,
            TimeChoice times,
            List<Choice> parts,
            String wish,
            List<Field> fields,
            List<Choice> languages,
            boolean message,
            Optional<String> anyway) {

        /** Copies the lists. */
        public Entry {
            parts = List.copyOf(parts);
            fields = List.copyOf(fields);
            languages = List.copyOf(languages);
        }

        @Override
        public String toString() {
            return "Entry[" + type + " at " + location + "]";
        }
    }

    /**
     * A field.
     *
     * @param name its name
     * @param label its label
     * @param kind the type of the input; {@code choice} for one of several
     * @param value what was typed
     * @param choices what to choose from
     */
    public record Field(String name, String label, String kind, String value, List<Choice> choices) {

        /** Copies the list. */
        public Field {
            choices = List.copyOf(choices);
        }

        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }
}
