package io.github.carelet.servlet.form;

import io.github.carelet.booking.Alternative;
import io.github.carelet.booking.FieldError;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Mode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the last page knows of what went before it.
 *
 * @param kept what the visitor put in
 * @param view how it asks when
 * @param returned whether it is a form that was sent before: then no way out of it may lose what is in it
 * @param alternatives free times instead of one that was picked
 */
record Entered(Kept kept, View view, boolean returned, List<Alternative> alternatives) {

    Entered {
        alternatives = List.copyOf(alternatives);
    }

    /** Returns what is known of a form that nobody has filled in. */
    static Entered nothing(View view) {
        return new Entered(Kept.nothing(), view, false, List.of());
    }

    /** Returns how the page of a type asks when. */
    View.Way way(AppointmentType type) {
        Optional<View.Way> sent = Stream.of(View.Way.values())
                .filter(each -> has(each == View.Way.TIMES ? "slot" : "preferred"))
                .findFirst();
        return view.way().or(() -> sent).orElse(type.mode() == Mode.SLOTS ? View.Way.TIMES : View.Way.PREFERRED);
    }

    /** Returns the same with a missing time said where the page of a type asks for it. */
    Entered on(AppointmentType type) {
        boolean picks = way(type) == View.Way.TIMES && !has("preferred");
        FieldError missing = FieldError.of("preferred", "required");
        List<FieldError> errors = kept.errors().stream()
                .map(error -> picks && error.equals(missing) ? FieldError.of("slot", "required") : error)
                .toList();
        return new Entered(new Kept(kept.submission(), errors), view, returned, alternatives);
    }

    /** Returns whether there is anything in a field. */
    boolean has(String field) {
        return !kept.submission().all(field).isEmpty();
    }
}
