package io.github.carelet.servlet.form;

import io.github.carelet.catalog.Link;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.PhoneNumber;
import java.util.List;
import java.util.Optional;

/**
 * The patient's page of a booking, for {@code form/manage.jte}: neither name nor treatment.
 *
 * @param shell what every document has
 * @param trouble why an action was not done, if so
 * @param heading the state of the booking in words
 * @param next what happens next, in sentences
 * @param reference what the booking is called
 * @param requestedOn when the patient asked
 * @param times the time, or the times that the patient would like
 * @param settled whether the time is settled
 * @param place where it is, if the clinic still has that location
 * @param known what patients ask first, as far as the place decides it: it tells nothing of what the visit is for
 * @param calendar where the file for the calendar is, if there is one
 * @param accept the form to take a time that the clinic offers, if it offers any
 * @param moveLink where the form to move it is opened, if that is possible
 * @param move the form to move it, if it is open
 * @param cancel the form to call it off, if that is possible
 * @param consents what the patient agreed to, and the form to take it back
 */
public record ManagePage(
        Shell shell,
        Optional<Trouble> trouble,
        String heading,
        List<String> next,
        String reference,
        String requestedOn,
        List<String> times,
        boolean settled,
        Optional<Place> place,
        List<io.github.carelet.servlet.fragment.Fact> known,
        Optional<String> calendar,
        Optional<AcceptForm> accept,
        Optional<String> moveLink,
        Optional<MoveForm> move,
        Optional<CancelForm> cancel,
        ConsentForm consents) {

    /** Copies the lists. */
    public ManagePage {
        next = List.copyOf(next);
        times = List.copyOf(times);
        known = List.copyOf(known);
    }

    /**
     * Where to go.
     *
     * @param name the name of the location
     * @param address the lines of its postal address
     * @param directions a link to a map
     * @param phone the number to call there
     */
    public record Place(Localized.Value<String> name, List<String> address, Link directions, PhoneNumber phone) {

        /** Copies the list. */
        public Place {
            address = List.copyOf(address);
        }
    }

    /**
     * What the patient agreed to besides the request itself, and the form to take it back.
     *
     * @param action where it goes, by POST
     * @param token the token that it carries
     * @param agreed each thing; none if nothing but the request was agreed to
     */
    public record ConsentForm(String action, String token, List<Agreed> agreed) {

        /** Copies the list. */
        public ConsentForm {
            agreed = List.copyOf(agreed);
        }

        /** The token is not for logs. */
        @Override
        public String toString() {
            return "ConsentForm[" + agreed.size() + " agreed]";
        }
    }

    /**
     * Something that the patient agreed to.
     *
     * @param text what it is, and whether it was taken back
     * @param value what is sent to take it back
     * @param submit what the button says; empty if it was taken back
     */
    public record Agreed(String text, String value, Optional<String> submit) {}

    /**
     * The form to call a booking off.
     *
     * @param visit whether there is a visit to call off; else it is but a request
     * @param action where it goes, by POST
     * @param token the token that it carries
     * @param reason what the visitor typed; may be empty
     * @param error what is wrong with that
     * @param open whether it is unfolded
     */
    public record CancelForm(
            boolean visit, String action, String token, String reason, Optional<String> error, boolean open) {

        /** Token and reason are not for logs. */
        @Override
        public String toString() {
            return "CancelForm[…]";
        }
    }
}
