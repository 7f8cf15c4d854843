package io.github.carelet.servlet.staff;

import java.util.List;
import java.util.Optional;

/**
 * What the front desk writes down about a booking, for {@code staff/desk.jte}.
 *
 * @param note the form for a note
 * @param contact the form for an attempt to reach the patient
 * @param record the form for what was entered in the clinic's own system
 */
public record DeskForms(NoteForm note, ContactForm contact, RecordForm record) {

    /**
     * The form for a note.
     *
     * @param action where it goes
     * @param text what was typed
     * @param open whether it is unfolded
     */
    public record NoteForm(String action, String text, boolean open) {

        @Override
        public String toString() {
            return "NoteForm[…]";
        }
    }

    /**
     * The form for an attempt to reach the patient.
     *
     * @param action where it goes
     * @param ways how
     * @param results what came of it
     * @param text what was typed as a note
     * @param open whether it is unfolded
     */
    public record ContactForm(String action, List<Choice> ways, List<Choice> results, String text, boolean open) {

        /** Copies the lists. */
        public ContactForm {
            ways = List.copyOf(ways);
            results = List.copyOf(results);
        }

        @Override
        public String toString() {
            return "ContactForm[…]";
        }
    }

    /**
     * The form for what was entered in the clinic's own system.
     *
     * @param action where it goes
     * @param copy what is entered there, ready to be copied
     * @param known under which number it was entered; empty if it was not
     * @param number what was typed as its number
     * @param open whether it is unfolded
     */
    public record RecordForm(String action, String copy, Optional<String> known, String number, boolean open) {

        @Override
        public String toString() {
            return "RecordForm[…]";
        }
    }
}
