package io.github.carelet.servlet.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.servlet.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over from one publication to the next, and what is rendered again. Counted, never timed. */
class CarryOverTest {

    private static final List<String> PATHS = List.of(
            "clinic",
            "locations",
            "locations/arcadia",
            "locations/glendale",
            "treatments",
            "treatments?view=full",
            "treatments?location=glendale",
            "treatments/therapy",
            "treatments/therapy?view=card",
            "treatments/therapy?sections=benefits",
            "treatments/block",
            "conditions",
            "conditions/sciatica",
            "conditions/old-pain",
            "practitioners",
            "practitioners/dana",
            "articles",
            "articles/moving",
            "booking",
            "treatments/nothing");

    private static final List<String> TARGETS = targets();

    private final MapleClinic clinic = MapleClinic.open();

    private static List<String> targets() {
        List<String> targets = new ArrayList<>();
        PATHS.forEach(path -> {
            String more = path + (path.contains("?") ? "&" : "?");
            targets.add("/fragments/" + more + "lang=es");
            targets.add("/pages/" + more + "lang=en");
        });
        return targets;
    }

    /**
     * Each text of the catalogue is changed, one at a time. What the warm cache then says must be what a new one says, byte by
     * byte, tags and lifetimes included.
     */
    @Test
    void afterEveryEditAllIsAsIfItWereRenderedAnew() {
        Matcher text = Pattern.compile("\": (?:\\{\"en\": )?\"([A-Z][^\"<]*)\"").matcher(MapleClinic.json());
        int edits = 0;
        int seen = 0;
        long rendered = 0;
        while (text.find()) {
            String edited = new StringBuilder(MapleClinic.json())
                    .replace(text.start(1), text.end(1), "Zebra")
                    .toString();
            MapleClinic warm = MapleClinic.open();
            List<Reply> before = all(warm);
            long renders = warm.cache.renders();
            warm.publish(edited);
            if (!warm.carelet.publication().isNewest()) {
                continue;
            }
            List<Reply> after = all(warm);
            List<Reply> fresh = all(MapleClinic.of(edited));
            boolean visible = false;
            for (int i = 0; i < TARGETS.size(); i++) {
                assertSame(after.get(i), fresh.get(i), text.group(1) + " " + TARGETS.get(i));
                visible |= !same(before.get(i), after.get(i));
            }
            edits++;
            rendered += warm.cache.renders() - renders;
            seen += visible ? 1 : 0;
        }
        System.out.printf(
                "fragments that were wrong after an edit: 0 of %d; rendered again: %d; control: %d of %d edits are visible%n",
                edits * TARGETS.size(), rendered, seen, edits);
        assertThat(edits).isGreaterThan(25);
        assertThat(seen).as("a cache that carries all over is seen").isGreaterThan(edits / 2);
        assertThat(rendered).isLessThan((long) edits * TARGETS.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Numbs. | Numbs well. | practitioners/dana | true",
                "Why. | Reasons. | practitioners/dana | true",
                "Nerve block | Block | conditions/sciatica | false",
                "Moving helps | Move | treatments/therapy | false",
                "+16265550100 | +16265550111 | articles/moving | false",
                "Sore muscles. | None. | treatments/therapy | false"
            })
    void whatRestsOnNothingThatChangedIsTheSameObject(String before, String after, String path, boolean kept) {
        String target = "/fragments/" + path;
        Reply first = clinic.get(target);
        long renders = clinic.cache.renders();
        assertThat(MapleClinic.json()).contains(before);
        clinic.publish(MapleClinic.json().replace(before, after));
        Reply second = clinic.get(target);
        assertThat(second.body() == first.body()).isEqualTo(kept);
        assertThat(clinic.cache.renders() - renders).isEqualTo(kept ? 0 : 1);
    }

    @Test
    void ofManyThingsOnlyTheOneThatChangedIsRenderedAgain() {
        MapleClinic large = MapleClinic.of(withTreatments(200, "Knee pain"));
        List<String> targets = new ArrayList<>(List.of("/fragments/clinic", "/fragments/treatments"));
        for (int i = 0; i < 200; i++) {
            targets.add("/fragments/treatments/t" + i);
        }
        targets.forEach(large::get);
        assertThat(large.cache.renders()).isEqualTo(202);
        large.publish(withTreatments(200, "Hip pain"));
        targets.forEach(large::get);
        System.out.printf("rendered again after an edit of 1 of 200 treatments: %d%n", large.cache.renders() - 202);
        assertThat(large.cache.renders() - 202).isBetween(2L, 3L);
        assertThat(large.html("/fragments/treatments/t17")).contains("Hip pain");
    }

    private static String withTreatments(int count, String summaryOfOne) {
        StringBuilder treatments = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String summary = i == 17 ? summaryOfOne : "Back pain";
            treatments.append("{\"id\": \"t%d\", \"name\": \"T%d\", \"summary\": \"%s\"},".formatted(i, i, summary));
        }
        return MapleClinic.json().replace("\"treatments\": [", "\"treatments\": [" + treatments);
    }

    @Test
    void listsAndTheClinicAreRenderedBeforeAnybodyAsksAgain() {
        clinic.get("/fragments/treatments");
        clinic.get("/fragments/clinic");
        clinic.get("/fragments/treatments/block");
        long renders = clinic.cache.renders();
        clinic.publish(MapleClinic.json().replace("Nerve block", "Block").replace("Maple Clinic", "Oak Clinic"));
        assertThat(clinic.cache.renders()).isEqualTo(renders + 2);
        assertThat(clinic.html("/fragments/treatments")).contains("Block");
        assertThat(clinic.html("/fragments/clinic")).contains("Oak Clinic");
        assertThat(clinic.cache.renders()).isEqualTo(renders + 2);
        clinic.get("/fragments/treatments/block");
        assertThat(clinic.cache.renders()).isEqualTo(renders + 3);
    }

    @Test
    void aPublicationThatChangesNothingThatIsShownRendersNothing() {
        all(clinic);
        long renders = clinic.cache.renders();
        clinic.publish(MapleClinic.json() + "\n");
        all(clinic);
        clinic.carelet.reload();
        all(clinic);
        assertThat(clinic.cache.renders()).isEqualTo(renders);
    }

    @Test
    void whatHasComeToItsEndDoesNotGoOver() {
        String before = clinic.html("/fragments/locations/arcadia");
        clinic.clock.set("2026-12-02T04:00:00Z");
        clinic.publish(MapleClinic.json() + "\n");
        assertThat(clinic.html("/fragments/locations/arcadia")).isNotEqualTo(before);
    }

    private static List<Reply> all(MapleClinic clinic) {
        return TARGETS.stream().map(clinic::get).toList();
    }

    private static void assertSame(Reply actual, Reply expected, String what) {
        assertThat(MapleClinic.text(actual)).as(what).isEqualTo(MapleClinic.text(expected));
        assertThat(actual.status()).as(what).isEqualTo(expected.status());
        assertThat(actual.headers()).as(what).isEqualTo(expected.headers());
    }

    private static boolean same(Reply one, Reply other) {
        return one.status() == other.status() && MapleClinic.text(one).equals(MapleClinic.text(other));
    }
}
