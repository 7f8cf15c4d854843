package io.github.carelet.servlet.form;

import java.util.List;
import java.util.Optional;

/**
 * The form to take one of the times that the clinic offers.
 *
 * @param action where it goes, by POST
 * @param token the token that it carries
 * @param offers the times
 * @param until until when they are kept, as a sentence; may be empty
 * @param error what is wrong with the choice
 */
public record AcceptForm(
        String action, String token, List<FreeTimes.Chip> offers, String until, Optional<String> error) {

    /** Copies the list. */
    public AcceptForm {
        offers = List.copyOf(offers);
    }

    /** Tokens are not for logs. */
    @Override
    public String toString() {
        return "AcceptForm[" + offers.size() + " offers]";
    }
}
