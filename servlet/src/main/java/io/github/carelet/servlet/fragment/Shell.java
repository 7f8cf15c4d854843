package io.github.carelet.servlet.fragment;

import gg.jte.Content;
import io.github.carelet.exchange.JsonLd;
import java.util.List;
import java.util.Optional;

/**
 * The one root element around any content, with what nobody may strip from it: the number to call, the way to an
 * appointment and what to do in an emergency. Content templates render only what is inside.
 *
 * @param kind what it is about, as a code
 * @param language the BCP 47 tag of its text
 * @param direction {@code ltr} or {@code rtl}
 * @param review the state of the review as a code; empty if there is none
 * @param title the heading of a document whose content has none of the first level
 * @param body the content
 * @param booking the way to an appointment; a {@code tel:} link where there is no other
 * @param phone the number to call
 * @param emergency what to do in an emergency, a sentence or two
 * @param sample says that this is sample data, if it is
 * @param unreviewed says that nobody has reviewed what the interface says in this language, if that is so
 * @param structured what it says to search engines
 */
public record Shell(
        String kind,
        String language,
        String direction,
        Optional<String> review,
        Optional<Text> title,
        Content body,
        Anchor booking,
        Anchor phone,
        List<Text> emergency,
        Optional<Text> sample,
        Optional<Text> unreviewed,
        Optional<JsonLd> structured) {

    /** Copies the list. */
    public Shell {
        emergency = List.copyOf(emergency);
    }

    /** Returns whether the way to an appointment is the phone itself, so that the number need not be said twice. */
    public boolean bookedByPhone() {
        return booking.href().equals(phone.href());
    }
}
