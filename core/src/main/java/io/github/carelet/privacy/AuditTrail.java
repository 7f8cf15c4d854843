package io.github.carelet.privacy;

import java.util.List;

/**
 * Who did what with what the clinic has of its patients. A port; append-only, and chained so that a row that was changed,
 * removed or put elsewhere is found by {@link #verify}. Every method is one transaction. Safe for use by many threads, and by
 * many processes at once.
 *
 * <p>Only whoever has the keys can make a chain. What a chain can't tell is that its end was cut off together with the row
 * that says where the end is: for that, keep {@link AuditReport#last} and {@link AuditReport#mark} elsewhere, as a monitor
 * of the health check does.
 */
public interface AuditTrail {

    /** Writes a row, durably. What it is about must not be shown before. */
    void append(AuditEvent event);

    /**
     * Returns rows, the newest first.
     *
     * @param before only rows with a smaller number
     * @param limit the most to return
     */
    List<AuditEntry> latest(long before, int limit);

    /** Returns the rows that name a booking, the newest first: who saw it. */
    List<AuditEntry> about(String reference, int limit);

    /** Reads the whole trail and says whether it is as it was written. */
    AuditReport verify();

    /**
     * Reads a part of the trail.
     *
     * @param from the first row to look at
     * @param most how many rows to look at
     */
    AuditReport verify(long from, int most);
}
