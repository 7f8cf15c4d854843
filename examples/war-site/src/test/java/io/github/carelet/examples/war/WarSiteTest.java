package io.github.carelet.examples.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application in a Tomcat with JSP, under a context path. */
class WarSiteTest {

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws LifecycleException {
        site = Site.start(folder, Path.of("src/main/webapp"));
    }

    @AfterAll
    static void stop() throws LifecycleException {
        site.close();
    }

    @Test
    void tagsShowWhatTheClinicOffersWithLinksThatWork() throws Exception {
        String page = get("/clinic/").body();

        assertThat(page)
                .contains("data-carelet=\"treatments\"")
                .contains("<h3")
                .contains("href=\"/clinic/carelet/pages/treatments/physical-therapy")
                .contains("https://maple.example/carelet/book");
        assertThat(get("/clinic/carelet/pages/treatments/physical-therapy").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anIncludeShowsTheSameAsARequest() throws Exception {
        assertThat(get("/clinic/").body())
                .contains(get("/clinic/carelet/fragments/locations?heading=3").body());
    }

    @Test
    void whatABrowserSaysOfThePageIsNotTakenForTheInclude() throws Exception {
        HttpResponse<String> fragment = get("/clinic/carelet/fragments/locations?heading=3");
        String tag = fragment.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> page = get("/clinic/", "If-None-Match", tag, "Accept-Encoding", "gzip");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(fragment.body());
        assertThat(page.headers().map()).doesNotContainKeys("etag", "content-encoding");
    }

    @Test
    void aTagWithAnIdShowsOneItem() throws Exception {
        assertThat(get("/clinic/treatment.jsp?id=physical-therapy").body())
                .contains("A therapist looks at how you move")
                .containsOnlyOnce("data-carelet=\"treatments\"");
    }

    @Test
    void anUnknownOrHostileIdNeitherBreaksThePageNorComesBack() throws Exception {
        for (String id : List.of("none", "%3Cscript%3Ealert(1)%3C/script%3E", "..%2F..%2Fbook", "a%22b")) {
            HttpResponse<String> page = get("/clinic/treatment.jsp?id=" + id);

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("tel:+16265550100", "</html>")
                    .doesNotContain("alert(1)", "a\"b", "A therapist");
        }
    }

    @Test
    void theFormStandsInAFrameThatWorksWithoutAScriptAndTheScriptIsThere() throws Exception {
        String page = get("/clinic/").body();

        assertThat(page)
                .contains("<carelet-booking treatment=\"physical-therapy\" location=\"main\" lang=\"en\"><iframe ")
                .contains("sandbox=\"allow-forms allow-scripts ")
                .contains("src=\"https://maple.example/carelet/book?treatment=physical-therapy&amp;location=main"
                        + "&amp;lang=en\"");
        HttpResponse<String> script =
                get(page.replaceAll("(?s).*<script src=\"([^\"]+)\" integrity=\"sha384-.*", "$1"));
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.body()).contains("carelet-");
    }

    @Test
    void anUnknownTreatmentLeavesAFormThatAsksForIt() throws Exception {
        assertThat(get("/clinic/treatment.jsp?id=none").body())
                .contains("<carelet-booking lang=\"en\"><iframe ")
                .contains("src=\"https://maple.example/carelet/book?lang=en\"");
    }

    @Test
    void theStylesheetOfTheTagIsThere() throws Exception {
        String page = get("/clinic/").body();
        String href = page.replaceAll("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\" integrity=\"sha384-.*", "$1");

        HttpResponse<String> stylesheet = get(href);

        assertThat(stylesheet.statusCode()).isEqualTo(200);
        assertThat(stylesheet.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/css");
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return site.get(path, headers);
    }
}
