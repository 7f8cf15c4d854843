package io.github.carelet;

import io.github.carelet.privacy.AuditReport;
import io.github.carelet.privacy.AuditReport.Fault;
import io.github.carelet.privacy.AuditTrail;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies an audit trail piece by piece, round after round, so that it never takes long. What it found wrong stays found
 * until the same place is seen to be right.
 */
final class AuditPatrol {

    private static final Logger LOG = LoggerFactory.getLogger(AuditPatrol.class);
    private static final int AT_ONCE = 2_000;

    private final AuditTrail trail;
    private long next = 1;
    private long inRound;
    private OptionalLong inLastRound = OptionalLong.empty();
    private volatile Health.Audit seen = new Health.Audit(0, "", 0, 0, Optional.empty());

    AuditPatrol(AuditTrail trail) {
        this.trail = trail;
    }

    /** Looks at the next piece. */
    synchronized void look() {
        AuditReport report = trail.verify(next, AT_ONCE);
        long verified = next - 1 + report.entries();
        boolean done = report.fault().isEmpty() && verified >= report.last();
        Optional<Fault> fault = report.fault().or(() -> seen.fault().filter(each -> !done && each.number() > verified));
        if (fault.isPresent() && seen.fault().isEmpty()) {
            LOG.error(
                    "The audit trail is not as it was written: row {} {}",
                    fault.get().number(),
                    fault.get().problem());
        }
        inRound = report.unverified() + (next == 1 ? 0 : inRound);
        long unverified = Math.max(inRound, inLastRound.orElse(0));
        if (done) {
            compare();
            unverified = inRound;
        }
        seen = new Health.Audit(report.last(), report.mark(), verified, unverified, fault);
        next = done || report.fault().isPresent() ? 1 : verified + 1;
    }

    /** Whoever changes a row without having a key can still give it the name of a key that is not here: then there are more. */
    private void compare() {
        if (inLastRound.isEmpty() && inRound > 0) {
            LOG.warn(
                    "{} rows of the audit trail can't be verified: they name a key that is not in the ring. Verify them"
                            + " with every old key",
                    inRound);
        } else if (inLastRound.isPresent() && inRound > inLastRound.getAsLong()) {
            LOG.error(
                    "{} rows of the audit trail can't be verified, and a round ago there were {}: unless nodes with"
                            + " another key wrote them, somebody has been at the trail",
                    inRound,
                    inLastRound.getAsLong());
        }
        inLastRound = OptionalLong.of(inRound);
    }

    /** Returns what was seen last. */
    Health.Audit seen() {
        return seen;
    }
}
