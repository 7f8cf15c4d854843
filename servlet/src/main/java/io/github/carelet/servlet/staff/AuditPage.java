package io.github.carelet.servlet.staff;

import java.util.List;
import java.util.Optional;

/**
 * The audit trail, for {@code staff/audit.jte}.
 *
 * @param shell the frame
 * @param action where the form goes that looks for one booking, by GET
 * @param about the booking that is looked for; may be empty
 * @param verify where the trail is verified
 * @param verdict what came of that, in words
 * @param whole whether all of it is as it was written, as far as anybody asked
 * @param rows the newest first
 * @param older where older rows are
 */
public record AuditPage(
        Shell shell,
        String action,
        String about,
        String verify,
        Optional<String> verdict,
        boolean whole,
        List<Row> rows,
        Optional<String> older) {

    /** Copies the list. */
    public AuditPage {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param number its number
     * @param at when
     * @param who who
     * @param what what was done
     * @param about to which bookings
     * @param detail more of it
     */
    public record Row(String number, String at, String who, String what, String about, String detail) {}
}
