package io.github.carelet.booking;

import java.util.Optional;
import java.util.Set;

/**
 * Who at the clinic does something with which booking.
 *
 * @param reference of the booking
 * @param version the version that they have seen: if it is another one by now, nothing is done
 * @param actor their name, for the history
 * @param note why, in their words; encrypted wherever it is kept
 */
public record ClinicAction(String reference, int version, String actor, Optional<String> note) {

    private static final Set<String> RESERVED = Set.of("patient", "system");

    /** Checks the name: nobody at the clinic is taken for the patient. */
    public ClinicAction {
        actor = somebody(actor);
    }

    /** Returns a name, if it is one of somebody at the clinic. */
    static String somebody(String actor) {
        if (actor.isBlank() || !isSomebody(actor)) {
            throw new IllegalArgumentException("'" + actor + "' is nobody at the clinic: expected a name, but for "
                    + RESERVED.stream().sorted().toList());
        }
        return actor;
    }

    /** Returns whether a name in a history is that of somebody at the clinic. */
    public static boolean isSomebody(String actor) {
        return !RESERVED.contains(actor);
    }

    @Override
    public String toString() {
        return "ClinicAction[" + reference + " v" + version + " by " + actor + "]";
    }
}
