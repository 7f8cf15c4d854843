package io.github.carelet;

import io.github.carelet.privacy.AuditReport;
import io.github.carelet.privacy.AuditReport.Fault;
import io.github.carelet.privacy.AuditTrail;
import java.util.Optional;
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
    private volatile Health.Audit seen = new Health.Audit(0, "", 0, 0, Optional.empty());

    AuditPatrol(AuditTrail trail) {
        this.trail = trail;
    }

    /** Looks at the next piece. */
    synchronized void look() {
        AuditReport report = trail.verify(next, AT_ONCE);
        Optional<Fault> fault = report.fault().or(() -> seen.fault().filter(each -> each.number() < next));
        if (fault.isPresent() && seen.fault().isEmpty()) {
            LOG.error(
                    "The audit trail is not as it was written: row {} {}",
                    fault.get().number(),
                    fault.get().problem());
        }
        long verified = next - 1 + report.entries();
        long unverified = report.unverified() + (next == 1 ? 0 : seen.unverified());
        seen = new Health.Audit(report.last(), report.mark(), verified, unverified, fault);
        next = report.fault().isPresent() || verified >= report.last() ? 1 : verified + 1;
    }

    /** Returns what was seen last. */
    Health.Audit seen() {
        return seen;
    }
}
