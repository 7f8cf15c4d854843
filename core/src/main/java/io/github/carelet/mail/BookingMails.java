package io.github.carelet.mail;

import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingEvent;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.ManageLinks;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.delivery.Mail;
import io.github.carelet.delivery.MailSource;
import io.github.carelet.delivery.Message;
import io.github.carelet.language.Messages;
import java.net.IDN;
import java.net.URI;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Writes the mails of bookings: to the clinic in its first language, to patients in the language that they used. Of what
 * happened it is told by the message; to whom to write, and in which language, it looks up when the mail is sent, so that
 * no personal data waits anywhere. Safe for use by many threads.
 */
public final class BookingMails implements MailSource {

    private static final String PATIENT = "patient";

    private final Supplier<Catalog> catalog;
    private final BookingStore store;
    private final ManageLinks links;
    private final Sending sending;

    /**
     * How mails are written.
     *
     * @param words gives the messages in the language nearest to a BCP 47 tag
     * @param publicUrl the absolute address of the mounted servlet, without a slash at its end; without it mails have no links
     * @param clock says whether a reminder comes too late
     */
    public record Sending(Function<String, Messages> words, Optional<URI> publicUrl, InstantSource clock) {}

    /**
     * Makes one.
     *
     * @param catalog gives the catalogue that holds now
     * @param store has the bookings
     * @param links tells patients' links again
     * @param sending how mails are written
     */
    public BookingMails(Supplier<Catalog> catalog, BookingStore store, ManageLinks links, Sending sending) {
        this.catalog = catalog;
        this.store = store;
        this.links = links;
        this.sending = sending;
    }

    @Override
    public Composition compose(Message message) {
        Catalog current = catalog.get();
        BookingEvent event = BookingEvent.parse(message.payload());
        Optional<String> from = sender(current.clinic());
        if (from.isEmpty()) {
            return new Composition.NotYet("the catalogue has no mailFrom");
        }
        if (!message.destination().equals(PATIENT)) {
            return toClinic(
                    message.destination(), wording(current, current.clinic().defaultLanguage(), event), from.get());
        }
        try {
            return store.findByReference(event.reference())
                    .map(booking -> toPatient(booking, wording(current, booking.language(), event), from.get()))
                    .orElseGet(() -> new Composition.NotNeeded("the booking is gone"));
        } catch (StoreUnavailableException e) {
            return new Composition.NotYet("the store is away");
        }
    }

    /** Whoever says no sender writes as the desk that is told of bookings. */
    private static Optional<String> sender(Clinic clinic) {
        return clinic.mailFrom().or(() -> clinic.notifyAddresses().stream().findFirst());
    }

    private Wording wording(Catalog current, String language, BookingEvent event) {
        return new Wording(sending.words().apply(language), language, current, event);
    }

    private Composition toClinic(String address, Wording wording, String from) {
        Clinic clinic = wording.catalog().clinic();
        boolean known = Stream.concat(clinic.notifyAddresses().stream(), clinic.escalateTo().stream())
                .anyMatch(address::equals);
        if (!known) {
            return new Composition.NotNeeded("the address is not in the catalogue any more");
        }
        Optional<String> inbox = sending.publicUrl().map(url -> url + "/staff/");
        return composed(wording, from, address, new ClinicLetters(wording, inbox).letter(), Optional.empty());
    }

    private Composition toPatient(Booking booking, Wording wording, String from) {
        BookingEvent event = wording.event();
        if (event.isReminder() && !isStillOn(booking, event)) {
            return new Composition.NotNeeded("the visit is over, or has changed");
        }
        Optional<String> address = booking.patient().email().map(BookingMails::inAscii);
        if (address.filter(Mail::isAddress).isEmpty()) {
            return new Composition.NotNeeded("the patient has no address that mails can go to");
        }
        Optional<String> link =
                sending.publicUrl().flatMap(url -> links.tokenOf(booking).map(token -> url + "/bookings/" + token));
        Letter letter = new PatientLetters(wording, link).letter();
        Optional<Mail.CalendarPart> calendar = new CalendarParts(wording).of(booking, from, address.get());
        return composed(wording, from, address.get(), letter, calendar);
    }

    private boolean isStillOn(Booking booking, BookingEvent event) {
        return booking.status() == BookingStatus.CONFIRMED
                && booking.start()
                        .map(OffsetDateTime::toInstant)
                        .equals(event.start().map(OffsetDateTime::toInstant))
                && booking.start()
                        .filter(start ->
                                start.toInstant().isAfter(sending.clock().instant()))
                        .isPresent();
    }

    /** Domains are written in ASCII; what stands before the at sign only the server behind it may change. */
    private static String inAscii(String address) {
        int at = address.lastIndexOf('@');
        try {
            return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static Composition composed(
            Wording wording, String from, String to, Letter letter, Optional<Mail.CalendarPart> calendar) {
        String subject = letter.heading() + " (" + wording.event().reference() + ")";
        String language = wording.words().language();
        return new Composition.Composed(new Mail(
                new Mail.Sender(from, wording.sender()),
                to,
                subject,
                language,
                letter.text(),
                LetterPage.of(letter, language, wording.words().direction()),
                calendar));
    }
}
