package io.github.carelet.servlet.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.InvalidCatalogException;
import io.github.carelet.servlet.AllowedDom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known attacks in every text and every body of a catalogue leave no element and no attribute that Carelet does not write. */
class HostileDomTest {

    private static final List<String> TARGETS = List.of(
            "clinic?view=full",
            "locations",
            "locations?view=full&lang=es",
            "locations/arcadia",
            "treatments",
            "treatments?view=full&lang=ar",
            "treatments/therapy",
            "conditions",
            "conditions/sciatica?lang=es",
            "practitioners?view=full",
            "practitioners/dana",
            "articles?view=full",
            "articles/moving",
            "articles/moving?sections=s0",
            "booking");

    @Test
    void noAttackComesAlive() {
        AllowedDom dom = new AllowedDom(false);
        List<String> alive = new ArrayList<>();
        int documents = 0;
        int found = 0;
        for (String attack : HostileClinic.XSS) {
            MapleClinic clinic = MapleClinic.of(HostileClinic.json(attack, nested(attack)));
            boolean wouldBe = false;
            for (String target : TARGETS) {
                for (String form : List.of("/fragments/", "/pages/")) {
                    String html = clinic.html(form + target);
                    documents++;
                    List<String> violations = dom.violations(html);
                    if (!violations.isEmpty()) {
                        alive.add(attack + " in " + form + target + ": " + violations);
                    }
                    wouldBe |=
                            !new AllowedDom(false).violations(unescaped(html)).isEmpty();
                }
            }
            found += wouldBe ? 1 : 0;
        }
        System.out.printf(
                "hostile content: %d attacks, %d documents, %s, alive: %d; control: %d of %d are alive if nothing is escaped%n",
                HostileClinic.XSS.size(), documents, dom.counts(), alive.size(), found, HostileClinic.XSS.size());
        assertThat(alive).isEmpty();
        assertThat(HostileClinic.XSS).hasSizeGreaterThan(50);
        assertThat(found).isGreaterThanOrEqualTo(HostileClinic.XSS.size() - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " JaVaScRiPt:alert(1)",
                "java\\tscript:alert(1)",
                "\\u0001javascript:alert(1)",
                "vbscript:x",
                "data:text/html,<script>alert(1)</script>",
                "//evil.example/x",
                "/\\\\evil.example",
                "https://user:secret@evil.example/",
                "https://",
                "https:evil",
                "file:///etc/passwd",
                "blob:https://x.example/1",
                "https://x.example/\\\" onmouseover=\\\"alert(1)",
                "https://x.example/<script>",
                "intent://x#Intent;end"
            })
    void aHostileLinkIsRefusedWhereverItStands(String link) {
        for (String place : List.of("\"https://maple.example.org/\"", "\"https://guide.example.org/\"")) {
            String json = MapleClinic.json().replace(place, "\"" + link + "\"");
            assertThat(json).isNotEqualTo(MapleClinic.json());
            assertThatThrownBy(() -> MapleClinic.of(json)).isInstanceOf(InvalidCatalogException.class);
        }
        String article =
                MapleClinic.json().replace("\"headline\":", "\"canonicalUrl\": \"" + link + "\", \"headline\":");
        assertThatThrownBy(() -> MapleClinic.of(article)).isInstanceOf(InvalidCatalogException.class);
        assertThat(MapleClinic.of(MapleClinic.json()
                                .replace("\"https://guide.example.org/\"", "\"https://x.example/?a=1&b='\""))
                        .html("/fragments/treatments/therapy"))
                .contains("href=\"https://x.example/?a=1&amp;b=");
    }

    /** An attack as it is, and inside of what may stand in a body. */
    private static List<String> nested(String attack) {
        return List.of(
                attack,
                "<ul><li>" + attack + "</li></ul>",
                "<a href=\"/x\">" + attack + "</a>",
                "<table><tr><td>" + attack + "</td></tr></table>",
                "<blockquote><p title=\"" + attack + "\">" + attack + attack,
                "<dl><dt>" + attack + "<dd>" + attack + "</dl>");
    }

    /** What a page would be if its texts were not escaped. */
    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
