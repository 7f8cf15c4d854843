package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.Closure.Draft;
import io.github.carelet.booking.Closure.Place;
import io.github.carelet.booking.ClosureOutcome;
import io.github.carelet.booking.Closures;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogScope;
import io.github.carelet.exchange.JsonLdRole;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.source.FileSource;
import io.github.carelet.store.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Two nodes on one PostgreSQL: what is settled on one holds on the other within a minute, and not because it asked each time. */
class TwoNodesTest {

    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String OLD = "https://old.example";
    private static final String NEW = "https://new.example";

    @TempDir
    Path folder;

    private final KeyRing keys = KeyRing.ephemeral();
    private final MovedClock ofThere = new MovedClock();
    private Carelet here;
    private Carelet there;

    /** Stands still until it is moved; then does what was due meanwhile. */
    private static final class MovedClock implements InstantSource, Beat {

        private record Chore(Duration interval, Runnable work) {}

        private final List<Chore> chores = new ArrayList<>();
        private Instant now = Instant.parse("2026-11-23T18:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public AutoCloseable every(String name, Duration interval, Runnable work) {
            Chore chore = new Chore(interval, work);
            chores.add(chore);
            return () -> chores.remove(chore);
        }

        void forward(Duration time) {
            now = now.plus(time);
            chores.stream()
                    .filter(each -> each.interval().compareTo(time) <= 0)
                    .forEach(each -> each.work().run());
        }
    }

    @BeforeEach
    void open() {
        String url = PostgresServer.shared().newSchema();
        Path file = Clinics.write(
                folder.resolve("clinic.json"),
                Clinics.named("Maple")
                        .replace(
                                "\"name\": \"Main\",",
                                "\"name\": \"Main\", \"hours\": {\"weekly\": {\"fri\": [\"08:00-17:00\"]}},"));
        here = node(file, url, new MovedClock());
        there = node(file, url, ofThere);
    }

    private Carelet node(Path file, String url, InstantSource clock) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return Carelet.builder(FileSource.of(file, CatalogReader.strict()))
                .storage(source)
                .keys(keys)
                .clock(clock)
                .build();
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void aPartnerThatComesAndAnOriginThatGoes() {
        PartnerDirectory partners = here.partnerDirectory().orElseThrow();
        partners.save(PartnerEntry.of("gym", List.of(OLD, NEW)), "Kim");
        assertThat(there.partner("gym"))
                .as("the control: before anybody has looked")
                .isEmpty();
        ofThere.forward(Duration.ofSeconds(1));
        assertThat(there.partner("gym")).as("the control: too soon to look").isEmpty();
        ofThere.forward(MINUTE);
        assertThat(there.partner("gym").orElseThrow().origins()).containsExactly(OLD, NEW);

        CatalogScope part = new CatalogScope(List.of("main"), List.of(), List.of());
        partners.save(new PartnerEntry("gym", List.of(NEW), part, JsonLdRole.NONE, false, ""), "Kim");
        assertThat(there.partner("gym").orElseThrow().origins())
                .as("the control")
                .containsExactly(OLD, NEW);
        ofThere.forward(MINUTE);
        assertThat(there.partner("gym").orElseThrow().origins()).containsExactly(NEW);
        assertThat(there.partner("gym").orElseThrow().scope()).isEqualTo(part);

        partners.remove("gym", "Kim");
        ofThere.forward(MINUTE);
        assertThat(there.partner("gym")).isEmpty();
    }

    @Test
    void aDayThatIsClosedAndOpenedAgain() {
        Closures closures = here.closures().orElseThrow();
        Draft draft = new Draft(new Place("main"), CHRISTMAS, CHRISTMAS, Optional.empty(), Optional.of("Holiday"));
        String id =
                ((ClosureOutcome.Done) closures.close(draft, "Kim")).closure().id();
        assertThat(isClosed(here)).isTrue();
        assertThat(isClosed(there)).as("the control").isFalse();
        String before = there.publication().version();
        ofThere.forward(MINUTE);
        assertThat(isClosed(there)).isTrue();
        assertThat(there.publication().version())
                .isEqualTo(here.publication().version())
                .isNotEqualTo(before);

        closures.open(id, "Kim");
        assertThat(isClosed(there)).as("the control").isTrue();
        ofThere.forward(MINUTE);
        assertThat(isClosed(there)).isFalse();
    }

    @Test
    void aNodeThatIsClosedLooksNoMore() {
        there.close();
        assertThat(ofThere.chores).isEmpty();
    }

    private static boolean isClosed(Carelet carelet) {
        return carelet.publication()
                .catalog()
                .location("main")
                .orElseThrow()
                .hours()
                .orElseThrow()
                .on(CHRISTMAS)
                .isEmpty();
    }
}
