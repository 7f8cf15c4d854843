package io.github.carelet.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditChainTest {

    private static final Instant AT = Instant.parse("2026-11-23T18:00:00Z");

    private final AuditChain chain = new AuditChain(KeyRing.ephemeral());

    /** Each differs from all others in one fact, or only in where one fact ends and the next begins. */
    @Test
    void noTwoEntriesHaveTheSameMark() {
        List<AuditEvent> events = List.of(
                event(AT, "ann", AuditAction.READ, List.of("a", "b"), "c"),
                event(AT.plusMillis(1), "ann", AuditAction.READ, List.of("a", "b"), "c"),
                event(AT, "anna", AuditAction.READ, List.of("a", "b"), "c"),
                event(AT, "ann", AuditAction.LIST, List.of("a", "b"), "c"),
                event(AT, "ann", AuditAction.READ, List.of("ab"), "c"),
                event(AT, "ann", AuditAction.READ, List.of("b", "a"), "c"),
                event(AT, "ann", AuditAction.READ, List.of("a", "b", "c"), ""),
                event(AT, "ann", AuditAction.READ, List.of("a"), "bc"),
                event(AT, "ann", AuditAction.READ, List.of(), "c"),
                event(AT, "ann", AuditAction.READ, List.of("c"), ""),
                event(AT, "ann", AuditAction.READ, List.of(), ""));
        Set<String> marks = new HashSet<>();
        for (AuditEvent each : events) {
            marks.add(mark(AuditChain.start(), 1, each));
            marks.add(mark(AuditChain.start(), 2, each));
            marks.add(mark(new byte[] {0}, 1, each));
        }

        System.out.println("marks that are the same: " + (3 * events.size() - marks.size()) + " of " + 3 * events.size()
                + "; control, one entry marked twice: 1 of 2");
        assertThat(marks).hasSize(3 * events.size());
        assertThat(mark(AuditChain.start(), 1, events.get(0))).isEqualTo(mark(AuditChain.start(), 1, events.get(0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201, 1000})
    void whoActedHasANameOfUpToTwoHundredCharacters(int length) {
        String most = "a".repeat(200);

        assertThat(event(AT, most, AuditAction.READ, List.of(), "").actor()).isEqualTo(most);
        assertThatThrownBy(() -> event(AT, "a".repeat(length), AuditAction.READ, List.of(), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an actor of " + length + " characters: expected a name of up to 200");
    }

    @ParameterizedTest
    @CsvSource({"Ada Beispiel, ok", "'', ok", "REF-1, Ada", "REF-1, née", "REF-1, '<b>'"})
    void nothingThatCouldNameAPatientIsEntered(String reference, String detail) {
        assertThat(AuditEvent.isDetail("status: confirmed/2 a_b-c.")).isTrue();
        assertThat(AuditEvent.isDetail("a".repeat(200))).isTrue();
        assertThat(AuditEvent.isDetail("a".repeat(201))).isFalse();
        assertThatThrownBy(() -> event(AT, "ann", AuditAction.READ, List.of("REF-0", reference), detail))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected")
                .hasMessageNotContainingAny("Ada", "née", "<b>");
    }

    private String mark(byte[] before, long number, AuditEvent event) {
        return HexFormat.of().formatHex(chain.seal(chain.currentKey(), before, number, event));
    }

    private static AuditEvent event(Instant at, String actor, AuditAction action, List<String> about, String detail) {
        return new AuditEvent(at, actor, action, about, detail);
    }
}
