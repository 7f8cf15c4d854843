package io.github.carelet;

import io.github.carelet.calendar.CalendarState;
import io.github.carelet.delivery.Outbox;
import io.github.carelet.privacy.AuditReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a Carelet can do its work.
 *
 * @param ok whether it can do all that it was built for
 * @param publication what is being served, and what is wrong with the newest catalogue
 * @param cluster what this node has read beside what others have; empty for content only, or if the store can't say
 * @param store {@code ok}, {@code unavailable}, or {@code none} for content only
 * @param outbox how much waits to be delivered; empty for content only, or if the store can't say
 * @param calendars how much is known of each practitioner's calendar that is read
 * @param audit whether the trail of who saw what is as it was written; empty for content only
 * @param tzdb version of the time zone rules in use, such as {@code 2026a}
 */
public record Health(
        boolean ok,
        Publication publication,
        Optional<Cluster> cluster,
        String store,
        Optional<Outbox.Backlog> outbox,
        List<CalendarState> calendars,
        Optional<Audit> audit,
        String tzdb) {

    /** Copies the list. */
    public Health {
        calendars = List.copyOf(calendars);
    }

    /**
     * The catalogue that this node has read, beside the newest that any node on the same store has read. Both as they were
     * read: closures that the clinic entered are not in these versions.
     *
     * @param version what this node has read
     * @param newest what some node has read last that none had read before, or went back to
     * @param since when the first of them did
     */
    public record Cluster(String version, String newest, Instant since) {

        /** Returns whether another node has a newer catalogue. */
        public boolean isBehind() {
            return !version.equals(newest);
        }
    }

    /**
     * The audit trail, as far as it was looked at.
     *
     * @param entries how many rows it has
     * @param mark seals the last of them and all before; to be kept elsewhere by whoever wants to know that none is cut off
     * @param verified how many rows this round has looked at; a new round begins when one is done
     * @param unverified how many rows name a key that is not in the ring: as many as the last whole round found, or this one if
     *     it has found more already. It must not grow unless a key was taken out of the ring; see {@link AuditReport#unverified}
     *     for what to do then
     * @param fault the first place at which it is not as it was written
     */
    public record Audit(long entries, String mark, long verified, long unverified, Optional<AuditReport.Fault> fault) {

        /** Returns whether all that was looked at is as it was written, as {@link AuditReport#isWhole} has it. */
        public boolean isWhole() {
            return new AuditReport(verified, entries, mark, unverified, fault).isWhole();
        }
    }
}
