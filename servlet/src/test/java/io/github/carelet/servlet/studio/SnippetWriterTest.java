package io.github.carelet.servlet.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.carelet.Look;
import io.github.carelet.servlet.page.Document;
import io.github.carelet.servlet.page.Sandbox;
import io.github.carelet.servlet.page.Templates;
import io.github.carelet.servlet.page.Theme;
import io.github.carelet.servlet.studio.Subject.Content;
import io.github.carelet.servlet.studio.Subject.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;
import org.junit.jupiter.api.Test;

class SnippetWriterTest {

    private static final String ROOT = "https://maple.example.org/c";
    private static final Document.Script SCRIPT = new Document.Script(ROOT + "/assets/embed.1.js", "sha384-x");

    /** What an editor of WordPress leaves of a style, of what we use. Not {@code display}. */
    private static final Set<String> KEPT_STYLES = Set.of(
            "background-color", "border-radius", "color", "font-weight", "line-height", "padding", "text-decoration");

    private final SnippetWriter writer = new SnippetWriter(Templates.precompiled());
    private final Site site = new Site(ROOT, Optional.of(ROOT), SCRIPT);

    @Test
    void aFormIsWrittenInEachWay() {
        String href = "https://maple.example.org/c/book?type=visit&amp;location=arcadia&amp;lang=es&amp;partner=demo"
                + "&amp;theme=dark";
        assertThat(written(form()))
                .containsExactly(
                        "<p style=\"line-height: 3\"><a href=\"" + href + "\" style=\"background-color: #0b5c6b;"
                                + " border-radius: 6px; color: #ffffff; font-weight: bold; padding: 12px 20px;"
                                + " text-decoration: none\">Book</a></p>",
                        "<iframe src=\"" + href
                                + "\" title=\"Book\" width=\"100%\" height=\"800\" frameborder=\"0\" sandbox=\""
                                + Sandbox.TOKENS
                                + "\" referrerpolicy=\"no-referrer\" loading=\"lazy\"></iframe>\n<p><a href=\""
                                + href + "\">Book</a></p>",
                        "<script src=\"https://maple.example.org/c/assets/embed.1.js\" integrity=\"sha384-x\""
                                + " crossorigin=\"anonymous\" async></script>\n"
                                + "<carelet-booking type=\"visit\" location=\"arcadia\" lang=\"es\" partner=\"demo\""
                                + " theme=\"dark\">\n  <a href=\"" + href + "\">Book</a>\n</carelet-booking>",
                        "<%@ taglib prefix=\"carelet\" uri=\"io.github.carelet.tags\" %>\n<carelet:script/>\n"
                                + "<carelet:booking type=\"visit\" location=\"arcadia\" lang=\"es\" partner=\"demo\""
                                + " theme=\"dark\"/>",
                        "<script th:src=\"${fragments.script().href()}\""
                                + " th:attr=\"integrity=${fragments.script().integrity()}\" crossorigin=\"anonymous\""
                                + " async></script>\n<th:block th:utext=\"${fragments.booking({'type': 'visit', 'location':"
                                + " 'arcadia', 'lang': 'es', 'partner': 'demo', 'theme': 'dark'})}\"></th:block>",
                        "Fragments fragments = Fragments.in(servletContext);\nString html = fragments.booking(Map.of(\"type\","
                                + " \"visit\", \"location\", \"arcadia\", \"lang\", \"es\", \"partner\", \"demo\", \"theme\","
                                + " \"dark\"));");
    }

    @Test
    void contentIsWrittenInEachWayWithTheColoursOfThePageWhereTheServerWritesIt() {
        Choice choice = new Choice(
                new Content("treatments", Optional.of("therapy")),
                "Therapy",
                Optional.empty(),
                "en",
                Optional.of(Theme.LIGHT));

        assertThat(written(choice).get(2))
                .isEqualTo("<script src=\"https://maple.example.org/c/assets/embed.1.js\""
                        + " integrity=\"sha384-x\" crossorigin=\"anonymous\" async></script>\n"
                        + "<carelet-widget kind=\"treatments\" name=\"therapy\" lang=\"en\" theme=\"light\">\n"
                        + "  <a href=\"https://maple.example.org/c/pages/treatments/therapy?lang=en&amp;theme=light\">Therapy</a>\n"
                        + "</carelet-widget>");
        assertThat(written(choice).subList(3, 6))
                .containsExactly(
                        "<%@ taglib prefix=\"carelet\" uri=\"io.github.carelet.tags\" %>\n<carelet:stylesheet/>\n"
                                + "<carelet:treatment id=\"therapy\" lang=\"en\"/>",
                        "<link rel=\"stylesheet\" th:href=\"${fragments.stylesheet().href()}\""
                                + " th:attr=\"integrity=${fragments.stylesheet().integrity()}\" crossorigin=\"anonymous\">\n"
                                + "<th:block th:utext=\"${fragments.html('treatments/therapy', {'lang': 'en'})}\"></th:block>",
                        "Fragments fragments = Fragments.in(servletContext);\n"
                                + "String html = fragments.html(\"treatments/therapy\", Map.of(\"lang\", \"en\"));");
    }

    @Test
    void contentForAPartnerHasTheStylesheetInThePartnersLook() {
        Choice choice =
                new Choice(new Content("clinic", Optional.empty()), "C", Optional.of("demo"), "en", Optional.empty());
        assertThat(written(choice).get(3))
                .endsWith("\n<carelet:stylesheet partner=\"demo\"/>\n<carelet:clinic lang=\"en\" partner=\"demo\"/>");
        assertThat(written(choice).get(4))
                .startsWith(
                        "<link rel=\"stylesheet\" th:href=\"${fragments.stylesheet('demo').href()}\""
                                + " th:attr=\"integrity=${fragments.stylesheet('demo').integrity()}\" crossorigin=\"anonymous\">\n");
    }

    @Test
    void aListHasTheTagAndTheAddressOfTheList() {
        Choice choice =
                new Choice(new Content("conditions", Optional.empty()), "C", Optional.empty(), "en", Optional.empty());
        assertThat(written(choice).get(3)).endsWith("\n<carelet:conditions lang=\"en\"/>");
        assertThat(written(choice).get(0)).contains("href=\"https://maple.example.org/c/pages/conditions?lang=en\"");
    }

    @Test
    void aHostileTitleStaysTextAndNeverReachesCode() {
        String hostile = "\"><script>alert(1)</script>' onload='x' ${7*7} <%= 1 %> </textarea>&amp;";
        Choice choice = new Choice(form().subject(), hostile, Optional.empty(), "en", Optional.empty());
        List<String> snippets = written(choice);

        for (String snippet : snippets.subList(0, 3)) {
            Element body = Jsoup.parseBodyFragment(snippet).body();
            assertThat(body.select("a").text()).isEqualTo(hostile);
            assertThat(body.select("iframe").stream().map(each -> each.attr("title")))
                    .allMatch(hostile::equals);
            assertThat(body.select("script:not([src]), [onload]")).isEmpty();
            assertThat(snippet).doesNotContain("<script>", "</textarea>");
        }
        assertThat(snippets.subList(3, 6)).allSatisfy(code -> assertThat(code).doesNotContain("alert", "7*7"));
    }

    @Test
    void theButtonIsAButtonAlsoAfterAnEditorThatLeavesMarkupAndHarmlessStyles() {
        String link = written(form()).get(0);
        String cleaned = Jsoup.clean(
                link,
                ROOT,
                Safelist.none()
                        .addTags("p", "a")
                        .addAttributes("a", "href", "style")
                        .addAttributes("p", "style"));

        assertThat(cleaned).isEqualTo(Jsoup.parseBodyFragment(link).body().html());
        assertThat(Jsoup.parseBodyFragment(link).select("[style]").stream()
                        .flatMap(each -> Stream.of(each.attr("style").split(";")))
                        .map(rule -> rule.split(":")[0].strip()))
                .hasSize(7)
                .allMatch(KEPT_STYLES::contains);
    }

    @Test
    void whereNobodyTakesBookingsOnlineThereIsNoFormToPaste() {
        assertThat(writer.write(new Site(ROOT, Optional.empty(), SCRIPT), form(), Look.STANDARD))
                .isEmpty();
    }

    @Test
    void whatIsNoIdOrLanguageOrPartnerIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Form(Map.of("type", "\"><script>")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Form(Map.of("other", "visit")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Content("a/../b", Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Content("a", Optional.of("x y")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Choice(form().subject(), "", Optional.of("a'b"), "en", Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Choice(form().subject(), "", Optional.empty(), "en\"", Optional.empty()));
    }

    private static Choice form() {
        return new Choice(
                new Form(Map.of("location", "arcadia", "type", "visit")),
                "Book",
                Optional.of("demo"),
                "es",
                Optional.of(Theme.DARK));
    }

    private List<String> written(Choice choice) {
        return writer.write(site, choice, Look.STANDARD).stream()
                .map(Snippet::code)
                .toList();
    }
}
