package io.github.carelet.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.servlet.Fragments;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/** What the studio says to paste into Thymeleaf is pasted, and shown by the application that Carelet runs in. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "carelet.open-studio=true")
class StudioSnippetsTest {

    @TempDir
    static Path folder;

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("carelet.storage", () -> folder.resolve("data").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "treatments",
                "treatments/physical-therapy",
                "conditions/back-pain",
                "locations/maple-street",
                "clinic"
            })
    void contentIsShownAsItIsToEverybody(String content) throws Exception {
        String fragment = get("/carelet/fragments/" + content + "?lang=en").body();
        assertThat(fragment).contains("data-carelet=\"" + content.split("/", 2)[0] + "\"");

        String page = shown(snippet(content));

        assertThat(page).contains(fragment).doesNotContain("th:");
        String sheet = Jsoup.parse(page)
                .expectFirst("link[rel=stylesheet][integrity^=sha384-]")
                .attr("href");
        assertThat(get(sheet).statusCode()).isEqualTo(200);
    }

    @Test
    void theFormStandsInItsFrame() throws Exception {
        Document page = Jsoup.parse(shown(snippet("booking&type=first-visit&location=maple-street")));

        assertThat(get(page.expectFirst("script[integrity^=sha384-]").attr("src"))
                        .statusCode())
                .isEqualTo(200);
        String frame = page.expectFirst("carelet-booking[type=first-visit][location=maple-street] iframe")
                .attr("src");
        assertThat(frame).isEqualTo("/carelet/book?type=first-visit&location=maple-street&lang=en");
        assertThat(get(frame).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsWrittenWrongIsSeenToBe() throws Exception {
        String fragment =
                get("/carelet/fragments/treatments/physical-therapy?lang=en").body();
        String other = snippet("treatments/physical-therapy").replace("physical-therapy", "nothing");
        assertThat(shown(other)).doesNotContain(fragment);
    }

    private String snippet(String shown) throws IOException, InterruptedException {
        return Jsoup.parse(get("/carelet/studio?lang=en&show=" + shown).body())
                .expectFirst("#snippet-thymeleaf")
                .wholeText();
    }

    private String shown(String snippet) throws IOException, InterruptedException {
        Path template = Files.writeString(Files.createTempFile(folder, "pasted", ".html"), snippet);
        HttpResponse<String> page = get("/pasted/" + template.getFileName());
        assertThat(page.statusCode()).as(snippet).isEqualTo(200);
        return page.body();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + port).resolve(path);
        return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    /** Shows what was pasted, with the object in the model that the studio asks for. */
    @TestConfiguration
    static class Pasting {

        @Bean
        FileTemplateResolver pasted() {
            FileTemplateResolver resolver = new FileTemplateResolver();
            resolver.setPrefix(folder + "/");
            resolver.setCheckExistence(true);
            resolver.setOrder(0);
            return resolver;
        }

        @Bean
        Pages pages(Fragments fragments) {
            return new Pages(fragments);
        }
    }

    /** Pages of the application's own. */
    @Controller
    static class Pages {

        private final Fragments fragments;

        Pages(Fragments fragments) {
            this.fragments = fragments;
        }

        @GetMapping("/pasted/{name}")
        String pasted(@PathVariable String name, Model model) {
            model.addAttribute("fragments", fragments);
            return name;
        }
    }
}
