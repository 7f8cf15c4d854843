package io.github.carelet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Counts for each partner how far visitors come, without knowing any of them: each step is a number for itself. Caches between
 * this and a visitor answer too, so the first steps are lower bounds. Safe for use by many threads.
 */
public final class Funnel {

    /** Stands for whoever came through no partner. */
    public static final String NO_PARTNER = "none";

    /** Stands for all partners that are not known, or not any more. */
    public static final String OTHER_PARTNER = "other";

    private final Measures measures;
    private final Supplier<List<Partner>> partners;

    Funnel(Measures measures, Supplier<List<Partner>> partners) {
        this.measures = measures;
        this.partners = partners;
    }

    /** How far somebody came. */
    public enum Step {
        /** Was shown the way to the form, in a fragment or an element. */
        OPENER,
        /** Was shown the form, with the questions about the patient. */
        FORM,
        /** Sent it, and it was accepted. What a machine is suspected of counts when the clinic lets it out of quarantine. */
        SENT,
        /** Has an appointment, for the first time. */
        CONFIRMED;

        /** Returns the name as it is written down, such as {@code opener}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Counts a step.
     *
     * @param partner the id of a partner as somebody gave it, which may be anything
     */
    public void count(Step step, Optional<String> partner) {
        measures.stepped(step, partner.map(this::known).orElse(NO_PARTNER));
    }

    private String known(String id) {
        return partners.get().stream()
                .map(Partner::id)
                .filter(id::equals)
                .findFirst()
                .orElse(OTHER_PARTNER);
    }
}
