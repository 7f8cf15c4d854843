package io.github.carelet.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.privacy.AuditAction;
import io.github.carelet.privacy.AuditEvent;
import io.github.carelet.privacy.AuditReport;
import io.github.carelet.privacy.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever changes the audit trail behind Carelet's back, with all rights on the database, is found out. */
abstract class AuditTamperContract {

    private static final int ROWS = 2_500;

    /** For what does not depend on how many rows are read at once. */
    private static final int FEW = 6;

    /** Opens the same empty database with keys. */
    abstract SqlStorage open(KeyRing keys);

    /** Takes away what keeps rows from being changed. */
    abstract void disarm(Sql sql) throws SQLException;

    private final KeyRing keys = KeyRing.ephemeral();

    private static AuditEvent event(int i) {
        return new AuditEvent(
                Instant.parse("2026-11-23T18:00:00.123Z").plusSeconds(i),
                "Kim",
                AuditAction.READ,
                List.of("REF-" + i, "REF-x"),
                "");
    }

    private void fill(SqlStorage storage) {
        fill(storage, ROWS);
    }

    private static void fill(SqlStorage storage, int rows) {
        storage.database().write(sql -> {
            for (int i = 1; i <= rows; i++) {
                ((SqlAudit) storage.audit()).append(sql, event(i));
            }
            return rows;
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update carelet_audit set at = at                                                               | 0
            update carelet_audit set actor = 'Sam' where number = 1                                        | 1
            update carelet_audit set at = at + 1 where number = 1200                                       | 1200
            update carelet_audit set about = 'REF-1200' where number = 1200                                | 1200
            update carelet_audit set action = 'export' where number = 2000                                 | 2000
            update carelet_audit set detail = 'x' where number = 2500                                      | 2500
            update carelet_audit set chain = (select chain from carelet_audit where number = 3) where number = 4 | 4
            delete from carelet_audit where number = 1                                                     | 1
            delete from carelet_audit where number = 1000                                                  | 1000
            delete from carelet_audit where number > 2400                                                  | 2401
            delete from carelet_audit                                                                      | 1
            update carelet_audit set number = -number where number in (7, 8)                               | 7
            update carelet_audit_head set number = 2400                                                    | 2400
            update carelet_audit_head set number = 2600                                                    | 2501
            """)
    void aRowThatWasChangedRemovedOrMovedIsFound(String tampering, long expected) {
        try (SqlStorage storage = open(keys)) {
            fill(storage);
            assertThat(storage.audit().verify().isWhole()).as("before").isTrue();
            storage.database().write(sql -> {
                disarm(sql);
                return sql.update(tampering);
            });
            AuditReport report = storage.audit().verify();
            assertThat(report.fault().map(AuditReport.Fault::number).orElse(0L)).isEqualTo(expected);
        }
    }

    @Test
    void twoRowsThatChangedPlacesAreFound() {
        try (SqlStorage storage = open(keys)) {
            fill(storage);
            storage.database().write(sql -> {
                disarm(sql);
                sql.update("update carelet_audit set number = -7 where number = 7");
                sql.update("update carelet_audit set number = 7 where number = 8");
                return sql.update("update carelet_audit set number = 8 where number = -7");
            });
            assertThat(storage.audit().verify().fault().orElseThrow().number()).isEqualTo(7);
        }
    }

    @Test
    void aTrailOfAnotherKeyIsNotTakenForOurs() {
        try (SqlStorage storage = open(keys)) {
            fill(storage);
            SqlAudit other = new SqlAudit(storage.database(), KeyRing.ephemeral());
            assertThat(other.verify().fault().orElseThrow().number()).isEqualTo(1);
            assertThat(storage.audit().verify().isWhole()).as("control").isTrue();
        }
    }

    /** The key of the first rows was replaced, and taken out of the ring when nothing was encrypted with it any more. */
    @Test
    void whatAKeySealedThatIsGoneIsAStateOfItsOwnAndNoAlarm(@TempDir Path folder) throws IOException {
        KeyRing newer = newer(folder);
        try (SqlStorage storage = open(keys)) {
            fill(storage, FEW);
            SqlAudit after = new SqlAudit(storage.database(), newer);
            after.append(event(FEW + 1));
            after.append(event(FEW + 2));

            AuditReport report = after.verify();
            assertThat(report.fault()).isEmpty();
            assertThat(report.unverified()).isEqualTo(FEW);
            assertThat(report.isWhole()).isFalse();
            AuditReport piece = after.verify(4, 100);
            assertThat(piece.entries()).isEqualTo(FEW - 3 + 2);
            assertThat(piece.unverified()).isEqualTo(FEW - 3);

            storage.database().write(sql -> {
                disarm(sql);
                return sql.update("update carelet_audit set chain = (select chain from carelet_audit where number = 3)"
                        + " where number = " + FEW);
            });
            assertThat(after.verify().fault().orElseThrow().number())
                    .as("what follows holds on to the last of them")
                    .isEqualTo(FEW + 1);
        }
    }

    /** Nobody hides a change by the name of a key that never was: the trail is not whole then, wherever that row stands. */
    @ParameterizedTest
    @CsvSource({"1", "4", "6"})
    void aRowOfAKeyThatIsNotHereIsNotTakenForWhole(int number) {
        try (SqlStorage storage = open(keys)) {
            fill(storage, FEW);
            assertThat(storage.audit().verify().isWhole()).as("control").isTrue();
            storage.database().write(sql -> {
                disarm(sql);
                return sql.update("update carelet_audit set actor = 'Sam', key_id = 'gone' where number = " + number);
            });
            AuditReport report = storage.audit().verify();
            assertThat(report.isWhole()).isFalse();
            assertThat(report.fault()).isEmpty();
            assertThat(report.unverified()).isEqualTo(1);
            assertThat(report.entries()).isEqualTo(FEW);
            AuditReport piece = storage.audit().verify(number, 10);
            assertThat(piece.unverified()).as("also by who begins there").isEqualTo(1);
        }
    }

    /** Two nodes get a new key one after the other, and the old one leaves the ring. */
    @Test
    void whatComesAfterRowsOfAKeyThatIsGoneIsVerifiedStill(@TempDir Path folder) throws IOException {
        KeyRing newer = newer(folder);
        try (SqlStorage storage = open(keys)) {
            SqlAudit after = new SqlAudit(storage.database(), newer);
            for (int i = 1; i <= FEW; i++) {
                (i % 2 == 1 ? storage.audit() : after).append(event(i));
            }
            AuditReport report = after.verify();
            assertThat(report.fault()).isEmpty();
            assertThat(report.unverified()).isEqualTo(FEW / 2);
            storage.database().write(sql -> {
                disarm(sql);
                return sql.update("update carelet_audit set actor = 'Sam' where number = " + FEW);
            });
            assertThat(after.verify().fault().orElseThrow().number()).isEqualTo(FEW);
        }
    }

    private static KeyRing newer(Path folder) throws IOException {
        String secret = Base64.getEncoder().encodeToString("a secret of thirty-two bytes ...".getBytes(UTF_8));
        return KeyRing.load(Files.writeString(
                folder.resolve("keys.json"),
                "{\"keys\": [{\"id\": \"newer\", \"secret\": \"" + secret + "\"}], \"current\": \"newer\"}"));
    }

    @Test
    void anEndThatWasCutOffTogetherWithTheHeadIsSeenByWhoeverKeptTheMark() {
        try (SqlStorage storage = open(keys)) {
            fill(storage);
            AuditReport kept = storage.audit().verify();
            storage.database().write(sql -> {
                disarm(sql);
                sql.update("delete from carelet_audit where number > 2400");
                return sql.update("update carelet_audit_head set number = 2400, chain ="
                        + " (select chain from carelet_audit where number = 2400)");
            });
            AuditReport after = storage.audit().verify();
            assertThat(after.isWhole()).as("by itself it can't be seen").isTrue();
            assertThat(after.last()).isLessThan(kept.last());
        }
    }

    @Test
    void theTrailIsVerifiedInPiecesLikeAsAWhole() {
        try (SqlStorage storage = open(keys)) {
            assertThat(storage.audit().verify()).isEqualTo(new AuditReport(0, 0, "", 0, Optional.empty()));
            fill(storage);
            AuditReport piece = storage.audit().verify(1_001, 1_000);
            assertThat(piece.entries()).isEqualTo(1_000);
            assertThat(piece.isWhole()).isTrue();
            assertThat(storage.audit().verify(2_501, 10).isWhole()).isTrue();
            storage.database().write(sql -> {
                disarm(sql);
                return sql.update("update carelet_audit set actor = 'Sam' where number = 1500");
            });
            assertThat(storage.audit().verify(1, 1_000).isWhole()).isTrue();
            assertThat(storage.audit()
                            .verify(1_001, 1_000)
                            .fault()
                            .orElseThrow()
                            .number())
                    .isEqualTo(1_500);
        }
    }

    @Test
    void theDatabaseItselfLetsNobodyChangeOrRemoveARow() {
        try (SqlStorage storage = open(keys)) {
            storage.audit().append(event(1));
            for (String attempt : List.of("update carelet_audit set actor = 'nobody'", "delete from carelet_audit")) {
                assertThatThrownBy(() -> storage.database().write(sql -> sql.update(attempt)))
                        .hasMessageContaining("append-only");
            }
            assertThat(storage.audit().latest(Long.MAX_VALUE, 10)).hasSize(1);
        }
    }

    @Test
    void ofManyWhoAppendAtOnceAllAreInOneChain() throws Exception {
        try (SqlStorage storage = open(keys)) {
            int threads = 8;
            int each = 50;
            List<Thread> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                Thread thread = new Thread(() -> {
                    for (int i = 0; i < each; i++) {
                        storage.audit().append(event(i));
                    }
                });
                all.add(thread);
                thread.start();
            }
            for (Thread thread : all) {
                thread.join();
            }
            AuditReport report = storage.audit().verify();
            assertThat(report.isWhole()).isTrue();
            assertThat(report.last()).isEqualTo((long) threads * each);
            assertThat(storage.audit().about("REF-x", 1_000)).hasSize(threads * each);
        }
    }
}
