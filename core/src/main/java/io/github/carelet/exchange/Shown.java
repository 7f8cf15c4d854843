package io.github.carelet.exchange;

import java.time.Instant;

/**
 * What of its subject a page shows: nothing else may be said to machines.
 *
 * @param path the path of the clinic's own page of it, below {@code /pages/}, such as {@code treatments/nerve-block}
 * @param language the language of the page, one of the clinic's
 * @param full whether it shows all of it, or only name and summary
 * @param clinicNamed whether it shows the name of the clinic
 * @param now when: reviews and hours are judged by it
 */
public record Shown(String path, String language, boolean full, boolean clinicNamed, Instant now) {

    /** How many days ahead a page says of days with other hours. */
    public static final int DAYS_AHEAD = 14;
}
