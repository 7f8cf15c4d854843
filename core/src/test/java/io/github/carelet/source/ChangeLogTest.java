package io.github.carelet.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeLogTest {

    /** Noon of 23 November 2026 in Los Angeles. */
    private static final Instant NOON = Instant.parse("2026-11-23T20:00:00Z");

    private static final Instant LATER = NOON.plusSeconds(3_600);

    private static final String CLINIC = """
            {"clinic": {"id": "maple", "name": "Maple", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
                        "languages": ["en"], "notify": ["desk@example.org"], "emergency": "Call 911."},
             "locations": [{"id": "main", "name": "Main", "address": {"street": "1 Main St", "city": "Arcadia"},
                            "phone": "+16265550101", "hours": {"weekly": {"mon": ["08:00-12:00"]}}}],
             "conditions": [{"id": "sciatica", "name": "Sciatica", "summary": "Leg pain.", "redFlags": ["Numbness"]}],
             "treatments": [
               {"id": "pt", "name": "PT", "treats": ["sciatica"], "sections": [
                 {"id": "risks", "aspect": "risks", "body": "<p>Few</p>"},
                 {"id": "urgent", "aspect": "urgent", "body": "<p>Fever</p>"},
                 {"id": "other", "body": "<p>Other</p>"}], "review": {"reviewedOn": "2026-01-01"}},
               {"id": "block", "name": "Block"}],
             "practitioners": [{"id": "ann", "name": "Ann"}],
             "articles": [{"id": "pain", "headline": "On pain", "about": ["pt"]}],
             "appointmentTypes": [{"id": "visit", "name": "Visit", "duration": "PT30M", "capacity": 2}]}
            """;

    private static final ChangeLog FIRST = ChangeLog.startingWith(read(CLINIC), "a1", NOON);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "On pain | About pain | articles pain changed []",
                "Leg pain. | Pain in the leg. | conditions sciatica changed []",
                "Numbness | Weakness | conditions sciatica changed [RED_FLAGS]",
                "Few | Many | treatments pt changed [RISKS]",
                "Fever | Chills | treatments pt changed [RED_FLAGS]",
                "Other | Another | treatments pt changed []",
                "+16265550101 | +16265550102 | locations main changed [PHONE]",
                "08:00-12:00 | 08:00-11:00 | locations main changed [HOURS]",
                "1 Main St | 2 Main St | locations main changed [ADDRESS]",
                "Call 911. | Call 112. | clinic maple changed [EMERGENCY]",
                "+16265550100 | +16265550109 | clinic maple changed [PHONE]",
                "\"Ann\" | \"Anna\" | practitioners ann changed []",
                "PT30M | PT45M | appointmentTypes visit changed []",
                ", {\"id\": \"block\", \"name\": \"Block\"} | '' | ''",
                "desk@example.org | front@example.org | ''",
                "\"capacity\": 2 | \"capacity\": 3 | ''",
                "\"block\" | \"blocks\" | treatments blocks added [], treatments block removed [REMOVED]",
                "\"reviewedOn\": \"2026-01-01\" | \"withdrawnOn\": \"2026-11-01\" | treatments pt withdrawn [WITHDRAWN]",
                "\"reviewedOn\": \"2026-01-01\" | \"withdrawnOn\": \"2026-11-24\" | treatments pt changed []"
            })
    void eachEditIsTold(String before, String after, String expected) {
        ChangeLog log = FIRST.plus(read(CLINIC), read(CLINIC.replace(before, after)), "b2", LATER);
        assertThat(told(log.changes())).isEqualTo(expected);
        assertThat(log.changes()).allMatch(each -> each.version().equals("b2"));
    }

    @Test
    void whoStartsGetsEverythingAndThenWhatChanges() {
        ChangePage all = FIRST.after(Optional.empty(), 100, read(CLINIC), NOON, NOON);
        assertThat(told(all.changes()))
                .isEqualTo("clinic maple added [], locations main added [], conditions sciatica added [],"
                        + " treatments pt added [], treatments block added [], practitioners ann added [],"
                        + " articles pain added [], appointmentTypes visit added []");
        assertThat(all.reset()).isTrue();
        assertThat(all.more()).isFalse();

        Catalog second = read(CLINIC.replace("Few", "Many"));
        ChangeLog log = FIRST.plus(read(CLINIC), second, "b2", LATER);
        ChangePage next = log.after(Optional.of(all.next()), 100, second, LATER, LATER);
        assertThat(told(next.changes())).isEqualTo("treatments pt changed [RISKS]");
        assertThat(next.reset()).isFalse();
        assertThat(log.after(Optional.of(next.next()), 100, second, LATER, LATER)
                        .changes())
                .isEmpty();
    }

    /** A follower that applies what it is told must hold what is published, whatever the pages and in whatever log it ends up. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void whoFollowsPageByPageEndsUpWithWhatIsPublished(int limit) {
        List<String> versions = List.of(
                CLINIC,
                CLINIC.replace("\"block\"", "\"blocks\"").replace("Few", "Many"),
                CLINIC.replace("\"reviewedOn\": \"2026-01-01\"", "\"withdrawnOn\": \"2026-11-23\""),
                CLINIC,
                CLINIC.replace("\"ann\"", "\"bob\"").replace("\"pain\"", "\"ache\""));
        Follower follower = new Follower(limit);
        ChangeLog log = FIRST;
        Catalog current = read(CLINIC);
        for (int i = 0; i < versions.size(); i++) {
            Catalog next = read(versions.get(i));
            log = log.plus(current, next, "c" + versions.indexOf(versions.get(i)), LATER.plusSeconds(i));
            current = next;
            if (i != 1) {
                follower.page(log, current);
            }
        }
        follower.catchUp(log, current);
        assertThat(follower.known).isEqualTo(everything(log, current));

        int resets = follower.resets;
        ChangeLog other = ChangeLog.startingWith(current, "c4", LATER);
        follower.catchUp(other, current);
        assertThat(follower.resets).as("another node with the same version").isEqualTo(resets);
        follower.catchUp(ChangeLog.startingWith(current, "d5", LATER), current);
        assertThat(follower.resets).as("a node that knows nothing of it").isEqualTo(resets + 1);
        assertThat(follower.known).isEqualTo(everything(log, current));
    }

    @Test
    void withdrawalsComeWithTheDayAndNeedNoPublication() {
        Catalog catalog = read(CLINIC.replace("\"reviewedOn\": \"2026-01-01\"", "\"withdrawnOn\": \"2026-11-24\""));
        ChangeLog log = ChangeLog.startingWith(catalog, "a1", NOON);
        ChangeCursor start =
                log.after(Optional.empty(), 100, catalog, NOON, NOON).next();
        Instant midnight = Instant.parse("2026-11-24T08:00:00Z");
        assertThat(log.after(Optional.of(start), 100, catalog, NOON, midnight.minusMillis(1))
                        .changes())
                .isEmpty();

        ChangePage page = log.after(Optional.of(start), 100, catalog, NOON, midnight.plusSeconds(90_000));
        assertThat(told(page.changes())).isEqualTo("treatments pt withdrawn [WITHDRAWN]");
        assertThat(page.changes().get(0).at()).isEqualTo(midnight);
        assertThat(log.plus(catalog, catalog, "a1", midnight)
                        .after(Optional.of(page.next()), 100, catalog, NOON, midnight.plusSeconds(5))
                        .changes())
                .as("counted once, whether or not it was kept")
                .isEmpty();
        assertThat(told(log.after(Optional.empty(), 100, catalog, NOON, midnight)
                        .changes()))
                .contains("treatments pt withdrawn [], treatments block added []");
    }

    @Test
    void whatIsShownAgainIsAdded() {
        Catalog withdrawn = read(CLINIC.replace("\"reviewedOn\": \"2026-01-01\"", "\"withdrawnOn\": \"2026-11-01\""));
        ChangeLog log = ChangeLog.startingWith(withdrawn, "a1", NOON).plus(withdrawn, read(CLINIC), "b2", LATER);
        assertThat(told(log.changes())).isEqualTo("treatments pt added []");
    }

    @Test
    void oldChangesAreForgottenAndWhoMissedThemStartsAgain() {
        ChangeLog log = FIRST;
        Catalog before = read(CLINIC);
        List<String> many = new ArrayList<>();
        for (int i = 0; i < ChangeLog.MOST + 10; i++) {
            many.add("{\"id\": \"t" + i + "\", \"name\": \"T\"}");
        }
        Catalog after = read(CLINIC.replace("{\"id\": \"block\"", String.join(",", many) + ", {\"id\": \"block\""));
        ChangeLog full = log.plus(before, after, "b2", LATER);
        assertThat(full.changes()).hasSize(ChangeLog.MOST);
        assertThat(full.first()).isEqualTo(10);
        ChangeCursor old = log.after(Optional.empty(), 100, before, NOON, NOON).next();
        assertThat(full.after(Optional.of(old), 5, after, LATER, LATER).reset()).isTrue();
        ChangeCursor recent = new ChangeCursor(full.id(), 10, "0", OptionalInt.empty());
        assertThat(full.after(Optional.of(recent), 5, after, LATER, LATER).reset())
                .isFalse();
        ChangeCursor future = new ChangeCursor(full.id(), 1_000_000, "0", OptionalInt.empty());
        assertThat(full.after(Optional.of(future), 5, after, LATER, LATER).reset())
                .isTrue();
    }

    @Test
    void oldVersionsAreForgottenEvenWhereNothingPublicHasChanged() {
        Catalog catalog = read(CLINIC);
        ChangeLog log = FIRST;
        for (int i = 0; i < ChangeLog.MOST_VERSIONS; i++) {
            log = log.plus(catalog, catalog, "c" + i, LATER);
        }
        assertThat(log.positions()).hasSize(ChangeLog.MOST_VERSIONS);
        assertThat(isReset(log, "c0", catalog)).isFalse();
        assertThat(isReset(log, "a1", catalog))
                .as("the first of one more than are kept")
                .isTrue();
    }

    private static boolean isReset(ChangeLog log, String version, Catalog catalog) {
        ChangeCursor elsewhere = new ChangeCursor("0", 0, version, OptionalInt.empty());
        return log.after(Optional.of(elsewhere), 1, catalog, LATER, LATER).reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "MSBhIDAgMA", "MSBhIC0xIDAgLQ", "AAAA", "1 a 0 0 -", "%00"})
    void whatIsNoCursorIsNone(String text) {
        assertThat(ChangeCursor.parse(text)).isEmpty();
        ChangeCursor cursor = new ChangeCursor("a", 0, "0", OptionalInt.of(5));
        assertThat(ChangeCursor.parse(cursor.toString())).contains(cursor);
    }

    /** Somebody who keeps what the changes say. */
    private static final class Follower {
        private final int limit;
        private final TreeMap<String, String> known = new TreeMap<>();
        private Optional<ChangeCursor> cursor = Optional.empty();
        private int resets;

        Follower(int limit) {
            this.limit = limit;
        }

        boolean page(ChangeLog log, Catalog catalog) {
            ChangePage page = log.after(cursor, limit, catalog, NOON, LATER);
            if (page.reset()) {
                resets++;
                known.clear();
            }
            page.changes().forEach(each -> {
                String thing = each.kind().key() + " " + each.id();
                switch (each.action()) {
                    case ADDED, CHANGED -> known.put(thing, "shown");
                    case WITHDRAWN -> known.put(thing, "withdrawn");
                    case REMOVED -> known.remove(thing);
                }
            });
            cursor = ChangeCursor.parse(page.next().toString());
            return page.more();
        }

        void catchUp(ChangeLog log, Catalog catalog) {
            boolean more = true;
            while (more) {
                more = page(log, catalog);
            }
        }
    }

    private static TreeMap<String, String> everything(ChangeLog log, Catalog catalog) {
        Follower fresh = new Follower(1_000);
        fresh.catchUp(log, catalog);
        return fresh.known;
    }

    private static String told(List<Change> changes) {
        return String.join(
                ", ",
                changes.stream()
                        .map(each -> each.kind().key() + " " + each.id() + " "
                                + each.action().code() + " " + each.material())
                        .toList());
    }

    private static Catalog read(String json) {
        CatalogFile file = new CatalogFile("clinic.json", json.getBytes(StandardCharsets.UTF_8));
        return CatalogReader.strict().read(List.of(file)).catalog().orElseThrow();
    }
}
