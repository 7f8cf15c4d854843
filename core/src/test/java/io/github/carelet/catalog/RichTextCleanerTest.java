package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RichTextCleanerTest {

    static List<Arguments> cases() {
        return List.of(
                // what stays as it is
                kept("<p>a</p>"),
                kept("<ul><li>a</li></ul><ol><li>b</li></ol>"),
                kept("<dl><dt>a</dt><dd>b</dd></dl>"),
                kept("<p><strong>a</strong> <em>b</em><br>c</p>"),
                kept("<blockquote><p>a</p></blockquote>"),
                kept(
                        "<table><caption>c</caption><thead><tr><th scope=\"col\">a</th></tr></thead><tbody><tr>"
                                + "<td colspan=\"2\" rowspan=\"3\">b</td></tr></tbody><tfoot><tr><td>c</td></tr></tfoot></table>"),
                kept("<a href=\"/path?q#f\">a</a>"),
                kept("<a href=\"tel:+16265550100\">a</a>"),
                kept("<a href=\"mailto:desk@example.org\">a</a>"),
                kept("<a href=\"https://example.org/\" rel=\"noopener\">a</a>"),
                kept("<img src=\"/a.png\" alt=\"\">"),
                kept("<img src=\"https://example.org/a.png\" alt=\"A foot\" width=\"10\" height=\"20\">"),
                kept("1 &lt; 2 &amp; 3 &gt; 2"),
                kept("Ünï©öde 漢字 🙂"),
                kept(""),
                // what is written otherwise
                row("<b>a</b><i>b</i>", "<strong>a</strong><em>b</em>"),
                row("<P>a<p>b", "<p>a</p><p>b</p>"),
                row("<a href='HTTPS://example.org/'>a</a>", "<a href=\"HTTPS://example.org/\" rel=\"noopener\">a</a>"),
                row("<a href=' /x '>a</a>", "<a href=\"/x\">a</a>"),
                row(
                        "<a href='https://example.org/é'>a</a>",
                        "<a href=\"https://example.org/%C3%A9\" rel=\"noopener\">a</a>"),
                row("<p></p><h2> </h2><strong></strong>a", "a"),
                row("<h3>a</h3><h2>b</h2><h4>c</h4><h3>d</h3>", "<h1>a</h1><h1>b</h1><h2>c</h2><h2>d</h2>"),
                row("1 < 2", "1 &lt; 2"),
                row("<table><tr><td>a</table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
                // what goes
                row("<script>alert(1)</script>a", "a", "<script>"),
                row("<style>p{}</style>a", "a", "<style>"),
                row("<iframe src=x>b</iframe>a", "a", "<iframe>"),
                row("<svg><a href='/x'>b</a></svg>a", "a", "<svg>"),
                row("<!-- b -->a", "a", "<!-- -->"),
                row("<div>a</div><div>b</div>", "<p>a</p><p>b</p>", "<div>"),
                row("<div><p>a</p></div>", "<p>a</p>", "<div>"),
                row("<span>a</span> <u>b</u>", "a b", "<span>", "<u>"),
                row("<p><button><p>a</p></button></p>", "<p>a</p>", "<button>"),
                row("<p style='x' class=y id=z>a</p>", "<p>a</p>", "<p style>", "<p class>", "<p id>"),
                row("<a href='#x'>a</a>", "a", "<a href>"),
                row("<a href='x.html'>a</a>", "a", "<a href>"),
                row("<a href='//example.org/'>a</a>", "a", "<a href>"),
                row("<a name=x>a</a>", "a", "<a name>"),
                row("<a href='/x' target=_blank>a</a>", "<a href=\"/x\">a</a>", "<a target>"),
                row("<img src='/a.png'>a", "a", "<img> without alt"),
                row("<img alt='b'>a", "a", "<img> without a source"),
                row("<img src='data:image/png;base64,AA' alt='b'>a", "a", "<img src>", "<img> without a source"),
                row("<img src='tel:1' alt='b'>a", "a", "<img src>", "<img> without a source"),
                row("<td colspan=2>a</td>", "a"),
                row(
                        "<table><tr><td colspan=0 rowspan=x>a</table>",
                        "<table><tbody><tr><td>a</td></tr></tbody></table>",
                        "<td colspan>",
                        "<td rowspan>"),
                row(
                        "<table><tr><th scope=all>a</table>",
                        "<table><tbody><tr><th>a</th></tr></tbody></table>",
                        "<th scope>"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSubsetStaysAndTheRestGoesAndIsTold(String dirty, String clean, List<String> removed) {
        RichText text = RichTextCleaner.clean(dirty);
        assertThat(text.html()).isEqualTo(clean);
        assertThat(text.removed()).containsExactlyElementsOf(removed);
        assertThat(RichTextCleaner.clean(clean).html()).as("cleaned again").isEqualTo(clean);
        assertThat(RichTextCleaner.clean(clean).removed()).as("removed again").isEmpty();
    }

    @Test
    void nothingOfAnAttackReachesAPage() {
        long dangerousBefore =
                XssCases.ALL.stream().filter(XssCases::isDangerous).count();
        List<String> dangerousAfter = XssCases.ALL.stream()
                .map(each -> RichTextCleaner.clean(each).html())
                .filter(XssCases::isDangerous)
                .toList();
        System.out.println("dangerous after cleaning: " + dangerousAfter.size() + " of " + XssCases.ALL.size()
                + "; before, as the control: " + dangerousBefore);
        assertThat(dangerousAfter).isEmpty();
        assertThat(dangerousBefore).as("control").isGreaterThan(XssCases.ALL.size() * 3L / 4);
    }

    @Test
    void cleaningAnAttackAgainChangesNothing() {
        for (String attack : XssCases.ALL) {
            String once = RichTextCleaner.clean(attack).html();
            assertThat(RichTextCleaner.clean(once).html()).as(attack).isEqualTo(once);
        }
    }

    @Test
    void nestingWithoutEndIsCleanedInTime() {
        for (String tag :
                List.of("<p><button>", "<a><table><td>", "<strong><p>", "<div>", "<dl><dt><table>", "<li><ul>")) {
            String html = RichTextCleaner.clean(tag.repeat(3_000) + "x").html();
            assertThat(RichTextCleaner.clean(html).html()).isEqualTo(html).contains("x");
        }
    }

    @Test
    void headingsMoveToTheLevelOfThePageAndNotBelowSix() {
        RichText text = RichTextCleaner.clean("<h2>a</h2><p>&lt;h1&gt;</p><h3>b</h3><img src=\"/x\" alt=\"<h1>\">");
        assertThat(text.html(3)).isEqualTo("<h3>a</h3><p>&lt;h1&gt;</p><h4>b</h4><img src=\"/x\" alt=\"&lt;h1&gt;\">");
        assertThat(text.html(6)).startsWith("<h6>a</h6>").contains("<h6>b</h6>");
        assertThat(text.html(1)).isEqualTo(text.html());
        assertThatIllegalArgumentException().isThrownBy(() -> text.html(0));
        assertThatIllegalArgumentException().isThrownBy(() -> text.html(7));
    }

    @Test
    void textIsWhatThereIsToRead() {
        RichText text = RichTextCleaner.clean("<p>a &lt; b</p><ul><li>c</li><li>d</li></ul>");
        assertThat(text.text()).isEqualTo("a < b c d");
        assertThat(text.isBlank()).isFalse();
        assertThat(RichTextCleaner.clean("<p> </p>").isBlank()).isTrue();
        assertThat(RichTextCleaner.clean("<img src=\"/a\" alt=\"\">").isBlank()).isFalse();
    }

    @Test
    void theLanguageOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale.Builder().setLanguage("tr").build());
            assertThat(RichTextCleaner.clean("<LI><IMG SRC='/I' ALT='I'><SCRIPT>x</SCRIPT></LI>")
                            .html())
                    .isEqualTo("<li><img src=\"/I\" alt=\"I\"></li>");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Arguments kept(String html) {
        return row(html, html);
    }

    private static Arguments row(String dirty, String clean, String... removed) {
        return Arguments.of(dirty, clean, List.of(removed));
    }
}
