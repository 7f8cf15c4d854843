package io.github.carelet.servlet.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.carelet.Look;
import io.github.carelet.LookToken;
import io.github.carelet.servlet.http.Entrance;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private static final int LARGEST = 6 * 1024;
    private static final int LARGEST_EMBED = 1_536;
    private static final int LARGEST_ENHANCEMENT = 4 * 1024;

    private final Assets assets = Assets.load();

    @Test
    void theStylesheetIsNamedByItsHashAndServedForGood() throws Exception {
        String href = assets.stylesheet("/m").href();
        assertThat(href).matches("/m/assets/carelet\\.[0-9a-f]{12}\\.css");
        Reply reply = new AssetHandler(assets).handle(request("GET", href.substring(2), ""));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers())
                .containsEntry("Content-Type", "text/css;charset=utf-8")
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable")
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Cross-Origin-Resource-Policy", "cross-origin");
        byte[] digest = MessageDigest.getInstance("SHA-384").digest(reply.body());
        assertThat(assets.stylesheet("/m").integrity())
                .isEqualTo("sha384-" + Base64.getEncoder().encodeToString(digest));
    }

    /** A look takes the place of every standard value, of each token that there is, and of nothing else. */
    @Test
    void theStylesheetInALookHasAnAddressOfItsOwnThatSaysAllOfIt() throws Exception {
        Map<LookToken, String> values = new EnumMap<>(LookToken.class);
        for (LookToken token : LookToken.values()) {
            values.put(
                    token,
                    switch (token.kind()) {
                        case COLOUR -> "#0000" + (token.ordinal() + 10);
                        case LENGTH -> "5px";
                        case FONT -> "\"Gill Sans\", serif";
                    });
        }
        Look look = new Look(values);
        Document.Stylesheet standard = assets.stylesheet("/m");
        Document.Stylesheet looking = assets.stylesheet("/m", look);
        assertThat(looking.href())
                .matches("/m/assets/look/[A-Za-z0-9_-]+/carelet\\.[0-9a-f]{12}\\.css")
                .doesNotEndWith(standard.href().substring("/m/assets/".length()));
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(sheet(looking.href()).body()));
        assertThat(looking.href()).endsWith("/carelet." + hash.substring(0, 12) + ".css");

        Reply reply = sheet(looking.href());
        String css = new String(reply.body(), StandardCharsets.UTF_8);
        String before = new String(sheet(standard.href()).body(), StandardCharsets.UTF_8);
        values.forEach((token, value) -> {
            assertThat(before).contains("var(" + token.property() + ", ");
            assertThat(css).contains("var(" + token.property() + ", " + value + ")");
            if (token.kind() != LookToken.Kind.FONT) {
                assertThat(before).contains("var(" + token.property() + ", " + token.standard() + ")");
                assertThat(css).doesNotContain("var(" + token.property() + ", " + token.standard() + ")");
            }
        });
        assertThat(css.replaceAll("var\\(--carelet-[^()]*\\)", ""))
                .isEqualTo(before.replaceAll("var\\(--carelet-[^()]*\\)", ""));
        assertThat(reply.headers()).containsEntry("Cache-Control", "public, max-age=31536000, immutable");
        byte[] digest = MessageDigest.getInstance("SHA-384").digest(reply.body());
        assertThat(looking.integrity())
                .isEqualTo("sha384-" + Base64.getEncoder().encodeToString(digest));
        assertThat(Assets.load().stylesheet("/m", look)).isEqualTo(looking);
    }

    @Test
    void aLookHasOneAddressAndWhatCantBeOneHasNone() {
        String href =
                assets.stylesheet("/m", Look.of(Map.of("accent", "#7a1f5c"))).href();
        String file = href.substring(href.lastIndexOf('/'));
        String standard = assets.stylesheet("/m").href();
        int refused = 0;
        List<String> wrong = List.of(
                "accent=red",
                "accent=%237A1F5C",
                "accent=#7a1f5c",
                "accent=%237a1f5c&v=1",
                "accent=%237a1f5c&accent=%237a1f5c",
                "ink=%23000%3B%7D",
                "radius=99px",
                "font=url(x)",
                "");
        for (String each : wrong) {
            Reply reply = sheet("/m/assets/look/" + encoded(each) + file);
            assertThat(reply.status()).as(each).isEqualTo(404);
            assertThat(new String(reply.body(), StandardCharsets.UTF_8)).doesNotContain("red", "}", "99", "url");
            assertThat(reply.headers()).containsEntry("Cache-Control", "no-store");
            refused++;
        }
        for (String each : List.of("/m/assets/look/*" + file, "/m/assets/look" + file, href + "/", href + "x")) {
            assertThat(sheet(each).status()).as(each).isEqualTo(404);
        }
        assertThat(sheet("/m/assets/look/" + encoded("accent=%237a1f5c") + standard.substring(9))
                        .status())
                .as("the name of other bytes")
                .isEqualTo(404);
        assertThat(href).isEqualTo("/m/assets/look/" + encoded("accent=%237a1f5c") + file);
        assertThat(sheet(href).status()).isEqualTo(200);
        System.out.println("looks refused: " + refused + " of " + wrong.size() + "; control, served: 1");
        assertThat(sheet(standard + "?accent=%237a1f5c").body())
                .isEqualTo(sheet(standard).body());
    }

    /** More looks than are remembered are asked for by their addresses, and that of a partner is still the one that was made. */
    @Test
    void whoeverAsksForLooksPushesOutNoneThatIsLinkedTo() {
        Assets others = Assets.load();
        Look partners = Look.of(Map.of("accent", "#7a1f5c"));
        Asset linked = others.named(below(others, partners)).orElseThrow();
        Assets elsewhere = Assets.load();
        int asked = 0;
        for (int i = 0; i < 100; i++) {
            Look look = Look.of(Map.of("accent", "#7a1" + (100 + i)));
            String name = below(elsewhere, look);
            assertThat(others.named(name)).isPresent();
            assertThat(others.named(name).get()).isNotSameAs(others.named(name).get());
            asked++;
        }
        assertThat(others.named(below(others, partners)).orElseThrow()).isSameAs(linked);
        System.out.println("looks asked for and not remembered: " + asked + "; control, linked to and remembered: 1");
    }

    private static String below(Assets from, Look look) {
        return from.stylesheet("", look).href().substring("/assets/".length());
    }

    private static String encoded(String look) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(look.getBytes(StandardCharsets.UTF_8));
    }

    private Reply sheet(String href) {
        int query = href.indexOf('?');
        String path = href.substring(2, query < 0 ? href.length() : query);
        return new AssetHandler(assets).handle(request("GET", path, query < 0 ? "" : href.substring(query + 1), ""));
    }

    @Test
    void theStylesheetIsSmall() {
        assertThat(packed(assets.stylesheet("").href())).isLessThanOrEqualTo(LARGEST);
    }

    @Test
    void theScriptForOtherPagesIsSmallAndMayBeKeptForAWhile() {
        Reply reply = new EmbedHandler(assets).handle(request("GET", "/embed.js", "gzip"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().length).isLessThanOrEqualTo(LARGEST_EMBED);
        assertThat(reply.headers())
                .containsEntry("Content-Type", "text/javascript;charset=utf-8")
                .containsEntry("Cache-Control", "public, max-age=300")
                .containsEntry("Cross-Origin-Resource-Policy", "cross-origin")
                .containsKey("ETag");
        assertThat(new EmbedHandler(assets)
                        .handle(request("GET", "/embed.js/x", ""))
                        .status())
                .isEqualTo(404);
        assertThat(new EmbedHandler(assets)
                        .handle(request("POST", "/embed.js", ""))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void theScriptsOfABookingAreSmallAndEachHasItsHash() {
        List<Document.Script> scripts = assets.ofBooking("");
        assertThat(scripts).isNotEmpty().allSatisfy(script -> {
            assertThat(script.href()).matches("/assets/[a-z]+\\.[0-9a-f]{12}\\.js");
            assertThat(script.integrity()).startsWith("sha384-");
        });
        assertThat(scripts.stream().mapToInt(script -> packed(script.href())).sum())
                .isLessThanOrEqualTo(LARGEST_ENHANCEMENT);
    }

    @Test
    void theSameFilesGiveTheSameBytesAndNames() {
        List<String> again = Assets.load().all().stream().map(Asset::name).toList();
        assertThat(assets.all()).extracting(Asset::name).containsExactlyElementsOf(again);
    }

    private int packed(String href) {
        Reply packed = new AssetHandler(assets).handle(request("GET", href, "gzip"));
        assertThat(packed.headers()).containsEntry("Content-Encoding", "gzip");
        return packed.body().length;
    }

    @Test
    void anythingElseIsNotThere() {
        AssetHandler handler = new AssetHandler(assets);
        String name = assets.stylesheet("").href();
        for (String path : new String[] {"/assets", "/assets/", "/assets/carelet.css", name + "/", name + "x"}) {
            assertThat(handler.handle(request("GET", path, "")).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(handler.handle(request("POST", name, "")).status()).isEqualTo(405);
    }

    @Test
    void theManifestListsEveryAssetWithItsHash() {
        Reply reply = new ManifestHandler(assets).handle(request("GET", "/api/manifest", ""));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("Access-Control-Allow-Origin", "*");
        assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                .contains("\"href\":\"/m" + assets.stylesheet("").href() + "\"")
                .contains("\"integrity\":\"" + assets.stylesheet("").integrity() + "\"");
    }

    private static Exchange request(String method, String path, String encoding) {
        return request(method, path, "", encoding);
    }

    private static Exchange request(String method, String path, String query, String encoding) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getMethod()).thenReturn(method);
        when(request.getContextPath()).thenReturn("");
        when(request.getServletPath()).thenReturn("/m");
        when(request.getPathInfo()).thenReturn(path);
        when(request.getQueryString()).thenReturn(query);
        when(request.getHeader("Accept-Encoding")).thenReturn(encoding);
        return new Exchange(request, Entrance.ofContainer());
    }
}
