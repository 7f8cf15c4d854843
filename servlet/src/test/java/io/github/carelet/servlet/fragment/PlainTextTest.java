package io.github.carelet.servlet.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.servlet.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTextTest {

    private static MapleClinic clinic;

    @BeforeAll
    static void open() {
        clinic = MapleClinic.open();
        clinic.clock.set("2026-12-02T18:00:00Z");
    }

    @Test
    void aTreatmentAsText() {
        assertThat(clinic.html("/fragments/treatments/therapy?format=text&location=arcadia&sections=risks"))
                .isEqualTo("""
                        Physical therapy
                        ================

                        Moves you.

                        Reviewed March 2026 by Dana Reed, PT. Next review March 2027.

                        Also called: PT
                        Helps with: Sciatica
                        Where: Arcadia

                        Good to know
                        ------------

                        Insurance accepted: Blue Cross
                        Referral needed: Yes
                        What to bring: Loose clothes.
                        Fax: (626) 555-0109
                        We answer requests: within one day, in opening hours

                        Risks
                        -----

                        Sore muscles.

                        Works together with: Nerve block
                        Read more: Moving helps
                        Sources: A guide (https://guide.example.org/)

                        Request an appointment:
                        https://book.example.org/c/book?treatment=therapy&location=arcadia&lang=en
                        Call (626) 555-0101: tel:+16265550101

                        If this is an emergency, call 911.
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One <strong>two</strong> three.</p> | One two three.",
                "a<p>b</p>c | a¶¶b¶¶c",
                "<p>One<br>two</p> | One¶two",
                "<ul><li>One</li><li>Two<ul><li>Three</li></ul></li></ul><p>End</p> | - One¶- Two¶  - Three¶¶End",
                "<ol><li>One</li><li><p>Two</p></li></ol> | 1. One¶2. Two",
                "<dl><dt>Term</dt><dd>What</dd><dd>it is</dd><dt>Other</dt><dd>x</dd></dl> | Term: What; it is¶Other: x",
                "<blockquote><p>Said</p><p>so</p></blockquote> | > Said¶>¶> so",
                "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table> | A, B¶1, 2",
                "<p><a href='https://x.example/'>Here</a> and <a href='tel:+16265550100'>call</a></p> | Here (https://x.example/) and call (tel:+16265550100)",
                "<p><a href='https://x.example/'>https://x.example/</a></p> | https://x.example/",
                "<p><img src='https://x.example/a.png' alt='A knee'></p> | [A knee]",
                "<h2>Two</h2><h3>Three</h3> | Two¶===¶¶Three¶-----",
                "<p>1 &lt; 2 &amp; x</p><script>no()</script><style>no</style> | 1 < 2 & x",
                "<p></p><ul></ul><div></div> | ''"
            })
    void everyElementHasItsForm(String html, String text) {
        String spoken = new String(
                PlainText.of(("<div>" + html + "</div>").getBytes(StandardCharsets.UTF_8), "/c"),
                StandardCharsets.UTF_8);
        assertThat(spoken.strip().replace("\n", "¶").replace(" | ", ", ")).isEqualTo(text);
    }

    @Test
    void linesAreShortAndNoAddressIsBroken() {
        String address = "https://x.example/" + "a".repeat(100);
        String html = "<p>" + "word ".repeat(60) + "<a href='" + address + "'>link</a> " + "word ".repeat(60) + "</p>";

        String text = new String(PlainText.of(html.getBytes(StandardCharsets.UTF_8), "/c"), StandardCharsets.UTF_8);

        assertThat(text).contains(address);
        assertThat(text.lines().filter(line -> !line.contains(address))).allMatch(line -> line.length() <= 72);
        assertThat(text.lines().filter(line -> line.length() > 60)).hasSizeGreaterThan(5);
    }

    static List<String> targets() {
        return EveryRenditionTest.targets();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyRenditionHasAFormWithoutMarkup(String target) {
        String more = target.contains("?") ? "&format=text" : "?format=text";
        Reply html = clinic.get("/fragments/" + target);
        Reply text = clinic.get("/fragments/" + target + more);

        assertThat(text.status()).isEqualTo(html.status());
        assertThat(text.headers())
                .containsEntry("Content-Type", "text/plain;charset=utf-8")
                .containsEntry("Cache-Control", html.headers().get("Cache-Control"))
                .containsEntry("X-Robots-Tag", "noindex")
                .containsEntry("Access-Control-Allow-Origin", "*")
                .doesNotContainKey("Link");
        assertThat(MapleClinic.text(text))
                .contains("tel:+1626555010")
                .contains(MapleClinic.BOOK + "?")
                .contains("911")
                .doesNotContain("<", "&amp;")
                .endsWith("\n");
        assertThat(clinic.html("/pages/" + target + more)).isEqualTo(MapleClinic.text(text));
    }

    @Test
    void theSameTextComesFromMemory() {
        MapleClinic fresh = MapleClinic.open();
        Reply first = fresh.get("/fragments/treatments?format=text");
        long renders = fresh.cache.renders();

        Reply again = fresh.get(
                "/fragments/treatments?format=text",
                Map.of("If-None-Match", first.headers().get("ETag")));

        assertThat(again.status()).isEqualTo(304);
        assertThat(fresh.cache.renders()).isEqualTo(renders);
        assertThat(first.headers().get("ETag"))
                .isNotEqualTo(
                        fresh.get("/fragments/treatments?format=html").headers().get("ETag"));
    }

    @ParameterizedTest
    @CsvSource({"format=TEXT", "format=", "format=json", "format=text&format=text"})
    void anotherFormatIsRefused(String query) {
        assertThat(clinic.get("/fragments/treatments?" + query).status()).isEqualTo(400);
    }
}
