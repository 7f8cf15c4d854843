package io.github.carelet.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.OpenInterval;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

class MergingTest {

    private static final String FOOTER = """
            <footer><h4>North Office</h4><p>12 Elm Street, Suite 3<br>Reno, NV 89501</p><p>Phone: (775) 555-0100</p>
            <table><tr><td>Monday</td><td>8:00 - 5:00</td></tr><tr><td>Friday</td><td>8:00 - 12:00</td></tr></table>
            <h4>South Office</h4><p>900 Lake Blvd<br>Sparks, NV 89434</p><p>Phone: (775) 555-0101<br>Fax: (775) 555-0109</p>
            <p>© 2026 Truckee Joint Care</p></footer>
            """;

    private final ImportResult result = Drafts.run(
            page(
                    "one.html",
                    "<main><h1>Bursitis</h1><p>A swollen cushion in a joint can make each step a small trial for weeks.</p>"
                            + "<h2>Treatments</h2><ul><li>Physical therapy</li><li>Cold packs</li></ul></main>"
                            + FOOTER),
            page(
                    "two.html",
                    "<main><h1>Physical therapy</h1><p>We teach the joint to move without being afraid of it again.</p></main>"
                            + "<p>Billing: (775) 555-0142</p>" + FOOTER),
            page("three.html", "<p>Our north office: 12 Elm St., Ste 3, Reno, Nevada 89501-1234</p>"));

    @Test
    void placesThatSeveralPagesTellOfStandInTheDraftOnce() {
        Catalog catalog = Drafts.catalog(result);

        assertThat(catalog.locations()).extracting(Location::id).containsExactly("north", "south");
        Location north = catalog.location("north").orElseThrow();
        assertThat(north.phone().e164()).isEqualTo("+17755550100");
        assertThat(north.hours().orElseThrow().weekly().get(DayOfWeek.FRIDAY))
                .containsExactly(OpenInterval.parse("08:00-12:00"));
        Location south = catalog.location("south").orElseThrow();
        assertThat(south.fax().orElseThrow().e164()).isEqualTo("+17755550109");
        assertThat(south.hours()).isEmpty();
    }

    @Test
    void treatmentsAreOneWhereverTheyAreNamed() {
        assertThat(Drafts.json(result).path("treatments").findValuesAsText("name"))
                .containsExactly("Physical therapy", "Cold packs");
    }

    @Test
    void everyPageIsAnArticleAndPointersHoldAfterMerging() {
        assertThat(Drafts.json(result).path("articles").findValuesAsText("headline"))
                .startsWith("Bursitis", "Physical therapy");
        Drafts.check(result);
    }

    @Test
    void aNumberThatHasNoMemberIsKeptInATextWithALinkToCall() {
        assertThat(Drafts.json(result).toString()).contains("tel:+17755550142", "Billing");
    }

    private static ImportSource page(String name, String body) {
        return ImportSource.of(name, ("<html lang=en><body>" + body).getBytes(StandardCharsets.UTF_8));
    }
}
