package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.store.SqliteStorage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of two nodes with different catalogues the one with the older one says so, also when both go back to it. */
class CatalogAgreementTest {

    private static final Instant START = Instant.parse("2026-11-30T18:00:00Z");

    @RegisterExtension
    private final SqliteStorage storage = new SqliteStorage();

    private Instant now = START;

    private final class Node {
        private String read;
        private CatalogAgreement agreement;
        private Duration slow = Duration.ZERO;

        Node(String version) {
            start(version);
        }

        void start(String version) {
            read = version;
            agreement = new CatalogAgreement(storage.get().catalogs(), () -> read, () -> now.minus(slow));
            reads(version);
        }

        void reads(String version) {
            now = now.plusSeconds(60);
            read = version;
            agreement.look();
        }

        boolean isBehind() {
            return agreement.state().orElseThrow().isBehind();
        }
    }

    @Test
    void theOlderOneSaysSoUntilItHasCaughtUp() {
        Node one = new Node("v1");
        Node two = new Node("v1");
        assertThat(one.isBehind() || two.isBehind()).isFalse();

        one.reads("v2");
        assertThat(one.isBehind()).isFalse();
        assertThat(two.isBehind()).isTrue();
        assertThat(two.agreement.state().orElseThrow().newest()).isEqualTo("v2");

        two.reads("v2");
        assertThat(one.isBehind() || two.isBehind()).isFalse();
        assertThat(two.agreement.state().orElseThrow().since()).isEqualTo(START.plusSeconds(180));
    }

    @Test
    void whoStartsWithAnOldOneIsBehindAndWhoGoesBackIsNot() {
        Node one = new Node("v1");
        Node two = new Node("v1");
        one.reads("v2");
        two.start("v1");
        assertThat(two.isBehind()).isTrue();
        assertThat(one.isBehind()).isFalse();

        one.reads("v1");
        assertThat(one.isBehind() || two.isBehind()).isFalse();
    }

    /** All nodes are started anew with the catalogue from before: some minutes later there is no newer one any more. */
    @Test
    void whatNobodyServesAnyMoreIsNotTheNewest() {
        Node one = new Node("v1");
        Node two = new Node("v1");
        one.reads("v2");
        two.reads("v2");
        one.start("v1");
        two.start("v1");
        assertThat(one.isBehind() && two.isBehind()).as("just now").isTrue();
        minutes(10, one, two);
        assertThat(one.isBehind() || two.isBehind()).isFalse();

        one.start("v2");
        assertThat(one.isBehind()).as("forward again").isFalse();
        minutes(10, one, two);
        assertThat(two.isBehind()).as("as long as the other serves it").isTrue();
    }

    @Test
    void aClockThatIsSlowDoesNotMakeANewOneOld() {
        Node one = new Node("v1");
        Node two = new Node("v1");
        two.slow = Duration.ofHours(1);
        two.reads("v2");
        assertThat(two.isBehind()).isFalse();
        assertThat(one.isBehind()).isTrue();
        minutes(10, one, two);
        assertThat(two.isBehind()).isFalse();
        assertThat(one.isBehind()).isTrue();
        one.reads("v2");
        two.reads("v1");
        assertThat(one.isBehind()).as("the slow one went back").isTrue();
    }

    private void minutes(int count, Node... nodes) {
        for (int i = 0; i < count; i++) {
            now = now.plusSeconds(60);
            Stream.of(nodes).forEach(each -> each.agreement.look());
        }
    }

    @Test
    void whoCatchesUpLateDoesNotMakeAnOldOneNew() {
        Node one = new Node("v1");
        Node two = new Node("v1");
        one.reads("v2");
        one.reads("v3");
        two.reads("v2");
        assertThat(two.isBehind()).isTrue();
        assertThat(one.isBehind()).isFalse();
        two.reads("v3");
        assertThat(one.isBehind() || two.isBehind()).isFalse();
    }

    @Test
    void aTableThatSomebodyEmptiedIsNoFailure() throws SQLException {
        Node one = new Node("v1");
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + storage.folder().resolve("carelet.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("delete from carelet_catalog")).isEqualTo(1);
        }
        assertThat(one.agreement.state()).isEmpty();
    }
}
