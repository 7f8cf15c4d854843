package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stylesheets of host pages, from careless to hostile, and what becomes of Carelet among them; and of them beside Carelet. */
class HostileHostTest {

    private static final List<String> ORDINARY = List.of(
            "* { all: unset }",
            "* { all: initial }",
            "*, *::before, *::after { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; box-sizing: border-box }",
            "* { text-transform: uppercase; letter-spacing: 3px; line-height: 3; color: lime; visibility: hidden }",
            "html { font-size: 5px } body { font-size: 3px; line-height: 4; font-weight: 900; font-style: italic }",
            "label, img, address, dl, table, ul, ol { display: none }",
            "h1, h2, h3, h4, p, a, li { color: red; font-size: 40px; text-decoration: line-through; text-indent: 4em }",
            "button, a, input { background: lime; padding: 30px; float: right; position: absolute; width: 900px }",
            "div, section, article, header, p { display: inline; float: left; opacity: .1; width: 1px; transform: rotate(20deg) }",
            "table { border-spacing: 20px; table-layout: fixed } td, th { border: 3px solid; padding: 20px }",
            "body { direction: rtl; text-align: right; white-space: pre; word-spacing: 2em; color: yellow; cursor: wait }",
            "*::before { content: 'x' }");

    private static final String IMPORTANT =
            "* { all: unset !important } iframe, dialog, button, div { display: none !important; height: 0 !important;"
                    + " visibility: hidden !important; border: 9px solid red !important; position: absolute !important;"
                    + " max-height: 0 !important } label { display: none !important } html { font-size: 5px !important }";

    /** What the eye sees of every element of a fragment. */
    private static final String LOOKS = """
            (root) => [root, ...root.querySelectorAll('*')].map((each) => {
              const style = getComputedStyle(each);
              return each.localName + '.' + each.className + ': ' + ['display', 'visibility', 'opacity', 'color', 'backgroundColor',
                'fontSize', 'fontWeight', 'fontStyle', 'lineHeight', 'letterSpacing', 'wordSpacing', 'textTransform', 'textAlign',
                'textIndent', 'textDecorationLine', 'whiteSpace', 'direction', 'position', 'float', 'transform', 'marginTop',
                'marginLeft', 'paddingTop', 'paddingLeft', 'borderTopWidth', 'borderTopColor', 'boxSizing', 'listStyleType',
                'cursor', 'verticalAlign'].map((name) => name + '=' + style[name]).join(' ');
            })
            """;

    /** Every computed value of every element of the host's own, but how high a page is with more in it. */
    private static final String OWN = """
            () => [...document.querySelectorAll('html, body, .own, .own *')].map((each) => each.localName + ': '
              + [...getComputedStyle(each)].filter((name) => !/^--|^(block-size|height|perspective-origin|transform-origin)$/.test(name))
                .map((name) => name + '=' + getComputedStyle(each)[name]).join(' '))
            """;

    private static final String HOST_OWN =
            "<div class=own><h2>Ours</h2><p>Text <a href=/x>link</a> <strong>strong</strong></p>"
                    + "<form><label>Name <input></label><button>Go</button><select><option>1</select></form><ul><li>One</ul>"
                    + "<table><tr><th>A<td>B</table><dialog open>Hi</dialog></div>";

    /** Of the same width in every page, and otherwise at the mercy of the host. */
    private static final String BOX =
            "<div style='display: block !important; width: 900px !important; float: none !important;"
                    + " position: static !important; padding: 0 !important'>";

    private static final List<Integer> WIDTHS = List.of(240, 320, 480, 768, 1024, 1600);

    @TempDir
    static Path data;

    private static EmbedStage stage;

    @BeforeAll
    static void start() throws CannotStartException {
        stage = EmbedStage.start(data);
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void ordinaryRulesOfTheHostChangeNothingInWhatItsServerIncludes() throws Exception {
        int looked = 0;
        List<String> changed = new ArrayList<>();
        int control = 0;
        for (String path :
                List.of("treatments/physical-therapy", "locations/arcadia", "conditions?view=card", "search")) {
            String fragment = fragment(path);
            List<?> calm = looks("", fragment, true);
            for (String css : ORDINARY) {
                List<?> seen = looks(css, fragment, true);
                looked += seen.size();
                for (int i = 0; i < seen.size(); i++) {
                    if (!seen.get(i).equals(calm.get(i))) {
                        changed.add(css + "\n  " + calm.get(i) + "\n  " + seen.get(i));
                    }
                }
            }
            control += looks(ORDINARY.get(0), fragment, false).stream()
                    .filter(each -> !calm.contains(each))
                    .toList()
                    .size();
        }
        System.out.printf(
                "included elements that %d stylesheets of hosts changed: %d of %d; control, without our stylesheet: %d%n",
                ORDINARY.size(), changed.size(), looked, control);
        assertThat(changed).isEmpty();
        assertThat(control).isPositive();
    }

    @Test
    void theElementsAndTheFrameSurviveEvenWhatIsImportant() {
        String widget = "<carelet-widget kind=treatments name=physical-therapy partner=news>x</carelet-widget>";
        String frame = "<carelet-booking><iframe title=x src='" + stage.base() + "book?partner=news' "
                + EmbedStage.SANDBOX + "></iframe></carelet-booking>";
        String popup = "<carelet-booking mode=popup partner=news></carelet-booking>";
        List<String> seen = new ArrayList<>();
        for (String css : List.of("", IMPORTANT)) {
            try (Guest guest = stage.open(
                    stage.script() + "<style>" + css + "</style>",
                    widget + frame + popup,
                    Map.of(),
                    UnaryOperator.identity())) {
                guest.hears(3);
                guest.page.locator("[mode=popup] .carelet-opener").evaluate("each => each.click()");
                guest.page.frameLocator("[mode=popup] iframe").locator("h1").waitFor();
                Object looks = guest.page.locator("carelet-widget .carelet").evaluate(LOOKS);
                Object dialog = guest.page.locator("[mode=popup] dialog").evaluate(LOOKS);
                seen.add(looks + " " + dialog);
                assertThat(guest.page
                                .locator("carelet-booking:not([mode]) iframe")
                                .boundingBox()
                                .height)
                        .isGreaterThan(400);
                assertThat(guest.page
                                .locator("carelet-booking:not([mode]) iframe")
                                .evaluate("each => getComputedStyle(each).borderTopWidth"))
                        .isEqualTo("0px");
            }
        }
        assertThat(seen.get(1)).isEqualTo(seen.get(0));
    }

    @Test
    void nothingOfTheHostsOwnIsChanged() throws Exception {
        String without = own("", "");
        String with = own(stylesheet(), fragment("treatments/physical-therapy"));
        String elements = own(
                stage.script(),
                "<carelet-widget kind=clinic>x</carelet-widget><carelet-booking mode=button partner=news></carelet-booking>");
        assertThat(with).isEqualTo(without).isEqualTo(elements).hasSizeGreaterThan(10_000);
        assertThat(own("<style>.own p { padding: 1px }</style>", ""))
                .as("control")
                .isNotEqualTo(without);
    }

    @Test
    void everyWidthFitsAlsoWithVeryLongWords() throws Exception {
        List<String> wide = new ArrayList<>();
        for (String path : List.of(
                "treatments/physical-therapy", "locations/arcadia", "treatments?view=card", "clinic", "search")) {
            try (Guest guest = stage.open(
                    stylesheet(),
                    "<div id=box>" + fragment(path) + "</div>",
                    Map.of(),
                    options -> options.setViewportSize(1700, 900))) {
                guest.page.evaluate(
                        "for (const each of document.querySelectorAll('.carelet :is(h2, h3, h4, p, a, dd)')) if (!each.children.length && !each.href?.startsWith('tel:'))"
                                + " each.textContent = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'");
                for (int width : WIDTHS) {
                    Object over = guest.page.evaluate(
                            "width => { const box = document.getElementById('box'); box.style.width = width + 'px';"
                                    + " return [...box.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > box.getBoundingClientRect().right + 1).map((each) => each.className || each.localName).join() }",
                            width);
                    if (!"".equals(over)) {
                        wide.add(path + " at " + width + ": " + over);
                    }
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    /** Else the full stop of an English sentence on a Farsi page would stand before it. */
    @Test
    void whatReadsInAnotherDirectionStaysTogether() {
        String body = "<div class=carelet dir=rtl lang=fa><p><b dir=ltr lang=en>Call 911.</b> <i>911</i></p></div>";
        try (Guest guest = stage.open(stylesheet(), body, Map.of(), UnaryOperator.identity())) {
            String isolation = "each => getComputedStyle(each).unicodeBidi";
            assertThat(guest.page.locator("b").evaluate(isolation)).isEqualTo("isolate");
            assertThat(guest.page.locator("i").evaluate(isolation))
                    .as("control")
                    .isEqualTo("normal");
        }
    }

    private static List<?> looks(String css, String fragment, boolean styled) {
        String head = "<style>" + css + "</style>" + (styled ? stylesheet() : "");
        try (Guest guest = stage.open(head, BOX + fragment + "</div>", Map.of(), UnaryOperator.identity())) {
            return (List<?>) guest.page.locator(".carelet").first().evaluate(LOOKS);
        }
    }

    private static String own(String head, String more) {
        try (Guest guest = stage.open(head, HOST_OWN + more, Map.of(), UnaryOperator.identity())) {
            if (more.contains("<carelet-")) {
                guest.hears(2);
            }
            return guest.page.evaluate(OWN).toString();
        }
    }

    private static String stylesheet() {
        try {
            String manifest = get("api/manifest");
            String href = manifest.replaceAll("(?s).*\"(/carelet/assets/carelet\\.[0-9a-f]+\\.css)\".*", "$1");
            return "<link rel=stylesheet href='" + stage.server.address() + href + "'>";
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fragment(String path) throws IOException, InterruptedException {
        return get("fragments/" + path);
    }

    private static String get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(stage.base() + path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
