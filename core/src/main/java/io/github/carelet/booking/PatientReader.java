package io.github.carelet.booking;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import io.github.carelet.booking.Patient.BookingFor;
import io.github.carelet.booking.Patient.ContactBy;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Ask;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads who asks and how to reach them. */
final class PatientReader {

    private static final int MAX_NAME = 100;
    private static final int MAX_EMAIL = 254;
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    private final FieldReader fields;
    private final EmailValidator emails = JMail.strictValidator();

    PatientReader(FieldReader fields) {
        this.fields = fields;
    }

    /**
     * Reads the patient.
     *
     * @param type what is asked for, which says what else is asked; empty if that is wrong
     * @param region in which country a phone number without country code is
     * @param today the day before which people are born
     */
    Patient read(Optional<AppointmentType> type, String region, LocalDate today) {
        Optional<String> given = fields.line("givenName", MAX_NAME);
        Optional<String> family = fields.line("familyName", MAX_NAME);
        if (given.isEmpty() && family.isEmpty()) {
            fields.requireUnlessWrong("givenName");
        }
        Optional<String> phone = fields.parsed("phone", text -> PhoneText.e164(text, region));
        Optional<String> email = fields.line("email", MAX_EMAIL).filter(this::isEmail);
        Optional<ContactBy> contactBy = fields.oneOf("contactBy", ContactBy.class);
        requireContact(phone, email, contactBy);
        return new Patient(
                given.orElse(""),
                family.orElse(""),
                phone,
                email,
                contactBy,
                fields.ticked("mayLeaveMessage"),
                birthDate(type, today),
                fields.oneOf("bookingFor", BookingFor.class).orElse(BookingFor.SELF));
    }

    private void requireContact(Optional<String> phone, Optional<String> email, Optional<ContactBy> contactBy) {
        boolean byPhone = contactBy.equals(Optional.of(ContactBy.PHONE));
        boolean byEmail = contactBy.equals(Optional.of(ContactBy.EMAIL));
        if (phone.isEmpty() && (byPhone || (email.isEmpty() && !byEmail && !fields.isWrong("email")))) {
            fields.requireUnlessWrong("phone");
        }
        if (email.isEmpty() && byEmail) {
            fields.requireUnlessWrong("email");
        }
    }

    private boolean isEmail(String text) {
        // The bare address only: a name or a comment beside it is allowed in a mail's header, not here.
        boolean valid = emails.tryParse(text)
                .filter(email -> text.equals(email.localPartWithoutComments() + "@" + email.domainWithoutComments()))
                .isPresent();
        if (!valid) {
            fields.wrong("email", "invalid");
        }
        return valid;
    }

    private Optional<LocalDate> birthDate(Optional<AppointmentType> type, LocalDate today) {
        if (type.isPresent() && !type.get().ask().contains(Ask.BIRTH_DATE)) {
            return Optional.empty();
        }
        return fields.parsed("birthDate", text -> {
            try {
                LocalDate date = LocalDate.parse(text);
                return date.isBefore(today) && !date.isBefore(EARLIEST_BIRTH) ? Optional.of(date) : Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }
}
