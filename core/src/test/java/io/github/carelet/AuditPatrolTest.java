package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.privacy.AuditEntry;
import io.github.carelet.privacy.AuditEvent;
import io.github.carelet.privacy.AuditReport;
import io.github.carelet.privacy.AuditReport.Fault;
import io.github.carelet.privacy.AuditTrail;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the health check tells of a trail is never better than the last round that went to its end. */
class AuditPatrolTest {

    private static final int ROWS = 5_000;

    private final Trail trail = new Trail();
    private final AuditPatrol patrol = new AuditPatrol(trail);

    private static final class Trail implements AuditTrail {
        private List<Long> unknown = List.of();
        private Optional<Long> wrong = Optional.empty();

        @Override
        public AuditReport verify(long from, int most) {
            long until = Math.min(ROWS, from + most - 1);
            Optional<Fault> fault =
                    wrong.filter(row -> row >= from && row <= until).map(row -> new Fault(row, "is missing"));
            long seen = fault.map(Fault::number).orElse(until + 1) - from;
            long unverified = unknown.stream()
                    .filter(row -> row >= from && row < from + seen)
                    .count();
            return new AuditReport(seen, ROWS, "ab", unverified, fault);
        }

        @Override
        public AuditReport verify() {
            return verify(1, Integer.MAX_VALUE);
        }

        @Override
        public void append(AuditEvent event) {
            throw new IllegalStateException("a patrol writes nothing");
        }

        @Override
        public List<AuditEntry> latest(long before, int limit) {
            return List.of();
        }

        @Override
        public List<AuditEntry> about(String reference, int limit) {
            return List.of();
        }
    }

    private Health.Audit round() {
        do {
            patrol.look();
        } while (patrol.seen().verified() < ROWS && patrol.seen().fault().isEmpty());
        return patrol.seen();
    }

    @Test
    void rowsThatCanNotBeVerifiedAreNotForgottenWhenTheNextRoundBegins() {
        assertThat(round().isWhole()).as("control").isTrue();
        trail.unknown = List.of(10L, 4_000L);
        assertThat(round().unverified()).isEqualTo(2);
        assertThat(patrol.seen().isWhole()).isFalse();

        patrol.look();
        assertThat(patrol.seen().verified()).isLessThan(4_000);
        assertThat(patrol.seen().unverified()).isEqualTo(2);
        assertThat(patrol.seen().isWhole()).isFalse();
    }

    @Test
    void whoPutsTheKeyBackHasAWholeTrailAfterARound() {
        trail.unknown = List.of(10L, 4_000L);
        assertThat(round().unverified()).isEqualTo(2);
        trail.unknown = List.of();
        assertThat(round().isWhole()).isTrue();
    }

    @Test
    void aFaultIsNotWholeEither() {
        trail.wrong = Optional.of(4_500L);
        assertThat(round().isWhole()).isFalse();
        trail.wrong = Optional.empty();
        assertThat(round().fault()).as("not seen to be right yet").isPresent();
    }
}
