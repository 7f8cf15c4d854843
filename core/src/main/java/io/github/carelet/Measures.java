package io.github.carelet;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Hears what happens, so that a host can count it; see {@link MicrometerMeasures}. A port: a host may bring its own. Nothing
 * that it is told is about a person, and each text is one of a few: routes are patterns, partners are those that are known.
 * What an implementation leaves out is not counted.
 *
 * <p>Called by the threads that do the work, so it has to be quick, must not throw, and must be safe for use by many threads.
 */
public interface Measures {

    /** Counts nothing. */
    Measures NONE = new Measures() {};

    /**
     * A request was answered.
     *
     * @param route the pattern of its path below the mount, such as {@code /fragments/*}, never the path itself
     * @param status the HTTP status
     */
    default void answered(String route, int status) {
        // Nobody counts.
    }

    /**
     * A patient's form, or an action on a patient's page, was refused.
     *
     * @param code why, as answers say it, such as {@code slot_taken} or {@code too_many}
     */
    default void refused(String code) {
        // Nobody counts.
    }

    /** Free times were searched, and that took so long. */
    default void searched(Duration took) {
        // Nobody counts.
    }

    /** A booking was written for good, and that took so long. */
    default void committed(Duration took) {
        // Nobody counts.
    }

    /**
     * A time was to be held while a form is filled in.
     *
     * @param held whether it is; if not, there was no room for it, or others hold too many
     */
    default void held(boolean held) {
        // Nobody counts.
    }

    /**
     * Somebody came as far as a step.
     *
     * @param partner the id of a known partner, {@value Funnel#NO_PARTNER}, or {@value Funnel#OTHER_PARTNER}
     */
    default void stepped(Funnel.Step step, String partner) {
        // Nobody counts.
    }

    /**
     * From now on, how things stand may be asked for, until that is closed. Asking reads memory only.
     *
     * @param standing says how they stand
     * @return what ends it; called when the {@link Carelet} is closed
     */
    default AutoCloseable watch(Supplier<Standing> standing) {
        return () -> {};
    }
}
