package io.github.carelet.booking;

import io.github.carelet.schedule.Preference;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a patient wants to come, as a form says it: by a picked time, or by up to three wishes; exactly one of the two.
 *
 * @param slot the picked time
 * @param preferred the wishes, in the patient's order
 */
record TimeReader(Optional<OffsetDateTime> slot, List<Preference> preferred) {

    private static final int MAX_PREFERRED = 3;

    /** Reads both fields, and notes what is wrong with them. */
    static TimeReader read(FieldReader fields) {
        Optional<OffsetDateTime> slot = fields.parsed("slot", TimeReader::dateTime);
        Set<Preference> preferred = new LinkedHashSet<>();
        for (String text : fields.all("preferred", MAX_PREFERRED)) {
            Optional<Preference> preference = preference(text);
            if (preference.isEmpty() || !preferred.add(preference.get())) {
                fields.invalid("preferred");
            }
        }
        if (slot.isPresent() && !preferred.isEmpty()) {
            fields.invalid("slot");
        }
        if (slot.isEmpty() && preferred.isEmpty() && !fields.isWrong("slot")) {
            fields.requireUnlessWrong("preferred");
        }
        return new TimeReader(slot, new ArrayList<>(preferred));
    }

    /** Returns the date and time that a text says with its offset; empty if it says none. */
    static Optional<OffsetDateTime> dateTime(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Preference> preference(String text) {
        try {
            return Optional.of(Preference.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
