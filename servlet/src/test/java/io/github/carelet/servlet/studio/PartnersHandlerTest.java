package io.github.carelet.servlet.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.carelet.Carelet;
import io.github.carelet.Partner;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogScope;
import io.github.carelet.exchange.JsonLdRole;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.fragment.ContentHandler;
import io.github.carelet.servlet.fragment.FragmentCache;
import io.github.carelet.servlet.http.Entrance;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Templates;
import io.github.carelet.servlet.staff.SignIn;
import io.github.carelet.servlet.staff.User;
import io.github.carelet.source.ClassPathSource;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnersHandlerTest {

    private static final String PATH = "/studio/partners";

    private final Templates templates = Templates.precompiled();
    private Optional<User> user = Optional.of(new User("root", true));
    private Carelet carelet;
    private StudioHandler studio;
    private ContentHandler content;

    @BeforeEach
    void open(@TempDir Path folder) {
        carelet = Carelet.builder(ClassPathSource.of(
                        PartnersHandlerTest.class.getClassLoader(),
                        List.of("io/github/carelet/servlet/exchange/clinic.json"),
                        CatalogReader.withSamples()))
                .storage(folder)
                .keys(KeyRing.ephemeral())
                .openStudio()
                .partner(new Partner("fixed", List.of("https://fixed.example")))
                .build();
        Assets assets = Assets.load();
        studio = new StudioHandler(carelet, templates, assets, new SignIn(exchange -> user, Optional.empty()));
        content = new ContentHandler(carelet, new FragmentCache(carelet, templates, assets));
    }

    @AfterEach
    void close() {
        carelet.close();
    }

    @Test
    void whoIsEnteredMayFrameAtOnceFromWhereItSaysAndNoLongerOnceRemoved() throws IOException {
        assertThat(ancestors("gym")).isEqualTo("400");

        Reply added =
                post(Map.of("id", "gym", "origins", "https://A.example\r\n https://b.example,", "action", "save"));
        assertThat(added.status()).isEqualTo(303);
        assertThat(added.headers()).containsEntry("Location", "/app/carelet/studio/partners");
        assertThat(ancestors("gym")).isEqualTo("frame-ancestors 'self' https://a.example https://b.example");

        post(Map.of("id", "gym", "origins", "https://c.example", "action", "save"));
        assertThat(ancestors("gym")).isEqualTo("frame-ancestors 'self' https://c.example");
        assertThat(page().select("section:has(input[value=gym]) [name=origins]").text())
                .isEqualTo("https://c.example");

        post(Map.of("id", "gym", "action", "remove"));
        assertThat(ancestors("gym")).isEqualTo("400");
    }

    @Test
    void whatItsPagesSayAndHearIsSwitchedAtOnce() throws IOException {
        post(Map.of("id", "gym", "origins", "", "action", "save"));
        assertThat(carelet.partner("gym")).contains(new Partner("gym", List.of()));

        post(Map.of("id", "gym", "origins", "", "jsonLd", "reference", "events", "yes", "action", "save"));
        assertThat(carelet.partner("gym")).contains(new Partner("gym", List.of(), JsonLdRole.REFERENCE, true));
        Element form = page().expectFirst("section:has(input[value=gym]) form");
        assertThat(form.select("option[selected]").eachAttr("value")).containsExactly("reference");
        assertThat(form.select("[name=events][checked]")).hasSize(1);

        post(Map.of("id", "gym", "origins", "", "jsonLd", "\"><b>", "action", "save"));
        assertThat(carelet.partner("gym")).contains(new Partner("gym", List.of()));
    }

    @Test
    void aLookIsEnteredAsItWasCopiedAndOneThatCantBeReadIsRefusedInWords() throws IOException {
        post(Map.of("id", "gym", "origins", "", "look", ":root {\n  --carelet-accent: #7a1f5c;\n}", "action", "save"));
        assertThat(carelet.partner("gym").orElseThrow().look().css()).isEqualTo("--carelet-accent: #7a1f5c;");
        assertThat(page().expectFirst("section:has(input[value=gym]) [name=look]")
                        .text())
                .isEqualTo("--carelet-accent: #7a1f5c;");
        Reply sheet = content.handle(exchange("GET", "/pages/clinic", "partner=gym", ""));
        assertThat(Jsoup.parse(text(sheet)).expectFirst("link[rel=stylesheet]").attr("href"))
                .contains("/assets/look/YWNjZW50PSUyMzdhMWY1Yw/carelet.");

        Reply pale = post(Map.of("id", "gym", "look", "accent: #cccccc", "action", "save"));
        assertThat(pale.status()).isEqualTo(422);
        assertThat(Jsoup.parse(text(pale)).select("[role=alert]").text())
                .contains("Links on the background: the contrast is 1.60 to 1. It takes 4.50 to 1 at least.");
        String hostile = "accent: red; } </textarea><script>alert(1)</script>";
        Document refused = Jsoup.parse(text(post(Map.of("id", "gym", "look", hostile, "action", "save"))));
        assertThat(refused.select("[role=alert]").text()).contains("The look can’t be used.");
        assertThat(refused.select("script:not([src])")).isEmpty();
        assertThat(refused.select("section:last-of-type [name=look]").text()).isEqualTo(hostile);
        assertThat(carelet.partner("gym").orElseThrow().look().css()).isEqualTo("--carelet-accent: #7a1f5c;");
    }

    @Test
    void whoIsLimitedShowsOnlyThatAtOnceAndAllWithNothingTicked() throws IOException {
        post(Map.of("id", "gym", "origins", "", "action", "save"));
        assertThat(boxes("gym").select("[checked]")).isEmpty();
        assertThat(page().select("section:has(input[value=gym]) details[open]")).isEmpty();
        assertThat(language("gym")).isEqualTo("es");

        post(Map.of("id", "gym", "locations", "arcadia", "treatments", "therapy", "languages", "en", "action", "save"));
        CatalogScope part = new CatalogScope(List.of("arcadia"), List.of("therapy"), List.of("en"));
        assertThat(carelet.partner("gym").orElseThrow().scope()).isEqualTo(part);
        assertThat(language("gym")).as("at once").isEqualTo("en");
        assertThat(boxes("gym").select("[checked]").eachAttr("value")).containsExactly("arcadia", "therapy", "en");
        assertThat(page().select("section:has(input[value=gym]) details[open]")).hasSize(1);

        for (String hostile : List.of("elsewhere", "\"><script>alert(1)</script>")) {
            Reply refused = post(Map.of("id", "gym", "locations", hostile, "action", "save"));
            assertThat(refused.status()).isEqualTo(422);
            Document page = Jsoup.parse(text(refused));
            assertThat(page.select("[role=alert]").text()).contains("is not in the catalogue any more");
            assertThat(page.select("script:not([src])")).isEmpty();
            assertThat(page.select("section:last-of-type [name=locations][checked]")
                            .eachAttr("value"))
                    .containsExactly(hostile);
        }
        assertThat(carelet.partner("gym").orElseThrow().scope()).isEqualTo(part);

        String many = "&treatments=therapy".repeat(400);
        send("POST", "token=" + carelet.userTokens().orElseThrow().issue("root") + "&id=gym&action=save" + many);
        assertThat(carelet.partner("gym").orElseThrow().scope())
                .isEqualTo(new CatalogScope(List.of(), List.of("therapy"), List.of()));
    }

    private Elements boxes(String id) throws IOException {
        return page().select("section:has(input[value=" + id + "]) details input[type=checkbox]");
    }

    /** Returns in which language a partner's page is for somebody who asks for Spanish. */
    private String language(String partner) throws IOException {
        Reply reply = content.handle(exchange("GET", "/pages/treatments/therapy", "lang=es&partner=" + partner, ""));
        return Jsoup.parse(text(reply)).expectFirst("html").attr("lang");
    }

    @Test
    void onlyAnAdministratorGetsThereAlsoWhereTheStudioIsOpen() throws IOException {
        user = Optional.of(new User("ana", false));
        assertThat(get().status()).isEqualTo(404);
        assertThat(post(Map.of("id", "gym", "action", "save")).status()).isEqualTo(404);
        user = Optional.empty();
        assertThat(get().status()).isEqualTo(403);
        assertThat(send("POST", "id=gym&action=save").status()).isEqualTo(403);
        assertThat(carelet.partners()).extracting(Partner::id).containsExactly("fixed");
    }

    @Test
    void aFormCountsOnlyWithTheTokenOfThisUser() throws IOException {
        String other = carelet.userTokens().orElseThrow().issue("ana");
        for (String token : List.of("", "x", other)) {
            Reply reply = send("POST", "id=gym&action=save&token=" + token);
            assertThat(reply.status()).isEqualTo(403);
        }
        assertThat(carelet.partner("gym")).isEmpty();
        assertThat(send("PUT", "").status()).isEqualTo(405);
    }

    @Test
    void whatCantBeIsSaidWithWhatWasTypedKept() throws IOException {
        String hostile = "\"><script>alert(1)</script>";
        for (Map<String, String> wrong : List.of(
                Map.of("id", hostile, "origins", "https://a.example"),
                Map.of("id", "gym", "origins", hostile),
                Map.of("id", "fixed", "origins", "https://a.example"))) {
            Reply reply = post(wrong);
            Document page = Jsoup.parse(text(reply));
            assertThat(reply.status()).isEqualTo(422);
            assertThat(page.select("[role=alert]")).hasSize(1);
            assertThat(page.select("script:not([src])")).isEmpty();
            assertThat(page.expectFirst("input[type=text][name=id]").attr("value"))
                    .isEqualTo(wrong.get("id"));
            assertThat(page.expectFirst("section:last-of-type [name=origins]").text())
                    .isEqualTo(wrong.get("origins"));
        }
        assertThat(post(Map.of("id", "none", "action", "remove")).status()).isEqualTo(404);
        assertThat(carelet.partners()).extracting(Partner::id).containsExactly("fixed");
    }

    @Test
    void whatTheConfigurationSaysCantBeRemovedHere() throws IOException {
        assertThat(page().expectFirst("section").select("form")).isEmpty();
        assertThat(post(Map.of("id", "fixed", "action", "remove")).status()).isEqualTo(422);
        assertThat(page().expectFirst("section").text()).contains("https://fixed.example");
    }

    /** Returns who may frame the page of the clinic for a partner, or the status if there is none. */
    private String ancestors(String partner) throws IOException {
        Reply reply = content.handle(exchange("GET", "/pages/clinic", "partner=" + partner, ""));
        return reply.status() == 200
                ? reply.headers()
                        .getOrDefault("Content-Security-Policy", "")
                        .replaceAll(".*(frame-ancestors [^;]*).*", "$1")
                : Integer.toString(reply.status());
    }

    private Document page() throws IOException {
        return Jsoup.parse(text(get()));
    }

    private Reply get() throws IOException {
        return send("GET", "");
    }

    private Reply post(Map<String, String> fields) throws IOException {
        String token =
                carelet.userTokens().orElseThrow().issue(user.map(User::name).orElse(""));
        return send(
                "POST",
                "token=" + token
                        + fields.entrySet().stream()
                                .map(each -> "&" + each.getKey() + "="
                                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining()));
    }

    private Reply send(String method, String body) throws IOException {
        return studio.handle(exchange(method, PATH, "", body));
    }

    private static Exchange exchange(String method, String path, String query, String body) throws IOException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getMethod()).thenReturn(method);
        when(request.getContextPath()).thenReturn("/app");
        when(request.getServletPath()).thenReturn("/carelet");
        when(request.getPathInfo()).thenReturn(path);
        when(request.getQueryString()).thenReturn(query);
        when(request.getContentLengthLong()).thenReturn(-1L);
        when(request.getHeaders("Content-Type"))
                .thenReturn(Collections.enumeration(List.of("application/x-www-form-urlencoded")));
        when(request.getHeaders("Accept-Encoding")).thenReturn(Collections.emptyEnumeration());
        when(request.getHeaders("If-None-Match")).thenReturn(Collections.emptyEnumeration());
        when(request.getInputStream()).thenReturn(new ServletInputStream() {
            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read() {
                return bytes.read();
            }
        });
        return new Exchange(request, Entrance.ofContainer());
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
