package io.github.carelet.servlet.form;

import io.github.carelet.booking.Alternative;
import io.github.carelet.booking.FieldError;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the last page knows of what went before it.
 *
 * @param kept what the visitor put in
 * @param view how it asks when
 * @param alternatives free times instead of one that was picked
 * @param heldUntil the instant until which the time that was picked is held, if it is
 * @param came how it came
 */
record Entered(Kept kept, View view, List<Alternative> alternatives, Optional<Instant> heldUntil, Came came) {

    /** How a page was asked for. */
    enum Came {
        /** By an address: nobody has typed anything. */
        BY_ADDRESS,
        /** By a form that was begun, and books nothing yet. */
        BEGUN,
        /** By a form that was to be booked. */
        SENT
    }

    Entered {
        alternatives = List.copyOf(alternatives);
    }

    Entered(Kept kept, View view, List<Alternative> alternatives) {
        this(kept, view, alternatives, Optional.empty(), Came.BY_ADDRESS);
    }

    /** Returns what is known of a form that nobody has filled in. */
    static Entered nothing(View view) {
        return new Entered(Kept.nothing(), view, List.of());
    }

    Entered heldUntil(Optional<Instant> until) {
        return new Entered(kept, view, alternatives, until, came);
    }

    Entered coming(Came how) {
        return new Entered(kept, view, alternatives, heldUntil, how);
    }

    /** Returns whether the time is chosen, and nothing is wrong with it: then the page does not ask for it any more. */
    boolean settles() {
        return view.way().equals(Optional.of(View.Way.CHOSEN))
                && PickedTimes.areReadable(kept)
                && Stream.of("slot", "preferred").noneMatch(kept::isWrong);
    }

    /** Returns how the page of a type asks when. */
    View.Way way(AppointmentType type) {
        Optional<View.Way> sent = Stream.of(View.Way.TIMES, View.Way.PREFERRED)
                .filter(each -> has(each == View.Way.TIMES ? "slot" : "preferred"))
                .findFirst();
        return view.way()
                .filter(each -> each != View.Way.CHOSEN)
                .or(() -> sent)
                .orElse(type.mode() == Mode.SLOTS ? View.Way.TIMES : View.Way.PREFERRED);
    }

    /** Returns the same with a missing time said where the page of a type asks for it. */
    Entered on(AppointmentType type) {
        boolean picks = way(type) == View.Way.TIMES && !has("preferred");
        FieldError missing = FieldError.of("preferred", "required");
        List<FieldError> errors = kept.errors().stream()
                .map(error -> picks && error.equals(missing) ? FieldError.of("slot", "required") : error)
                .toList();
        return new Entered(new Kept(kept.submission(), errors), view, alternatives, heldUntil, came);
    }

    /** Returns whether there is anything in a field. */
    boolean has(String field) {
        return !kept.submission().all(field).isEmpty();
    }
}
