package io.github.carelet.servlet.form;

import io.github.carelet.catalog.Localized;
import java.util.List;
import java.util.Optional;

/** A field of the last page, with what the visitor put in and what is wrong with that. */
public sealed interface FormField {

    /** Returns its name, as in the submission. */
    String name();

    /** Returns what is asked. */
    Localized.Value<String> label();

    /** Returns a line that helps to answer; may be empty. */
    String hint();

    /** Returns what is wrong with the answer. */
    Optional<String> error();

    /** Returns the id of the element that a link to the field leads to. */
    default String id() {
        return "carelet-" + name();
    }

    /** Returns the ids of what describes the field, for {@code aria-describedby}; empty if nothing does. */
    default String describedBy() {
        String hints = hint().isEmpty() ? "" : id() + "-hint";
        String errors = error().isEmpty() ? "" : id() + "-error";
        return (hints + " " + errors).strip();
    }

    /**
     * One line of text.
     *
     * @param type the type of the input
     * @param autocomplete what a browser may fill in, or {@code off}
     * @param value what the visitor typed; may be empty
     */
    record Line(
            String name,
            Localized.Value<String> label,
            String hint,
            String type,
            String autocomplete,
            String value,
            Optional<String> error)
            implements FormField {

        /** Returns which keyboard a phone shows; empty if the type says that already. */
        public String inputMode() {
            return switch (type) {
                case "tel", "email" -> type;
                default -> "";
            };
        }

        /** What the visitor typed is not for logs. */
        @Override
        public String toString() {
            return "Line[" + name + "]";
        }
    }

    /** Several lines of text. */
    record Area(String name, Localized.Value<String> label, String hint, String value, Optional<String> error)
            implements FormField {

        /** What the visitor typed is not for logs. */
        @Override
        public String toString() {
            return "Area[" + name + "]";
        }
    }

    /** One of several. */
    record Choices(
            String name, Localized.Value<String> label, String hint, List<Choice> choices, Optional<String> error)
            implements FormField {

        /** Copies the list. */
        public Choices {
            choices = List.copyOf(choices);
        }

        /**
         * An answer to choose.
         *
         * @param value what is sent
         * @param label what is shown
         * @param checked whether the visitor chose it
         */
        public record Choice(String value, Localized.Value<String> label, boolean checked) {}
    }

    /**
     * A box to tick.
     *
     * @param value what is sent if it is ticked
     * @param checked whether the visitor ticked it
     */
    record Tick(
            String name,
            Localized.Value<String> label,
            String hint,
            String value,
            boolean checked,
            Optional<String> error)
            implements FormField {}
}
